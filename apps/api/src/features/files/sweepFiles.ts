import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import { sweepOrphans } from "../../platform/installation/orphans.js";
import { sweepQuarantine } from "../../platform/installation/quarantine.js";
import { askRemoval, sweepRemovals } from "../../platform/installation/removals.js";
import { remember } from "../../platform/records/history.js";
import { systemContext } from "../../platform/request/systemContext.js";
import { keyOfFile } from "./fileBytes.js";
import { sweepUploads } from "./holdUpload.js";
import { isUnused } from "./quota/sheetQuota.js";

const DAYS_IN_TRASH = 30;
const DAYS_UNUSED = 1;
const AT_ONCE = 500;
/** By then, another database that uses the same storage has registered itself. */
const FIRST_SWEEP_MS = 3 * 60_000;
const SWEEP_EVERY_MS = 10 * 60_000;
const SWEEP_UPLOADS_EVERY_MS = 10_000;

interface Gone {
  id: string;
  customerId: string | null;
}

/** Deletes the rows of files that can no longer be restored or were never used, with their history. */
async function forgetRows(app: App): Promise<Gone[]> {
  const context = systemContext(app);
  const now = context.now.toISOString();
  const before = (days: number) => sql`${now}::timestamptz - make_interval(days => ${days})`;
  return context.inTransaction(async () => {
    const gone = await context.db.rows<Gone>(sql`
      DELETE FROM files WHERE id IN (
        SELECT r.id FROM files r
        WHERE r.deleted_at < ${before(DAYS_IN_TRASH)} OR (r.created_at < ${before(DAYS_UNUSED)} AND ${isUnused(app)})
        LIMIT ${AT_ONCE}
      ) RETURNING id, customer_id AS "customerId"`);
    await remember(
      context,
      gone.map(({ id, customerId }) => ({
        parentId: customerId,
        recordType: "File" as const,
        recordId: id,
        action: "purged",
      })),
    );
    await askRemoval(
      context.db,
      gone.map(({ id }) => keyOfFile(id)),
      { reason: "30 days in the trash, or never used", forGood: false },
    );
    return gone;
  });
}

/**
 * Removes leftovers: files after 30 days in the trash, uploads without a customer that were not used
 * within a day, and bytes without a record because the process ended in between. Their bytes
 * stay in the quarantine of the storage for 30 days.
 */
export async function sweepFiles(app: App): Promise<void> {
  const { installation } = app;
  if (!(await installation.maySweep())) return;
  while ((await forgetRows(app)).length === AT_ONCE);
  const db = app.database.db();
  const now = app.clock();
  await sweepRemovals(installation, db, now);
  await sweepQuarantine(installation, db, now);
  await sweepOrphans(installation, db, now);
}

/** Sweeps periodically until the returned function is called. */
export async function startSweeping(app: App): Promise<() => Promise<void>> {
  let sweeping = Promise.resolve();
  const sweep = (some: typeof sweepFiles) => {
    sweeping = sweeping
      .then(() => some(app))
      .catch((error: unknown) => app.log.warn({ err: error }, "sweeping files failed"));
  };
  const timers = [
    setTimeout(sweep, FIRST_SWEEP_MS, sweepFiles),
    setInterval(sweep, SWEEP_EVERY_MS, sweepFiles),
    setInterval(sweep, SWEEP_UPLOADS_EVERY_MS, sweepUploads),
  ].map((timer) => timer.unref());
  return async () => {
    for (const timer of timers) clearTimeout(timer);
    await sweeping;
  };
}
