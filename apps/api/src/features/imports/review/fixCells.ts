import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../../platform/context.js";
import { cancelWork } from "../../../platform/database/cancellableWork.js";
import type { Db } from "../../../platform/database/db.js";
import { Invalid } from "../../../platform/errors.js";
import { parseInput } from "../../../platform/graph/parseInput.js";
import type { Import } from "../import.entity.js";
import type { FixImportCellsInput, ReplaceInImportInput } from "../import.input.js";
import { lockedIn, refusedByStatus, reload } from "../importAccess.js";
import { phase, setImport, workOf } from "../importState.js";
import { CHECK_QUEUE, staler } from "../storedImport.js";

const LONGEST_CELL = 10_000;
/** Up to this many changed rows are stored by their lines; if more changed, all are planned again. */
const MAX_NAMED = 1_000;
const cellText = z.string().max(LONGEST_CELL, "too_long");
const fixSchema = z.object({ value: cellText });
const replaceSchema = z.object({ find: cellText.min(1, "required"), replace: cellText });

/** An import after cells of it were corrected, and the number of rows. */
export interface Fixed {
  import: Import;
  rows: number;
}

interface Change {
  /** Which rows `r` can have such cells. */
  rows: Sql;
  /** Selects cells by their text `x` and column `at`, and computes the new text. */
  cells: Sql;
  value: Sql;
}

/** The rows that changed: how many, and which unless they are many. */
export interface Changed {
  rows: number;
  lines: number[] | null;
}

/** Runs an update of rows `r` and returns which ones changed. */
export async function changedBy(db: Db, update: Sql): Promise<Changed> {
  const changed = await db.row<Changed>(sql`
    WITH changed AS (${update} RETURNING r.line)
    SELECT count(*)::int AS rows, CASE WHEN count(*) <= ${MAX_NAMED} THEN coalesce(array_agg(line), '{}') END AS lines
    FROM changed`);
  if (!changed) throw new Error("a count has one row");
  return changed;
}

// A corrected cell is text, whatever it was before, and its earlier parsing result is dropped.
function changeCells({ db }: Context, current: Import, change: Change): Promise<Changed> {
  return changedBy(
    db,
    sql`
    UPDATE import_rows r SET cells = n.cells, "values" = NULL, issues = NULL, faulty = false, reading = (
      CASE WHEN r.reading IS NOT NULL THEN jsonb_build_object(
        'kinds', (SELECT string_agg(CASE WHEN place - 1 = ANY(n.changed) THEN 't' ELSE kind END, '' ORDER BY place)
          FROM unnest(string_to_array(r.reading->>'kinds', NULL)) WITH ORDINALITY k (kind, place)),
        'issues', (SELECT jsonb_agg(issue) FROM json_array_elements(r.reading->'issues') issue
          WHERE coalesce((issue->>'column')::int <> ALL(n.changed), true))) END)
    FROM (
      SELECT r.line, array_agg(at) FILTER (WHERE hit) AS changed,
        json_agg(CASE WHEN hit THEN ${change.value} ELSE x END ORDER BY at) AS cells
      FROM import_rows r
      CROSS JOIN LATERAL (
        SELECT x, (place - 1)::int AS at FROM json_array_elements_text(r.cells) WITH ORDINALITY t (x, place)) c
      CROSS JOIN LATERAL (SELECT ${change.cells} AS hit) h
      WHERE r.import_id = ${current.id}::uuid AND ${change.rows}
      GROUP BY r.line HAVING bool_or(hit)
    ) n WHERE r.import_id = ${current.id}::uuid AND r.line = n.line`,
  );
}

/** Locks an import whose rows are parsed and not applied yet; `column` must be one of its own. Throws Invalid. */
export async function lockedForFixing(
  context: Context,
  id: string,
  column: number | null,
): Promise<Import> {
  const current = await lockedIn(context, id, ["READY", "CHECKING"]);
  if (current.stale === "FILE" || current.stale === "MATCH") {
    throw refusedByStatus(current);
  }
  if (column !== null && !current.columns.some(({ index }) => index === column)) {
    throw new Invalid([{ path: "column", code: "not_in_list" }]);
  }
  return current;
}

/** Schedules a check of an import after rows of it changed: their cells, or the plan alone. */
export async function checkAnew(
  context: Context,
  current: Import,
  { rows, lines }: Changed,
  what: "CELLS" | "PLAN" = "CELLS",
): Promise<Fixed> {
  if (rows > 0) {
    const stale = staler(current.stale, what);
    await setImport(
      context.db,
      current.id,
      sql`${phase("CHECKING", rows)}, stale = ${stale}, check_id = NULL, touched = CASE
        WHEN ${lines !== null} AND cardinality(touched) <= ${MAX_NAMED} THEN touched || ${lines}::integer[] END`,
    );
    await cancelWork(context.db, workOf(current.id));
    await context.app.jobs.enqueue(context.db, CHECK_QUEUE, current.id);
  }
  return { import: await reload(context, current.id), rows };
}

/** Corrects a cell, or all cells of its column with the same text, and checks the import again. Throws Invalid. */
export async function fixImportCells(context: Context, input: FixImportCellsInput): Promise<Fixed> {
  const { line, column } = input;
  const { value } = parseInput(fixSchema, { value: input.value });
  const current = await lockedForFixing(context, input.id, column);
  const cell = await context.db.row<{ text: string }>(sql`
    SELECT cells->>${column}::int AS text FROM import_rows WHERE import_id = ${current.id}::uuid AND line = ${line}`);
  if (!cell) throw new Invalid([{ path: "line", code: "not_in_list" }]);
  const changed = await changeCells(context, current, {
    rows: input.allMatching ? sql`r.cells->>${column}::int = ${cell.text}` : sql`r.line = ${line}`,
    cells: sql`at = ${column}`,
    value: sql`${value}::text`,
  });
  return checkAnew(context, current, changed);
}

/** Replaces a text in all cells of a column, or of all columns, and checks the import again. Throws Invalid. */
export async function replaceInImport(
  context: Context,
  input: ReplaceInImportInput,
): Promise<Fixed> {
  const column = input.column ?? null;
  const { find, replace } = parseInput(replaceSchema, { find: input.find, replace: input.replace });
  const current = await lockedForFixing(context, input.id, column);
  const inColumn = sql`(${column}::int IS NULL OR at = ${column}::int)`;
  const changed = await changeCells(context, current, {
    rows: column === null ? sql`true` : sql`strpos(r.cells->>${column}::int, ${find}) > 0`,
    cells: input.wholeCell
      ? sql`${inColumn} AND x = ${find}`
      : sql`${inColumn} AND strpos(x, ${find}) > 0`,
    value: sql`replace(x, ${find}, ${replace})`,
  });
  return checkAnew(context, current, changed);
}
