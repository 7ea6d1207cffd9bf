import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { tableOf } from "../../platform/database/columns.js";
import { Invalid } from "../../platform/errors.js";
import type { UpsertedRow, UpsertItem, UpsertKind } from "./upsertKind.js";

/** How many records one call moves to the trash. */
const MAX_ARCHIVED = 1_000;

/** What became of the records that a full sync did not send. */
export interface Missing {
  archived: number;
  /** Those that cannot go, and those that another system knows as well. */
  kept: number;
  /** Those that the next call moves. */
  remaining: number;
}

/** Which records a full sync is about, and since when. */
interface FullSync {
  source: string;
  since: Date;
}

const idsOf = (recordType: string, source: string): Sql =>
  sql`x.record_type = ${recordType} AND lower(x.source) = lower(${source}) AND x.live`;

/**
 * Moves the records of a source to the trash that a full sync did not send; what it sent in vain counts as sent. Throws
 * Invalid for kinds that are never deleted, and where it sent nothing: an absence of everything is a mistake.
 */
export async function archiveMissing<Row extends UpsertedRow, Item extends UpsertItem>(
  context: Context,
  { subject, trash }: UpsertKind<Row, Item>,
  { source, since }: FullSync,
): Promise<Missing> {
  if (!trash) throw new Invalid([{ path: "onMissing", code: "never_deleted" }]);
  const { db } = context;
  const ofSource = idsOf(subject.name, source);
  const seen = await db.row(sql`
    SELECT 1 FROM public.external_ids x WHERE ${ofSource} AND x.seen_at >= ${since}::timestamptz LIMIT 1`);
  if (!seen) throw new Invalid([{ path: "onMissing", code: "sync_run_empty" }]);
  const visible = join(
    [sql`r.deleted_at IS NULL`, ...(subject.within ? [subject.within] : [])],
    " AND ",
  );
  const missing = sql`
    FROM ${raw(`"${tableOf(subject.type)}"`)} r
    WHERE ${visible} AND r.id IN (
      SELECT x.record_id FROM external_ids x WHERE ${ofSource}
      GROUP BY x.record_id HAVING max(x.seen_at) < ${since}::timestamptz)`;
  const kept = sql`(${trash.kept?.when ?? sql`false`} OR EXISTS (
    SELECT 1 FROM external_ids o WHERE o.record_id = r.id AND o.live AND lower(o.source) <> lower(${source})))`;
  const counts = await db.row<{ all: number; kept: number }>(sql`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE ${kept})::int AS kept ${missing}`);
  const rows = await db.rows<{ id: string }>(sql`
    SELECT r.id ${missing} AND NOT ${kept} ORDER BY r.id LIMIT ${MAX_ARCHIVED} FOR UPDATE OF r`);
  if (rows.length > 0) {
    await trash.move(
      context,
      rows.map(({ id }) => id),
    );
  }
  const { all, kept: keptCount } = counts ?? { all: 0, kept: 0 };
  return {
    archived: rows.length,
    kept: keptCount,
    remaining: Math.max(all - keptCount - rows.length, 0),
  };
}
