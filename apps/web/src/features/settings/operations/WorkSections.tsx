import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { Row, Rows } from "../Rows.js";
import { Section } from "../Section.js";
import type { OperationsState } from "./operationsQuery.js";

type RunningImport = OperationsState["runningImports"][number];

/** What is under way: the queues of jobs, imports, and events that are not delivered yet. */
export function WorkSections({ operations }: { operations: OperationsState }) {
  const t = useT();
  const format = useFormat();
  const { jobQueues, runningImports, webhookBacklogs } = operations;
  return (
    <>
      <Rows title={t("operations.jobs")}>
        {jobQueues.map(({ name, running, waiting, waitingSince }) => (
          <Row
            key={name}
            name={name}
            hint={
              waitingSince
                ? t("operations.waitingSince", { since: format.dateTime(waitingSince) })
                : undefined
            }
          >
            {t("operations.queue", { running, waiting })}
          </Row>
        ))}
      </Rows>
      {runningImports.length === 0 ? (
        <Section title={t("operations.imports")} hint={t("operations.noImports")} />
      ) : (
        <Rows title={t("operations.imports")}>
          {runningImports.map((one) => (
            <Row key={one.importId} name={one.fileName} hint={stateText(one, t)}>
              {t("operations.importProgress", {
                done: format.number(one.done),
                total: format.number(one.total),
              })}
            </Row>
          ))}
        </Rows>
      )}
      {webhookBacklogs.length === 0 ? (
        <Section title={t("operations.webhooks")} hint={t("operations.noBacklogs")} />
      ) : (
        <Rows title={t("operations.webhooks")}>
          {webhookBacklogs.map(({ webhook, pending, waitingSince }) => (
            <Row key={webhook.id} name={webhook.url}>
              {t("operations.backlog", { count: pending, since: format.dateTime(waitingSince) })}
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}

function stateText({ status }: RunningImport, t: ReturnType<typeof useT>): string | undefined {
  switch (status) {
    case "READING":
    case "CHECKING":
    case "RUNNING":
    case "UNDOING":
      return t(`operations.import.${status}`);
    default:
      return undefined;
  }
}
