import { sourceKey } from "@clientela/shared/records/externalIds";
import { fieldOfSource, sourceOfField } from "@clientela/shared/sheets/externalIdColumns";
import sql from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";

/** The maximum number of sources that are offered. */
const MAX_SOURCES = 50;

/** The sources of existing external ids of all kinds of record, by name, up to 50. */
export async function knownSources(db: Db): Promise<string[]> {
  // Looks each of them up by the index, however many ids it has.
  const rows = await db.rows<{ source: string }>(sql`
    WITH RECURSIVE known (record_type, key, source) AS (
      (SELECT record_type, lower(source), source FROM external_ids WHERE live ORDER BY record_type, lower(source) LIMIT 1)
      UNION ALL SELECT n.record_type, n.key, n.source FROM known k CROSS JOIN LATERAL (
        SELECT e.record_type, lower(e.source) AS key, e.source FROM external_ids e
        WHERE e.live AND (e.record_type, lower(e.source)) > (k.record_type, k.key)
        ORDER BY e.record_type, lower(e.source) LIMIT 1) n
    ) SELECT min(source) AS source FROM known GROUP BY key ORDER BY key LIMIT ${MAX_SOURCES}`);
  return rows.map(({ source }) => source);
}

/** An existing source, where the given one differs in case only. */
export function asKnown(known: readonly string[], source: string): string {
  if (known.includes(source)) return source;
  return known.find((one) => sourceKey(one) === sourceKey(source)) ?? source;
}

/** Fields with the source of their external ids in its existing spelling; other fields unchanged. */
export async function asKnownFields<Named extends { field?: string | null }>(
  db: Db,
  columns: readonly Named[],
): Promise<Named[]> {
  if (!columns.some(({ field }) => sourceOfField(field ?? null) !== null)) return [...columns];
  const known = await knownSources(db);
  return columns.map((column) => {
    const source = sourceOfField(column.field ?? null);
    return source === null ? column : { ...column, field: fieldOfSource(asKnown(known, source)) };
  });
}
