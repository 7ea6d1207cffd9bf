import sql, { raw, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import {
  type ImportTable,
  type PlanRange,
  quotedTable,
} from "../../../platform/sheets/importTable.js";

/** Whether the rows of a plan are written or reverted. */
export type Direction = "APPLY" | "UNDO";

// The last of a row's changes has the value that it leaves, the first one the value that it found.
const becomes = (column: string, row: string, direction: Direction, value: boolean): string =>
  `${row}.changes->'${column}'->>${direction === "APPLY" ? 1 : 0} = '${value}'`;

/** The rows of the plan that clear a flag that only one record of an owner can have. */
export const givesUp = (column: string, row: string, direction: Direction): Sql =>
  raw(`coalesce(${becomes(column, row, direction, false)}, false)`);

/**
 * The line of the last row beyond these that clears a flag which one of them sets: until then that one
 * cannot be written, so they belong in one transaction. Null where there is none.
 */
export async function lastThatGivesUp(
  db: Db,
  table: ImportTable,
  { importId, from, to }: PlanRange,
  direction: Direction,
): Promise<number | null> {
  const { exclusiveFlag } = table;
  if (!exclusiveFlag) return null;
  const takes =
    direction === "APPLY" ? `OR t.class = 'NEW' AND r."values"->>'${exclusiveFlag}' = 'true'` : "";
  const goes = direction === "UNDO" ? "OR g.class = 'NEW'" : "";
  const found = await db.row<{ line: number | null }>(sql`
    WITH owners AS MATERIALIZED (
      SELECT DISTINCT t.parent_id FROM import_plan t
      JOIN import_rows r ON r.import_id = t.import_id AND r.line = t.line
      WHERE t.import_id = ${importId}::uuid AND t.line BETWEEN ${from} AND ${to}
        AND (${raw(becomes(exclusiveFlag, "t", direction, true))} ${raw(takes)})
    ), holders AS MATERIALIZED (
      SELECT c.id FROM ${quotedTable(table)} c JOIN owners o ON o.parent_id = c.customer_id
      WHERE c.${raw(`"${exclusiveFlag}"`)} AND c.deleted_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM import_plan y
        WHERE y.import_id = ${importId}::uuid AND y.line BETWEEN ${from} AND ${to} AND y.record_id = c.id)
    )
    SELECT max(g.line) AS line FROM import_plan g JOIN holders h ON h.id = g.record_id
    WHERE g.import_id = ${importId}::uuid AND g.line > ${to} AND g.class IN ('NEW', 'UPDATE')
      AND (${raw(becomes(exclusiveFlag, "g", direction, false))} ${raw(goes)})`);
  return found?.line ?? null;
}
