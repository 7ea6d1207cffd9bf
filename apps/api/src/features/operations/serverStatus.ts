import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import {
  type BackupRun,
  type BackupStatus,
  type DatabaseStatus,
  MAX_RUNS,
  type ServerProcess,
} from "./operations.type.js";

/** A process that has not reported for this long has ended. */
const SILENT_SECONDS = 150;
/** How many processes are listed at the most. */
export const MAX_PROCESSES = 100;

/** The processes that serve requests now, the oldest first. */
export const serverProcesses = ({ db }: Context): Promise<ServerProcess[]> =>
  db.rows<ServerProcess>(sql`
    SELECT host, pid, started_at AS "startedAt", seen_at AS "seenAt" FROM server_processes
    WHERE seen_at > now() - make_interval(secs => ${SILENT_SECONDS}::int)
    ORDER BY started_at LIMIT ${MAX_PROCESSES}`);

/** The state of the database. */
export async function databaseStatus({ db }: Context): Promise<DatabaseStatus> {
  const row = await db.row<DatabaseStatus>(sql`
    SELECT current_setting('server_version') AS version,
      pg_database_size(current_database())::float8 AS bytes,
      (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
      current_setting('max_connections')::int AS "maxConnections"`);
  if (!row) throw new Error("the database says nothing of itself");
  return row;
}

/** The backups that were made, and those to come. */
export async function backupStatus({ db, app }: Context): Promise<BackupStatus> {
  const rows = await db.rows<BackupRun & { isListed: boolean }>(sql`
    SELECT started_at AS "startedAt", finished_at AS "finishedAt", error, name, place,
      rows::float8, files::float8, bytes::float8, nth <= ${MAX_RUNS} AS "isListed"
    FROM (
      SELECT r.*, row_number() OVER (ORDER BY started_at DESC) AS nth,
        row_number() OVER (PARTITION BY name IS NULL ORDER BY started_at DESC) AS nth_of_outcome
      FROM backup_runs r) r
    WHERE nth <= ${MAX_RUNS} OR (name IS NOT NULL AND nth_of_outcome = 1)
    ORDER BY nth`);
  return {
    everyHours: app.backups?.everyHours ?? null,
    last: rows.find(({ name }) => name !== null) ?? null,
    runs: rows.filter(({ isListed }) => isListed),
  };
}
