import sql from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { ImportTable } from "../../../platform/sheets/importTable.js";
import { type Direction, lastThatGivesUp } from "../engine/exclusiveFlag.js";
import { lastPart } from "../engine/gatherParts.js";

/** Where a chunk begins, and what is done with its rows. */
interface ChunkStart {
  importId: string;
  after: number;
  /** The size of a chunk, unless some of its rows must stay together. */
  most: number;
  direction: Direction;
}

/** The next rows of the plan after a line: their number, and the line of the last. */
export async function nextRows(
  db: Db,
  table: ImportTable,
  { importId, after, most, direction }: ChunkStart,
): Promise<{ rows: number; last: number }> {
  const next = await db.row<{ rows: number; last: number | null }>(sql`
    SELECT count(*)::int AS rows, max(line) AS last FROM (
      SELECT line FROM import_plan WHERE import_id = ${importId}::uuid AND line > ${after}
      ORDER BY line LIMIT ${most}) chunk`);
  if (!next || next.last === null) return { rows: 0, last: after };
  let { rows, last } = next;
  for (let from = after + 1; ; ) {
    const range = { importId, from, to: last };
    const further =
      (await lastThatGivesUp(db, table, range, direction)) ?? (await lastPart(db, table, range));
    if (further === null) return { rows, last };
    const more = await db.row<{ rows: number }>(sql`
      SELECT count(*)::int AS rows FROM import_plan
      WHERE import_id = ${importId}::uuid AND line > ${last} AND line <= ${further}`);
    from = last + 1;
    rows += more?.rows ?? 0;
    last = further;
  }
}
