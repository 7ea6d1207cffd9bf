import sql, { raw, type Sql } from "sql-template-tag";
import type { ReadRow } from "./importer.js";
import type { MatchStrategy } from "./importTable.js";

/** A record's own id among a row's fields; undefined where there is none. */
export const readRecordId = ({ fields: { id } }: ReadRow): string | undefined =>
  typeof id === "string" ? id : undefined;

/** The key of staged rows that `byRecordId` goes by. */
export const recordIdKey = { record_id: sql`r."values"->>'id'` };

/**
 * Finds records `c` of a table by their own id, as exports write it. Where another record `o` of the same customer has
 * what the row `s` says instead (`isAnother`), the row may mean that one.
 */
export const byRecordId = (table: string, isAnother: Sql): MatchStrategy => ({
  keys: ["record_id"],
  mayDoubt: true,
  find: () => sql`
    SELECT s.line, c.id, CASE WHEN EXISTS (
      SELECT 1 FROM ${raw(`"${table}"`)} o
      WHERE o.customer_id = c.customer_id AND o.id <> c.id AND o.deleted_at IS NULL AND ${isAnother}
    ) THEN 'keys_disagree' END
    FROM staged s JOIN ${raw(`"${table}"`)} c ON c.id = s.record_id::uuid
    WHERE c.deleted_at IS NULL`,
});

/** The values of a row's fields that go into a column of their own; blank ones are left out. */
export function valuesByColumn(
  { fields }: ReadRow,
  columns: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) =>
      fields[field] == null ? [] : [[column, fields[field]]],
    ),
  );
}

/** Returns the column that a field goes to; a field that has none goes by its own name. */
export const columnIn =
  (columns: Readonly<Record<string, string>>) =>
  (field: string): string =>
    columns[field] ?? field;
