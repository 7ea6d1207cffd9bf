import { externalId as externalIdRules } from "@clientela/shared/records/externalIds";
import sql, { raw } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { tableOf } from "../../platform/database/columns.js";
import { Invalid, type Issue } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import { lockFound } from "../../platform/records/writeMany.js";
import { rehearsed } from "./rehearsal.js";
import type { KindTrash, UpsertedRow, UpsertItem, UpsertKind } from "./upsertKind.js";

/** How many records one call can delete. */
const MAX_DELETED = 1_000;

/** What a deletion can do with an id. */
export const DELETION_STATUSES = ["DELETED", "NOT_FOUND", "FAILED"] as const;

/** The result of one id. */
export interface Deleted {
  status: (typeof DELETION_STATUSES)[number];
  issues: readonly Issue[];
}

/** What a call deletes. */
interface Deletion {
  source: string;
  externalIds: readonly string[];
  dryRun: boolean;
}

/** Moves records to the trash by their ids in another system; returns one result per id, in order. Throws Invalid. */
export async function deleteRecords<Row extends UpsertedRow, Item extends UpsertItem>(
  context: Context,
  { subject }: UpsertKind<Row, Item>,
  trash: KindTrash,
  { source, externalIds, dryRun }: Deletion,
): Promise<Deleted[]> {
  if (externalIds.length > MAX_DELETED) {
    throw new Invalid([{ path: "externalIds", code: "too_many", params: { max: MAX_DELETED } }]);
  }
  const { source: name } = parseInput(externalIdRules.pick({ source: true }), { source });
  const values = externalIds.map(
    (value) => externalIdRules.shape.value.safeParse(value).data ?? "",
  );
  const write = async (): Promise<Deleted[]> => {
    const known = await context.db.rows<{ value: string; id: string }>(sql`
      SELECT x.value, x.record_id AS id FROM external_ids x
      WHERE x.record_type = ${subject.name} AND lower(x.source) = lower(${name}) AND x.value = ANY(${values}::text[])
        AND x.live`);
    const rows = await lockFound(context, subject, [...new Set(known.map(({ id }) => id))]);
    const kept = await keptAmong(context, subject.type, trash, rows);
    const moved = rows.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
    if (moved.length > 0) await trash.move(context, moved);
    const found = new Set(rows.map(({ id }) => id));
    const idOf = new Map(known.map(({ value, id }) => [value, id]));
    return values.map((value, place) => {
      const id = idOf.get(value);
      if (id === undefined || !found.has(id)) return { status: "NOT_FOUND", issues: [] };
      if (!kept.has(id) || !trash.kept) return { status: "DELETED", issues: [] };
      const issue = { path: `externalIds.${place}`, code: trash.kept.code };
      return { status: "FAILED", issues: [issue] };
    });
  };
  return dryRun ? rehearsed(context, write) : write();
}

async function keptAmong(
  { db }: Context,
  type: new () => object,
  { kept }: KindTrash,
  rows: readonly { id: string }[],
): Promise<ReadonlySet<string>> {
  if (!kept || rows.length === 0) return new Set();
  const ids = rows.map(({ id }) => id);
  const found = await db.rows<{ id: string }>(sql`
    SELECT r.id FROM ${raw(`"${tableOf(type)}"`)} r WHERE r.id = ANY(${ids}::uuid[]) AND ${kept.when}`);
  return new Set(found.map(({ id }) => id));
}
