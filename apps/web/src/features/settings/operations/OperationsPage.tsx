import { useQuery } from "@apollo/client/react";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../../ui/feedback/SkeletonRows.js";
import { SettingsFrame } from "../SettingsFrame.js";
import { BackupSection } from "./BackupSection.js";
import { FailedJobs } from "./FailedJobs.js";
import { operationsQuery } from "./operationsQuery.js";
import { ServerSection } from "./ServerSection.js";
import { WorkSections } from "./WorkSections.js";

/** While somebody looks, what is shown is at most so old. */
const REREAD_MS = 10_000;

/** How the server is, for admins: processes, database, storage, backups, jobs, imports and webhooks. */
export function Component() {
  const t = useT();
  const { data, error, refetch } = useQuery(operationsQuery, {
    fetchPolicy: "cache-and-network",
    pollInterval: REREAD_MS,
    skipPollAttempt: () => document.hidden,
  });
  const operations = data?.operations;
  return (
    <SettingsFrame section="operations">
      {!operations && error && (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("operations.failed")}
        </ErrorNote>
      )}
      {!operations && !error && (
        <SkeletonRows rows={6} height={48} label={t("settings.section.operations")} />
      )}
      {operations && (
        <>
          <ServerSection operations={operations} />
          <BackupSection backups={operations.backups} />
          <FailedJobs jobs={operations.failedJobs} />
          <WorkSections operations={operations} />
        </>
      )}
    </SettingsFrame>
  );
}
