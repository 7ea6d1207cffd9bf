import type { ClientBase } from "pg";
import type { Logger } from "pino";
import { migrate, openDatabase } from "../database/database.js";
import { migrateJobs } from "../jobs/jobs.js";
import { SetupError } from "../setupError.js";
import type { CheckedBackup } from "./checkBackup.js";
import { decompressed } from "./compression.js";
import type { StoredTable } from "./manifest.js";
import type { RowTotals } from "./rowSum.js";
import { onPatientClient } from "./snapshot.js";
import { fillTable, fillTables, setSequences, setTextForm, tablesOf } from "./tables.js";
import type { BackupTarget } from "./target.js";

/** Brings the schema of a database to the migrations of a backup, or to the newest ones, and makes the job queue's tables. */
export async function migrateTo(
  databaseUrl: string,
  migrations: readonly string[] | undefined,
  log: Logger,
): Promise<void> {
  const database = await openDatabase({
    url: databaseUrl,
    statementTimeoutMs: 0,
    migrations: migrations && new Set(migrations),
    log,
  });
  try {
    await migrate(database);
    await migrateJobs(database, log);
  } finally {
    await database.close();
  }
}

/**
 * Puts the rows of a backup into a database of the same schema, all or nothing. `finish` belongs to the transaction.
 * @throws SetupError where the schema is another one, or the rows are not those of the manifest
 */
export async function fillDatabase(
  databaseUrl: string,
  target: BackupTarget,
  { manifest, name }: CheckedBackup,
  finish: (client: ClientBase) => Promise<void> = async () => undefined,
): Promise<void> {
  await onPatientClient(databaseUrl, async (client) => {
    await client.query("BEGIN");
    await setTextForm(client);
    refuseOtherSchema(await tablesOf(client), manifest.tables, name);
    await fillTables(client, manifest.tables, async () => {
      for (const table of manifest.tables) {
        const rows = decompressed(await target.readPart(table));
        assertTotals(table, await fillTable(client, table, rows), name);
      }
    });
    await setSequences(client, manifest.sequences);
    await finish(client);
    await client.query("COMMIT");
    // What plans are made by; the server would gather it in its own time.
    await client.query("ANALYZE");
  });
}

/** Throws a SetupError where rows are not those of the manifest. */
export function assertTotals(table: StoredTable, { rows, sum }: RowTotals, name: string): void {
  if (rows === table.rows && sum === table.sum) return;
  throw new SetupError(
    `The table ${table.name} of the backup ${name} differs: ${rows} rows with the checksum ${sum}, instead of ${table.rows} with ${table.sum}. Use another backup.`,
  );
}

const shapeOf = ({ name, columns }: Pick<StoredTable, "name" | "columns">): string =>
  `${name} (${[...columns].sort().join(", ")})`;

function refuseOtherSchema(
  made: readonly Pick<StoredTable, "name" | "columns">[],
  stored: readonly StoredTable[],
  name: string,
): void {
  const shapes = new Set(made.map(shapeOf));
  const others = stored.map(shapeOf).filter((shape) => !shapes.delete(shape));
  if (others.length === 0 && shapes.size === 0) return;
  const [first] = [...others, ...shapes];
  throw new SetupError(
    `The tables of the backup ${name} are not those of its migrations (${first}): it was made with a changed schema. Restore it with the version that made it.`,
  );
}
