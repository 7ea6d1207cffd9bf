import sql, { raw, type Sql } from "sql-template-tag";
import type { MatchStrategy } from "../../../platform/sheets/importTable.js";

/** The key of staged rows that `byRecordId` goes by. */
export const recordIdKey = { record_id: sql`r."values"->>'id'` };

/**
 * The doubt of a row `s` that names the record `c` of a table by an id, where another record `o` of the same customer has
 * what the row says instead (`isAnother`): the row may mean that one.
 */
export const anotherFits = (table: string, isAnother: Sql): Sql => sql`CASE WHEN EXISTS (
  SELECT 1 FROM ${raw(`"${table}"`)} o
  WHERE o.customer_id = c.customer_id AND o.id <> c.id AND o.deleted_at IS NULL AND ${isAnother}
) THEN 'keys_disagree' END`;

/** Finds records `c` of a table by their own id, as exports write it, with the doubt of `anotherFits`. */
export const byRecordId = (table: string, isAnother: Sql): MatchStrategy => ({
  keys: ["record_id"],
  mayDoubt: true,
  find: () => sql`
    SELECT s.line, c.id, ${anotherFits(table, isAnother)}
    FROM staged s JOIN ${raw(`"${table}"`)} c ON c.id = s.record_id::uuid
    WHERE c.deleted_at IS NULL`,
});
