import sql, { raw, type Sql } from "sql-template-tag";
import { Arg, Int } from "type-graphql";
import { tableOf } from "../database/columns.js";
import { Invalid } from "../errors.js";
import { ColumnSelection } from "../lists/columnSelection.js";
import { keyTable } from "../lists/keys.js";
import type { BatchLoader } from "../readContext.js";
import { grouped } from "../request/loader.js";

const USUAL_PARTS = 100;

/** The maximum number of a record's parts of one kind, such as the people of a customer: a write of one more is refused. */
export const MAX_PARTS = 500;

/** The argument for how many of a record's parts are returned. */
export const FirstParts = () =>
  Arg("first", () => Int, {
    defaultValue: USUAL_PARTS,
    description: `How many from the start: ${USUAL_PARTS} unless given, ${MAX_PARTS} at the most; no record has more.`,
  });

/** Which parts are selected, and which of their columns; all columns unless given. */
export interface PartsArgs<Row extends object> {
  first: number;
  selection?: ColumnSelection<Row> | undefined;
}

/** Throws Invalid where that is no number of parts. */
export function checkFirst(first: number): number {
  if (first >= 0 && first <= MAX_PARTS) return first;
  throw new Invalid([{ path: "first", code: "out_of_range", params: { min: 0, max: MAX_PARTS } }]);
}

/** A loader for the parts of each owner, which the column `owner` references, in the order given for rows `r`. */
export function partsByOwner<Row extends object>(
  type: new () => Row,
  owner: string,
  order: Sql,
  where: Sql = sql`r.deleted_at IS NULL`,
): BatchLoader<string, PartsArgs<Row>, Row[]> {
  return async (ids, { first, selection }, reading) => {
    const columns = selection ?? ColumnSelection.all(type);
    const rows = await reading.db.rowsOf<Row, { partOwner: string }>(
      columns,
      sql`
        SELECT k.id AS "partOwner", p.* FROM ${keyTable(ids)} CROSS JOIN LATERAL (
          SELECT ${columns.selectList("r")} FROM ${raw(`"${tableOf(type)}"`)} r
          WHERE r.${raw(`"${owner}"`)} = k.id AND ${where} ORDER BY ${order} LIMIT ${checkFirst(first)}
        ) p`,
    );
    return grouped(ids, rows, (row) => row.partOwner);
  };
}
