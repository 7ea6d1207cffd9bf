import { sourceKey } from "@clientela/shared/records/externalIds";
import type { RecordType } from "@clientela/shared/records/recordActions";
import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../context.js";
import { brokenUniqueIndex } from "../database/constraints.js";
import { Invalid } from "../errors.js";
import { keyTable } from "../lists/keys.js";
import type { BatchLoader } from "../readContext.js";
import { grouped } from "../request/loader.js";
import type { ExternalId } from "./externalId.type.js";
import type { FieldChange } from "./history.js";
import { checkFirst } from "./parts.js";

/** The unique index that gives each id of a source to one live record of a kind at most. */
export const EXTERNAL_IDS_INDEX = "external_ids_live_key";

/**
 * Creates a batch loader of the ids of records (`live`), or of those that they had before they went to the trash.
 * One for each kind of record; otherwise it would depend on timing whether two kinds share a statement.
 */
export const externalIdsByRecord =
  (live: boolean): BatchLoader<string, { first: number }, ExternalId[]> =>
  async (ids, { first }, reading) => {
    const rows = await reading.db.rows<ExternalId & { recordId: string }>(sql`
      SELECT k.id AS "recordId", e.* FROM ${keyTable(ids)} CROSS JOIN LATERAL (
        SELECT e.source, e.value FROM external_ids e
        WHERE e.record_id = k.id AND e.live = ${live} ORDER BY e.source, e.value LIMIT ${checkFirst(first)}
      ) e`);
    return grouped(ids, rows, (row) => row.recordId);
  };

/** The external ids of each of some records, by source and value, as the transaction sees them. */
export async function externalIdsOfAll(
  { db }: Context,
  recordIds: readonly string[],
): Promise<readonly ExternalId[][]> {
  const rows = await db.rows<ExternalId & { recordId: string }>(sql`
    SELECT record_id AS "recordId", source, value FROM external_ids
    WHERE record_id = ANY(${recordIds}::uuid[]) AND live ORDER BY source, value`);
  return grouped(recordIds, rows, (row) => row.recordId);
}

/** A record's external ids, as the transaction sees them. */
export async function externalIdsOf(context: Context, recordId: string): Promise<ExternalId[]> {
  const [ids = []] = await externalIdsOfAll(context, [recordId]);
  return ids;
}

/** An external id as one text, for comparison: two spellings of a source that differ in case are one source. */
export const externalIdKey = ({ source, value }: ExternalId): string =>
  JSON.stringify([sourceKey(source), value]);

const asText = (ids: readonly ExternalId[]) =>
  ids.map(({ source, value }) => `${source}:${value}`).sort();

/** The change of the ids as the history records it: nothing where they are the same. */
export function externalIdsChange(
  before: readonly ExternalId[],
  after: readonly ExternalId[],
): FieldChange[] {
  const change = { field: "externalIds", old: asText(before), new: asText(after) };
  return change.old.join("\n") === change.new.join("\n") ? [] : [change];
}

/**
 * The ids of a record after others were set: those of the sources that they name are replaced, and those of
 * other sources stay, so that no system removes the ids of another. Null removes all.
 */
export function withExternalIds(
  before: readonly ExternalId[],
  given: readonly ExternalId[] | null,
): readonly ExternalId[] {
  if (given === null) return [];
  const named = new Set(given.map(({ source }) => sourceKey(source)));
  return [...before.filter(({ source }) => !named.has(sourceKey(source))), ...given];
}

const asRows = (ids: readonly ExternalId[]): Sql =>
  sql`jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) AS e (source text, value text)`;

/**
 * Adds external ids to a record, besides those that it has. Throws Invalid for one that another live
 * record of its kind has.
 */
export async function addExternalIds(
  context: Context,
  recordType: RecordType,
  recordId: string,
  externalIds: readonly ExternalId[],
): Promise<void> {
  if (externalIds.length === 0) return;
  try {
    await context.db.attempt(() =>
      context.db.execute(sql`
        INSERT INTO external_ids AS x (record_type, record_id, source, value)
        SELECT ${recordType}, ${recordId}::uuid, e.source, e.value FROM ${asRows(externalIds)} ORDER BY 3, 4
        ON CONFLICT (record_id, lower(source), value) DO UPDATE SET live = true WHERE NOT x.live`),
    );
  } catch (error) {
    if (brokenUniqueIndex(error) !== EXTERNAL_IDS_INDEX) throw error;
    throw new Invalid([{ path: "externalIds", code: "taken" }]);
  }
}

/** Removes external ids from a record; those that it does not have are no error. */
export function removeExternalIds(
  { db }: Context,
  recordId: string,
  externalIds: readonly ExternalId[],
): Promise<unknown> {
  return db.execute(sql`
    DELETE FROM external_ids x USING ${asRows(externalIds)}
    WHERE x.record_id = ${recordId}::uuid AND lower(x.source) = lower(e.source) AND x.value = e.value`);
}

/** Sets the ids of a record, given those that it has `before`. Throws Invalid as `addExternalIds`. */
export async function setExternalIds(
  context: Context,
  recordType: RecordType,
  recordId: string,
  before: readonly ExternalId[],
  after: readonly ExternalId[],
): Promise<void> {
  const kept = new Set(after.map(externalIdKey));
  const removed = before.filter((one) => !kept.has(externalIdKey(one)));
  if (removed.length > 0) await removeExternalIds(context, recordId, removed);
  await addExternalIds(context, recordType, recordId, after);
}
