import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { ConfirmDialog } from "../../../ui/overlays/ConfirmDialog.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { Row, Rows } from "../Rows.js";
import { Section } from "../Section.js";
import { useJobEdits } from "./jobEdits.js";
import type { OperationsState } from "./operationsQuery.js";

type Job = OperationsState["failedJobs"][number];

/** The jobs that failed, with the reason; each can be retried or discarded. */
export function FailedJobs({ jobs }: { jobs: readonly Job[] }) {
  const t = useT();
  const edits = useJobEdits();
  const attempt = useAttempt();
  const [discarded, setDiscarded] = useState<string>();

  async function retry(jobId: string) {
    if (await attempt(() => edits.retry(jobId))) showToast({ message: t("operations.retried") });
  }

  if (jobs.length === 0)
    return <Section title={t("operations.failedJobs")} hint={t("operations.noFailedJobs")} />;
  return (
    <>
      <Rows title={t("operations.failedJobs")}>
        {jobs.map((job) => (
          <JobRow
            key={job.jobId}
            job={job}
            onRetry={() => void retry(job.jobId)}
            onDiscard={() => setDiscarded(job.jobId)}
          />
        ))}
      </Rows>
      {discarded && (
        <ConfirmDialog
          title={t("operations.discardTitle")}
          confirmLabel={t("operations.discard")}
          destructive
          onConfirm={() => edits.discard(discarded)}
          onClose={() => setDiscarded(undefined)}
        >
          <p>{t("operations.discardText")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

interface JobRowProps {
  job: Job;
  onRetry: () => void;
  onDiscard: () => void;
}

function JobRow({ job, onRetry, onDiscard }: JobRowProps) {
  const t = useT();
  const format = useFormat();
  const { queue, reason, tries, failedAt, retriesAt, canRetry } = job;
  const when = format.dateTime(failedAt);
  const facts = [
    t("operations.jobFacts", { when, tries }),
    retriesAt && t("operations.retriesAt", { when: format.relative(retriesAt) }),
    reason ?? t("operations.noReason"),
  ];
  return (
    <Row name={queue} hint={facts.filter(Boolean).join(" · ")}>
      <Group gap={8}>
        {canRetry && (
          <Button
            size="xs"
            variant="default"
            aria-label={t("operations.retryJob", { queue, when })}
            onClick={onRetry}
          >
            {t("operations.retry")}
          </Button>
        )}
        {!retriesAt && (
          <Button
            size="xs"
            variant="default"
            aria-label={t("operations.discardJob", { queue, when })}
            onClick={onDiscard}
          >
            {t("operations.discard")}
          </Button>
        )}
      </Group>
    </Row>
  );
}
