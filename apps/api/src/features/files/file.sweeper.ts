import sql, { join, raw, type Sql } from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { StoredObject } from "../../platform/files/storage.js";
import { remember } from "../../platform/records/history.js";
import { systemContext } from "../../platform/request/systemContext.js";
import { FILES_FOLDER, fileOfKey, keyOfFile } from "./file.bytes.js";
import { sweepUploads } from "./file.hold.js";

const DAYS_IN_TRASH = 30;
const DAYS_UNUSED = 1;
/** Longer than any upload is silent, so that bytes without a row are not about to get one. */
const MINUTES_WITHOUT_ROW = 15;
const AT_ONCE = 500;
const FIRST_SWEEP_MS = 30_000;
const SWEEP_EVERY_MS = 10 * 60_000;
const SWEEP_UPLOADS_EVERY_MS = 10_000;

const uses: Sql[] = [];

/** Says that `table` points at uploads of no customer by `column`; those it points at are not swept. */
export function keepUploadsOf(table: string, column: string): void {
  uses.push(
    sql`NOT EXISTS (SELECT 1 FROM ${raw(`"${table}"`)} u WHERE u.${raw(`"${column}"`)} = r.id)`,
  );
}

interface Gone {
  id: string;
  customerId: string | null;
}

/** Deletes the rows of files that nobody can get back or ever used, with their history. */
async function forgetRows(app: App): Promise<Gone[]> {
  const context = systemContext(app);
  const now = context.now.toISOString();
  const before = (days: number) => sql`${now}::timestamptz - make_interval(days => ${days})`;
  const unused = join([sql`r.customer_id IS NULL`, ...uses], " AND ");
  return context.inTransaction(async () => {
    const gone = await context.db.rows<Gone>(sql`
      DELETE FROM files WHERE id IN (
        SELECT r.id FROM files r
        WHERE r.deleted_at < ${before(DAYS_IN_TRASH)} OR (r.created_at < ${before(DAYS_UNUSED)} AND ${unused})
        LIMIT ${AT_ONCE}
      ) RETURNING id, customer_id AS "customerId"`);
    await remember(
      context,
      gone.map(({ id, customerId }) => ({
        customerId,
        recordType: "File" as const,
        recordId: id,
        action: "purged",
      })),
    );
    return gone;
  });
}

async function removeOrphans(app: App, objects: readonly StoredObject[]): Promise<void> {
  if (objects.length === 0) return;
  const rows = await app.database.db().rows<{ id: string }>(sql`
    SELECT id::text FROM files WHERE id::text = ANY(${objects.map(({ key }) => fileOfKey(key))}::text[])`);
  const known = new Set(rows.map((row) => row.id));
  const youngest = app.clock().getTime() - MINUTES_WITHOUT_ROW * 60_000;
  for (const object of objects) {
    if (known.has(fileOfKey(object.key))) continue;
    if ((await object.modifiedAt()).getTime() < youngest) await app.storage.remove(object.key);
  }
}

/**
 * Removes what is left over: files 30 days in the trash, uploads of no customer that nothing used
 * for a day, and bytes that never got a row because the process ended in between.
 */
export async function sweepFiles(app: App): Promise<void> {
  let gone: Gone[];
  do {
    gone = await forgetRows(app);
    // Rows first: should this end here, bytes without a row are found below the next time.
    for (const { id } of gone) await app.storage.remove(keyOfFile(id));
  } while (gone.length === AT_ONCE);

  let batch: StoredObject[] = [];
  for await (const object of app.storage.list(FILES_FOLDER)) {
    batch.push(object);
    if (batch.length < AT_ONCE) continue;
    await removeOrphans(app, batch);
    batch = [];
  }
  await removeOrphans(app, batch);
}

/** Sweeps from time to time until the answer is called. */
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
