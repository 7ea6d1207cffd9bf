import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import type { App } from "../../platform/app.js";
import { recordBackup } from "../../platform/backups/backupRuns.js";
import { removeOldBackups } from "../../platform/backups/retention.js";
import { writeBackup } from "../../platform/backups/writeBackup.js";
import type { JobHandler } from "../../platform/jobs/jobs.js";

/** The queue of backups. */
export const BACKUP_QUEUE = "backup";

const LOOK_MS = 60_000;
/** After one that failed for good, the next is tried sooner than the schedule says. */
const HOURS_AFTER_FAILURE = 1;
const SCHEDULE_LOCK = sql`hashtext('clientela backups')`;

/** Makes the backup of a run. */
export const backupJob: JobHandler = {
  async run(app, runId) {
    const { backups: settings, database, storage, registry, log } = app;
    const run = await database
      .db()
      .row<{ startedAt: Date }>(
        sql`SELECT started_at AS "startedAt" FROM backup_runs WHERE id = ${runId}::uuid AND finished_at IS NULL`,
      );
    if (!settings || !run) return;
    try {
      await writeBackup(
        {
          databaseUrl: database.url,
          storage,
          kinds: registry.storedKinds,
          to: settings.to,
          passphrase: settings.passphrase,
          now: app.clock(),
          log,
        },
        async (written) => {
          await recordBackup(database.pool, written, run.startedAt, runId);
          await removeOldBackups(written.target, settings.keep);
        },
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await database
        .db()
        .execute(
          sql`UPDATE backup_runs SET error = ${reason} WHERE id = ${runId}::uuid AND name IS NULL`,
        );
      throw error;
    }
  },
  async giveUp({ database }, runId) {
    await database
      .db()
      .execute(
        sql`UPDATE backup_runs SET finished_at = now() WHERE id = ${runId}::uuid AND finished_at IS NULL`,
      );
  },
  async prepareRetry(db, runId) {
    const reopened = await db.execute(sql`
      UPDATE backup_runs SET finished_at = NULL, error = NULL WHERE id = ${runId}::uuid AND name IS NULL`);
    return reopened > 0;
  },
};

/** Begins a backup where one is due; of several processes, one does. */
export async function beginDueBackup({ backups, database, jobs, clock }: App): Promise<boolean> {
  if (!backups) return false;
  const now = clock();
  return database.db().transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${SCHEDULE_LOCK})`);
    const id = uuidV7();
    const begun = await tx.execute(sql`
      INSERT INTO backup_runs (id, started_at)
      SELECT ${id}::uuid, ${now} WHERE NOT EXISTS (
        SELECT FROM backup_runs
        WHERE started_at > ${now}::timestamptz - make_interval(secs => 3600 * CASE
          WHEN finished_at IS NOT NULL AND name IS NULL THEN ${HOURS_AFTER_FAILURE}::float8
          ELSE ${backups.everyHours}::float8 END))`);
    if (begun > 0) await jobs.enqueue(tx, BACKUP_QUEUE, id);
    return begun > 0;
  });
}

/** Looks every minute whether a backup is due. */
export async function scheduleBackups(app: App): Promise<() => Promise<void>> {
  if (!app.backups) return async () => undefined;
  let looking: Promise<unknown> = Promise.resolve();
  const look = () => {
    looking = looking
      .then(() => beginDueBackup(app))
      .catch((err: unknown) => app.log.warn({ err }, "no backup could be begun"));
  };
  look();
  const timer = setInterval(look, LOOK_MS).unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
