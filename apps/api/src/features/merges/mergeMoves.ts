import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { tableOf } from "../../platform/database/columns.js";
import type { OwnedRecordKind } from "../../platform/records/ownedRecords.js";
import type { CustomerMerge, MovedExternalId } from "./merge.entity.js";

const table = ({ type }: { type: new () => object }) => raw(`"${tableOf(type)}"`);

const flagOf = ({ oneOf }: OwnedRecordKind): Sql =>
  oneOf === undefined ? sql`false` : sql`(r.${raw(`"${oneOf}"`)} AND r.deleted_at IS NULL)`;

const movesOf = (mergeId: string, belonging: OwnedRecordKind): Sql =>
  sql`m.merge_id = ${mergeId}::uuid AND m.moved = ${tableOf(belonging.type)} AND m.record_id = r.id`;

/** Records which customer each record of the merged customers belonged to, including the trash. */
async function rememberMoves(context: Context, mergeId: string, ids: string[]): Promise<void> {
  const looks = context.app.registry.ownedRecords.map(
    (belonging) => sql`
      SELECT ${tableOf(belonging.type)}::text, r.id, r.customer_id, ${flagOf(belonging)}
      FROM ${table(belonging)} r WHERE r.customer_id = ANY(${ids}::uuid[])`,
  );
  looks.push(sql`
    SELECT 'merged_customers', r.id, r.survivor_id, false
    FROM merged_customers r WHERE r.survivor_id = ANY(${ids}::uuid[])`);
  await context.db.execute(sql`
    INSERT INTO merge_moves (moved, record_id, from_id, flagged, merge_id)
    SELECT l.*, ${mergeId}::uuid FROM (${join(looks, " UNION ALL ")}) l`);
}

/** Where only one record per customer may carry a flag, keeps the flag of the first customer's. */
async function leaveOne(
  context: Context,
  belonging: OwnedRecordKind,
  ids: string[],
): Promise<void> {
  const flag = raw(`"${belonging.oneOf}"`);
  await context.db.execute(sql`
    UPDATE ${table(belonging)} r SET ${flag} = false
    WHERE r.customer_id = ANY(${ids}::uuid[]) AND r.${flag} AND r.deleted_at IS NULL AND r.id <> (
      SELECT o.id FROM ${table(belonging)} o
      WHERE o.customer_id = ANY(${ids}::uuid[]) AND o.${flag} AND o.deleted_at IS NULL
      ORDER BY array_position(${ids}::uuid[], o.customer_id) LIMIT 1)`);
}

/**
 * Moves all records of the merged customers to the survivor, in a fixed number of statements. Records that
 * others reference move first: the database then updates the keys of those that reference them.
 */
export async function moveAll(
  context: Context,
  mergeId: string,
  survivorId: string,
  mergedIds: string[],
): Promise<void> {
  await rememberMoves(context, mergeId, mergedIds);
  for (const belonging of context.app.registry.ownedRecords) {
    if (belonging.oneOf !== undefined) {
      await leaveOne(context, belonging, [survivorId, ...mergedIds]);
    }
    await context.db.execute(sql`
      UPDATE ${table(belonging)} r
      SET customer_id = ${survivorId}::uuid, updated_at = now(), version = r.version + 1
      FROM merge_moves m WHERE ${movesOf(mergeId, belonging)}`);
  }
  await context.db.execute(sql`
    UPDATE merged_customers SET survivor_id = ${survivorId}::uuid WHERE survivor_id = ANY(${mergedIds}::uuid[])`);
  await context.db.execute(sql`
    INSERT INTO merged_customers (id, merge_id, survivor_id)
    SELECT id, ${mergeId}::uuid, ${survivorId}::uuid FROM unnest(${mergedIds}::uuid[]) AS k (id)`);
}

/** Moves the external ids to the survivor; returns who had them. */
export async function moveExternalIds(
  context: Context,
  survivorId: string,
  mergedIds: string[],
): Promise<MovedExternalId[]> {
  const merged = sql`record_id = ANY(${mergedIds}::uuid[]) AND live`;
  // What the survivor had before it was restored, and one of the others took since.
  await context.db.execute(sql`
    DELETE FROM external_ids WHERE record_id = ${survivorId}::uuid AND NOT live
      AND (lower(source), value) IN (SELECT lower(source), value FROM external_ids WHERE ${merged})`);
  return context.db.rows<MovedExternalId>(sql`
    WITH old AS MATERIALIZED (
      SELECT source, value, record_id FROM external_ids WHERE ${merged} ORDER BY source, value FOR UPDATE
    )
    UPDATE external_ids e SET record_id = ${survivorId}::uuid
    FROM old o WHERE e.record_id = o.record_id AND e.source = o.source AND e.value = o.value
    RETURNING o.source, o.value AS id, o.record_id AS "from"`);
}

/**
 * Returns the records that a merge moved and the survivor still has. Records that were added below one that
 * stays with the survivor stay there too.
 */
export async function moveBack(context: Context, merge: CustomerMerge): Promise<void> {
  const { id, survivorId } = merge;
  for (const belonging of context.app.registry.ownedRecords) {
    const { under, oneOf } = belonging;
    const stays = under
      ? sql`AND (r.${raw(`"${under.column}"`)} IS NULL OR EXISTS (
          SELECT 1 FROM ${table(under)} u
          WHERE u.id = r.${raw(`"${under.column}"`)} AND u.customer_id = m.from_id))`
      : sql``;
    await context.db.execute(sql`
      UPDATE ${table(belonging)} r
      SET customer_id = m.from_id, updated_at = now(), version = r.version + 1
      FROM merge_moves m
      WHERE ${movesOf(id, belonging)} AND r.customer_id IN (m.from_id, ${survivorId}::uuid) ${stays}`);
    if (oneOf === undefined) continue;
    await context.db.execute(sql`
      UPDATE ${table(belonging)} r SET ${raw(`"${oneOf}"`)} = true
      FROM merge_moves m
      WHERE ${movesOf(id, belonging)} AND m.flagged AND r.customer_id = m.from_id AND r.deleted_at IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM ${table(belonging)} o
          WHERE o.customer_id = m.from_id AND o.${raw(`"${oneOf}"`)} AND o.deleted_at IS NULL)`);
  }
  await context.db.execute(sql`
    UPDATE external_ids e SET record_id = m."from"
    FROM jsonb_to_recordset(${JSON.stringify(merge.externalIds)}::jsonb) AS m (source text, id text, "from" uuid)
    WHERE e.source = m.source AND e.value = m.id AND e.record_id = ${survivorId}::uuid AND e.live`);
  await context.db.execute(sql`DELETE FROM merged_customers WHERE merge_id = ${id}::uuid`);
  await context.db.execute(sql`
    UPDATE merged_customers r SET survivor_id = m.from_id
    FROM merge_moves m WHERE m.merge_id = ${id}::uuid AND m.moved = 'merged_customers' AND m.record_id = r.id`);
}
