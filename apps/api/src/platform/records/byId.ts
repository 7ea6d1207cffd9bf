import sql, { join, raw, type Sql } from "sql-template-tag";
import { tableOf } from "../database/columns.js";
import { ColumnSelection } from "../lists/columnSelection.js";
import { isOneOfKeys } from "../lists/keys.js";
import type { BatchLoader } from "../readContext.js";
import { inOrder } from "../request/loader.js";

/** A batch loader of records by id, null for those that do not exist; `visible` are the conditions for callers to see them. */
export function rowsById<Row extends { id: string }>(
  type: new () => Row,
  visible: readonly Sql[] = [sql`r.deleted_at IS NULL`],
): BatchLoader<string, ColumnSelection<Row> | undefined, Row | null> {
  return async (ids, selection, context) => {
    const columns = selection ?? ColumnSelection.all(type);
    const rows = await context.db.rowsOf(
      columns,
      sql`
        SELECT ${columns.selectList("r")} FROM ${raw(`"${tableOf(type)}"`)} r
        WHERE ${join([isOneOfKeys(sql`r.id`, ids), ...visible], " AND ")}`,
    );
    return inOrder<string, Row, null>(ids, rows, (row) => row.id, null);
  };
}
