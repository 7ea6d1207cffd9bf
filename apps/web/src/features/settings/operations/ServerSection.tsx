import { fileSize } from "../../../i18n/fileSize.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { Row, Rows } from "../Rows.js";
import type { OperationsState } from "./operationsQuery.js";

/** The version, the processes, the database and the storage. */
export function ServerSection({ operations }: { operations: OperationsState }) {
  const t = useT();
  const format = useFormat();
  const { version, processes, database, storage } = operations;
  return (
    <Rows title={t("operations.server")}>
      <Row name={t("operations.version")}>{version}</Row>
      {processes.map(({ host, pid, startedAt }) => (
        <Row key={`${host} ${pid} ${startedAt}`} name={t("operations.process", { pid })}>
          {t("operations.processSince", { host, since: format.dateTime(startedAt) })}
        </Row>
      ))}
      <Row name={t("operations.database")}>
        {t("operations.databaseFacts", {
          version: database.version,
          size: fileSize(database.bytes, format),
        })}
      </Row>
      <Row name={t("operations.connections")}>
        {t("operations.connectionsUsed", {
          used: database.connections,
          most: database.maxConnections,
        })}
      </Row>
      <Row name={t("operations.storage")} hint={storage.waitsFor ?? undefined}>
        {storage.place}
      </Row>
    </Rows>
  );
}
