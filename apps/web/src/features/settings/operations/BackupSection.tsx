import { fileSize } from "../../../i18n/fileSize.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { Badge, type Tone } from "../../../ui/values/Badge.js";
import { Row, Rows } from "../Rows.js";
import type { OperationsState } from "./operationsQuery.js";

type Backups = OperationsState["backups"];
type Run = Backups["runs"][number];
type State = "DONE" | "RUNNING" | "RETRYING" | "FAILED";

const tones: Record<State, Tone> = {
  DONE: "green",
  RUNNING: "blue",
  RETRYING: "amber",
  FAILED: "red",
};

function stateOf({ name, finishedAt, error }: Run): State {
  if (name) return "DONE";
  if (finishedAt) return "FAILED";
  return error ? "RETRYING" : "RUNNING";
}

/** The last backup and its age, the schedule, and what became of the latest ones. */
export function BackupSection({ backups: { last, everyHours, runs } }: { backups: Backups }) {
  const t = useT();
  const format = useFormat();
  return (
    <Rows title={t("operations.backups")}>
      <Row
        name={t("operations.lastBackup")}
        hint={
          last
            ? t("operations.backupFacts", {
                rows: format.number(last.rows ?? 0),
                files: format.number(last.files ?? 0),
                size: fileSize(last.bytes ?? 0, format),
                place: last.place ?? "",
              })
            : undefined
        }
      >
        {last?.finishedAt ? format.relative(last.finishedAt) : t("operations.noBackup")}
      </Row>
      <Row name={t("operations.schedule")}>
        {everyHours == null
          ? t("operations.notScheduled")
          : t("operations.everyHours", { count: everyHours })}
      </Row>
      {runs.map((run) => (
        <Row
          key={`${run.startedAt} ${run.name}`}
          name={format.dateTime(run.startedAt)}
          hint={run.error ?? undefined}
        >
          <Badge tone={tones[stateOf(run)]}>{t(`operations.run.${stateOf(run)}`)}</Badge>
        </Row>
      ))}
    </Rows>
  );
}
