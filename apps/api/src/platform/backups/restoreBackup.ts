import { createInterface } from "node:readline";
import type { Logger } from "pino";
import { openDatabase } from "../database/database.js";
import { type JobHandlers, openJobs } from "../jobs/jobs.js";
import { type CheckedBackup, checkBackup, eachFile } from "./checkBackup.js";
import { decompressed } from "./compression.js";
import { claimEmptyPlace, type Place, restoreEnded, rowsAreIn } from "./emptyPlace.js";
import { fillDatabase, migrateTo } from "./fillDatabase.js";
import type { BackupTarget } from "./target.js";

/** What is restored, and where to. */
export interface RestoreOptions extends Place {
  target: BackupTarget;
  /** The name of the backup; the latest unless given. */
  name: string | undefined;
  migrations: readonly string[];
  handlers: JobHandlers;
  log: Logger;
}

/**
 * Restores a backup into an empty database and an empty storage. The whole backup is checked before either is touched. The
 * result is an installation of its own: it gets an id at its first start, so that it and the one that was backed up never
 * take one another's files for theirs. One that was interrupted is continued by calling it again.
 * @throws SetupError where the backup cannot be used, or the place is not empty
 */
export async function restoreBackup(options: RestoreOptions): Promise<CheckedBackup> {
  const { target, name, migrations, databaseUrl, log } = options;
  const backup = await checkBackup(target, name, migrations);
  const stage = await claimEmptyPlace(options, backup.name);
  if (stage === "filling") {
    await restoreFiles(options, backup);
    await migrateTo(databaseUrl, backup.manifest.migrations, log);
    await fillDatabase(databaseUrl, target, backup, rowsAreIn);
  }
  await migrateTo(databaseUrl, undefined, log);
  await restoreJobs(options, backup);
  await restoreEnded(databaseUrl);
  return backup;
}

async function restoreFiles(
  { target, storage }: RestoreOptions,
  { name }: CheckedBackup,
): Promise<void> {
  await eachFile(target, name, async ({ key, sha256 }) => {
    // An interrupted restore may have left a part of it.
    await storage.remove(key);
    await storage.write(key, await target.readFile(sha256));
  });
}

async function restoreJobs(
  { target, databaseUrl, handlers, log }: RestoreOptions,
  { manifest }: CheckedBackup,
): Promise<void> {
  const database = await openDatabase({ url: databaseUrl, log });
  const jobs = await openJobs(database, log, handlers, "asks");
  try {
    const lines = createInterface({ input: decompressed(await target.readPart(manifest.jobs)) });
    for await (const line of lines) {
      const [queue = "", recordId = ""] = line.split("\t");
      if (queue in handlers) await jobs.enqueue(database.db(), queue, recordId);
      else log.warn({ queue, recordId }, "a job of a queue that is no longer known was left out");
    }
  } finally {
    await jobs.stop();
    await database.close();
  }
}
