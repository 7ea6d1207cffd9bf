import type { ClientBase } from "pg";
import type { WrittenBackup } from "./writeBackup.js";

/** The newest runs are kept; they are a few each day. */
const KEPT_DAYS = 400;

type Client = Pick<ClientBase, "query">;

/** Records a backup that was made; `id` is that of its run, where it was begun by the schedule. */
export async function recordBackup(
  client: Client,
  { name, place, manifest }: WrittenBackup,
  startedAt: Date,
  id: string | null = null,
): Promise<void> {
  const { tables, jobs, files } = manifest;
  const sumOf = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);
  const values = [
    startedAt,
    name,
    place,
    sumOf(tables.map(({ rows }) => rows)),
    files.count,
    sumOf([...tables, jobs, files.list].map(({ bytes }) => bytes)) + files.addedBytes,
    id,
  ];
  await client.query(
    `INSERT INTO backup_runs (started_at, finished_at, name, place, rows, files, bytes, id)
     VALUES ($1, now(), $2, $3, $4, $5, $6, coalesce($7::uuid, uuid_v7()))
     ON CONFLICT (id) DO UPDATE SET finished_at = now(), error = NULL, name = excluded.name,
       place = excluded.place, rows = excluded.rows, files = excluded.files, bytes = excluded.bytes`,
    values,
  );
  await client.query(
    "DELETE FROM backup_runs WHERE started_at < now() - make_interval(days => $1)",
    [KEPT_DAYS],
  );
}

/** Whether the database has a record of backups: one of an older version, which is backed up before it is upgraded, has none. */
export async function hasBackupRuns(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(
    "SELECT to_regclass('backup_runs') IS NOT NULL AS is",
  );
  return rows[0]?.is === true;
}
