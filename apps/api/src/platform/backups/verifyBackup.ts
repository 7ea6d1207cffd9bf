import type { Logger } from "pino";
import { type CheckedBackup, checkBackup } from "./checkBackup.js";
import { assertTotals, fillDatabase, migrateTo } from "./fillDatabase.js";
import { onPatientClient } from "./snapshot.js";
import { setTextForm, totalsOf } from "./tables.js";
import type { BackupTarget } from "./target.js";

/** What is verified, and in which database. */
export interface VerifyOptions {
  target: BackupTarget;
  /** The name of the backup; the latest unless given. */
  name: string | undefined;
  migrations: readonly string[];
  /** An empty database that nobody needs. */
  scratchUrl: () => Promise<string>;
  log: Logger;
}

/**
 * Proves that a backup can be restored: compares every byte with its manifest, restores the rows into a scratch database,
 * counts and adds them up there, and brings that database up to date.
 * @throws SetupError where any of this fails
 */
export async function verifyBackup(options: VerifyOptions): Promise<CheckedBackup> {
  const { target, name, migrations, log } = options;
  const backup = await checkBackup(target, name, migrations);
  const url = await options.scratchUrl();
  await migrateTo(url, backup.manifest.migrations, log);
  await fillDatabase(url, target, backup);
  await onPatientClient(url, async (client) => {
    await client.query("BEGIN");
    await setTextForm(client);
    for (const table of backup.manifest.tables)
      assertTotals(table, await totalsOf(client, table), backup.name);
  });
  await migrateTo(url, undefined, log);
  return backup;
}
