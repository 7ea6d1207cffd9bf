import sql, { join, raw, type Sql } from "sql-template-tag";
import type { App } from "../../../platform/app.js";
import { type Context, personBehind } from "../../../platform/context.js";
import { SheetsFull } from "../../../platform/errors.js";
import type { UploadUse } from "../../../platform/feature.js";
import { arrivingFor, type QuotaContext } from "./arrivingRows.js";
import type { Room } from "./room.js";

/** Uploads of sheets take this advisory lock, so that each counts those before it. */
const LOCK = "sheets that wait to be imported";

/** Rows of other features that reference the upload `r`. */
const usesOf = ({ registry }: App, also: (use: UploadUse) => Sql = () => sql`TRUE`): Sql[] =>
  registry.uploadUses.map(
    (use) => sql`EXISTS (
      SELECT 1 FROM ${raw(`"${use.table}"`)} u WHERE u.${raw(`"${use.column}"`)} = r.id AND ${also(use)})`,
  );

/** Whether the upload `r` has no customer and nothing references it. */
export const isUnused = (app: App): Sql =>
  join([sql`r.customer_id IS NULL`, ...usesOf(app).map((use) => sql`NOT ${use}`)], " AND ");

/** The room for one more sheet, per uploader and for the installation; all API keys count as one uploader. */
export async function roomForSheet(context: QuotaContext, upload: string): Promise<Room> {
  const { waitingSheetsBytes, allWaitingSheetsBytes } = context.app.limits;
  const { actor } = context;
  const uploader = personBehind(actor);
  const waits = join(
    [sql`(${isUnused(context.app)})`, ...usesOf(context.app, ({ waiting }) => waiting)],
    " OR ",
  );
  // All sheets count, whoever sees them.
  const row = await context.db.within(null).row<Record<"own" | "count" | "all", string>>(sql`
    SELECT coalesce(sum(size) FILTER (WHERE own), 0)::text AS own, count(*) FILTER (WHERE own AND "isFile")::text AS count,
      coalesce(sum(size), 0)::text AS all
    FROM (
      SELECT r.size, r.uploaded_by_id IS NOT DISTINCT FROM ${uploader}::uuid AS own, true AS "isFile"
      FROM files r WHERE r.customer_id IS NULL AND (${waits})
      UNION ALL
      SELECT a.bytes, a.uploaded_by_id IS NOT DISTINCT FROM ${uploader}::uuid, false
      FROM (${arrivingFor(null, upload)}) a) waiting`);
  const ownBytes = Number(row?.own);
  const ofOwn = waitingSheetsBytes - ownBytes;
  const ofAll = allWaitingSheetsBytes - Number(row?.all);
  return {
    bytes: Math.max(0, Math.min(ofOwn, ofAll)),
    refusal:
      ofOwn <= ofAll
        ? new SheetsFull("person", waitingSheetsBytes, Number(row?.count), ownBytes)
        : new SheetsFull("installation", allWaitingSheetsBytes, Number(row?.count), ownBytes),
  };
}

/** Blocks others from adding a sheet until the transaction ends. */
export async function lockSheets({ db }: Context): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${LOCK}))`);
}
