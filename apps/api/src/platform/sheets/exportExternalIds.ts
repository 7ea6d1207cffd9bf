import { sourceKey } from "@clientela/shared/records/externalIds";
import type { SourcedId } from "@clientela/shared/sheets/externalIdCells";
import { fieldOfSource } from "@clientela/shared/sheets/externalIdColumns";
import { columnOf, type SheetColumn, type SheetSchema } from "@clientela/shared/sheets/sheet";
import type { CellValue } from "@clientela/shared/sheets/sheetValues";
import sql, { type Sql } from "sql-template-tag";

/** The most systems whose ids have a column of their own in an export; the ids of others share the last column. */
const MAX_SOURCE_COLUMNS = 50;

const SHARED = "externalIds";

/** The ids of a record in other systems, as the column `externalIds` of an exporter's statement: source and value in turns. */
export const exportedExternalIds = (id: Sql): Sql => sql`(
  SELECT array_agg(t.text ORDER BY e.source, e.value, t.place)
  FROM external_ids e CROSS JOIN LATERAL unnest(ARRAY[e.source, e.value]) WITH ORDINALITY AS t (text, place)
  WHERE e.record_id = ${id} AND e.live) AS "externalIds"`;

/**
 * Selects the systems that the ids of exported records come from, those of most ids first, one more than have a column
 * of their own; `from` joins the records to their ids `e`.
 */
export const exportedSources = (from: Sql): Sql => sql`
  SELECT min(e.source) AS source FROM external_ids e ${from} AND e.live
  GROUP BY lower(e.source) ORDER BY count(*) DESC, lower(e.source) LIMIT ${MAX_SOURCE_COLUMNS + 1}`;

/** Whether a field of an export is the ids of all systems. */
export const hasAllSources = (fields: readonly string[]): boolean => fields.includes(SHARED);

/** The columns of an export: for the ids of all systems, one of each, and one of the rest where they are too many. */
export function exportColumns(
  sheet: SheetSchema,
  fields: readonly string[],
  sources: readonly string[],
): SheetColumn[] {
  const own = sources.slice(0, MAX_SOURCE_COLUMNS).sort().map(fieldOfSource);
  const all = sources.length > MAX_SOURCE_COLUMNS ? [...own, SHARED] : own;
  const keys = fields.flatMap((field) => (field === SHARED ? all : [field]));
  return [...new Set(keys)].flatMap((key) => columnOf(sheet, key) ?? []);
}

/** The systems with a column of their own, by what their names are compared by. */
export const ownSources = (columns: readonly SheetColumn[]): ReadonlyMap<string, string> =>
  new Map(columns.flatMap(({ source }) => (source ? [[sourceKey(source), source] as const] : [])));

/** A record by the fields of an export's columns: its ids by system where that has a column, the others in one cell. */
export function withExternalIds(
  row: Record<string, CellValue | null>,
  sources: ReadonlyMap<string, string>,
): Record<string, CellValue | null> {
  const { externalIds, ...fields } = row;
  if (!Array.isArray(externalIds)) return fields;
  const others: SourcedId[] = [];
  const bySource = new Map<string, string[]>();
  for (let at = 0; at < externalIds.length; at += 2) {
    const [source = "", value = ""] = externalIds.slice(at, at + 2);
    const own = sources.get(sourceKey(source));
    if (own === undefined) others.push({ source, value });
    else bySource.set(own, [...(bySource.get(own) ?? []), value]);
  }
  for (const [source, values] of bySource) fields[fieldOfSource(source)] = values;
  if (others.length > 0) fields[SHARED] = JSON.stringify(others);
  return fields;
}
