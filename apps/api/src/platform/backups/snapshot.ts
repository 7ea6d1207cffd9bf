import type { ClientBase } from "pg";
import { type DatabaseClient, withClient } from "../database/connections/client.js";
import { SetupError } from "../setupError.js";
import { setTextForm } from "./tables.js";

// Any number that no other program of the installation uses as an advisory lock.
const BACKUP_LOCK = 7_205_911_403;

/** Opens a connection without time limits for `work`: a table takes as long as its size needs. */
export const onPatientClient = <T>(
  url: string,
  work: (client: DatabaseClient) => Promise<T>,
): Promise<T> =>
  withClient(
    {
      connectionString: url,
      application_name: "clientela-backup",
      options: "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0",
    },
    work,
  );

/** Runs `work` while no other process makes a backup of the database; throws a SetupError where one does. */
export const underBackupLock = <T>(url: string, work: () => Promise<T>): Promise<T> =>
  onPatientClient(url, async (client) => {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS held", [BACKUP_LOCK]);
    if (!rows[0]?.held) {
      throw new SetupError(
        "A backup of this database is being made already. Wait until it is done.",
      );
    }
    return work();
  });

/** Runs `work` with two connections that see the database as it is at one moment, whatever is written in the meantime. */
export const inSnapshot = <T>(
  url: string,
  work: (clients: readonly [ClientBase, ClientBase]) => Promise<T>,
): Promise<T> =>
  onPatientClient(url, (first) =>
    onPatientClient(url, async (second) => {
      await begin(first);
      const { rows } = await first.query<{ id: string }>("SELECT pg_export_snapshot() AS id");
      await begin(second);
      await second.query(`SET TRANSACTION SNAPSHOT ${second.escapeLiteral(rows[0]?.id ?? "")}`);
      for (const client of [first, second]) await setTextForm(client);
      return work([first, second]);
    }),
  );

const begin = (client: ClientBase) =>
  client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
