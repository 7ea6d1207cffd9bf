import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { Invalid } from "../../../platform/errors.js";
import type { Connection } from "../../../platform/lists/connection.js";
import { assertFewValues } from "../../../platform/lists/filterValues.js";
import { pageLength } from "../../../platform/lists/pageLength.js";
import { batchQueries } from "../../../platform/request/batchQueries.js";
import type { PageArgs } from "../../../platform/types/page.input.js";
import { FOOTER } from "../check/staging.js";
import type { Import } from "../import.entity.js";
import { hasOutcome, outcomeOf } from "../run/importOutcome.js";
import { verdictsOf } from "../run/importUndo.js";
import { type ImportCellFilter, ImportRow, type ImportRowFilter } from "./importRow.type.js";

const PAGES = { usual: 100, longest: 500 };

const cursorOf = (line: number) => Buffer.from(`line:${line}`).toString("base64url");

function lineOf(path: "after" | "before", cursor: string): number {
  const line = /^line:(\d{1,9})$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  if (line === undefined) throw new Invalid([{ path, code: "invalid_cursor" }]);
  return Number(line);
}

function wanted(importId: string, filter: ImportRowFilter | null | undefined): Sql[] {
  assertFewValues(filter);
  const where: Sql[] = [sql`p.import_id = ${importId}::uuid`];
  const { class: classes, outcome: outcomes, codes, columns, cell } = filter ?? {};
  if (classes) where.push(sql`p.class = ANY(${classes}::text[])`);
  if (outcomes) where.push(hasOutcome(outcomes));
  const issue: Sql[] = [];
  if (codes) issue.push(sql`x->>'code' = ANY(${codes}::text[])`);
  if (columns) {
    // An issue that names no column belongs to the first column of its field.
    issue.push(sql`coalesce((x->'column')::int, (
      SELECT (f->'index')::int FROM jsonb_array_elements(i.columns) f
      WHERE f->>'field' = x->>'field' ORDER BY (f->'place')::int, (f->'index')::int LIMIT 1)) = ANY(${columns}::int[])`);
  }
  if (issue.length > 0) where.push(hasIssue(join(issue, " AND ")));
  if (cell) where.push(hasText(cell));
  return where;
}

function hasText({ text, column, wholeCell }: ImportCellFilter): Sql {
  const fits = (cell: Sql) =>
    wholeCell ? sql`${cell} = ${text}` : sql`strpos(${cell}, ${text}) > 0`;
  return column == null
    ? sql`EXISTS (SELECT 1 FROM json_array_elements_text(r.cells) x WHERE ${fits(sql`x`)})`
    : fits(sql`r.cells->>${column}::int`);
}

const hasIssue = (
  condition: Sql,
): Sql => sql`(r.issues IS NOT NULL OR p.issues IS NOT NULL) AND EXISTS (
  SELECT 1 FROM jsonb_array_elements(coalesce(r.issues, '[]') || coalesce(p.issues, '[]')) x
  WHERE (NOT r.left_out OR x->>'code' = ${FOOTER}) AND ${condition})`;

const withCells = sql`JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line`;

async function sourceOf(
  context: Context,
  { id, recordType }: Import,
  filter: ImportRowFilter | null | undefined,
): Promise<{ from: Sql; where: Sql[]; undo: Sql; asksCells: boolean }> {
  // What the plan alone determines is read without the cells, which are many times larger.
  const asksCells = Boolean(filter?.codes ?? filter?.columns ?? filter?.cell);
  const from = sql`import_plan p JOIN imports i ON i.id = p.import_id ${asksCells ? withCells : empty}`;
  const where = wanted(id, filter);
  if (!filter?.undo) return { from, where, undo: sql`p.undo`, asksCells };
  return {
    asksCells,
    from: sql`${from} JOIN (${await verdictsOf(context, recordType, id)}) v ON v.line = p.line`,
    where: [...where, sql`v.verdict = ANY(${filter.undo}::text[])`],
    undo: sql`v.verdict`,
  };
}

/** Selects the lines of the rows that match a filter. */
export async function linesOf(
  context: Context,
  current: Import,
  filter: ImportRowFilter | null | undefined,
): Promise<Sql> {
  const { from, where } = await sourceOf(context, current, filter);
  return sql`SELECT p.line FROM ${from} WHERE ${join(where, " AND ")}`;
}

/** Rows of an import in the file's order; their line is their cursor. */
export async function importRows(
  context: Context,
  current: Import,
  page: PageArgs,
  filter: ImportRowFilter | null | undefined,
): Promise<Connection<ImportRow>> {
  const limit = pageLength(page, PAGES);
  const backward = page.last != null;
  const { from, where, undo, asksCells } = await sourceOf(context, current, filter);
  const within = [...where];
  if (page.after != null) within.push(sql`p.line > ${lineOf("after", page.after)}`);
  if (page.before != null) within.push(sql`p.line < ${lineOf("before", page.before)}`);
  const rows = await batchQueries<ImportRow>(
    context,
    sql`
      SELECT p.import_id AS "importId", p.line::text AS id, p.line, p.class, ${outcomeOf} AS outcome, r.cells AS "cellTexts",
             coalesce(r.issues, '[]') || coalesce(p.issues, '[]') AS "storedIssues", p.changes AS "storedChanges", p.candidates AS "storedCandidates", p.proposal AS "storedProposal", r.decision,
             ${undo} AS undo,
             p.record_id AS "recordId", coalesce(p.parent_id, p.record_id) AS "customerId"
      FROM ${from} ${asksCells ? empty : withCells} WHERE ${join(within, " AND ")}
      ORDER BY p.line ${raw(backward ? "DESC" : "ASC")} LIMIT ${limit + 1}`,
  );
  const nodes = rows.slice(0, limit).map((row) => Object.assign(new ImportRow(), row));
  if (backward) nodes.reverse();
  const more = rows.length > limit;
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(node.line) }));
  return {
    edges,
    nodes,
    count: async () => {
      const [counted] = await batchQueries<{ count: number }>(
        context,
        sql`SELECT count(*)::int AS count FROM ${from} WHERE ${join(where, " AND ")}`,
      );
      return counted?.count ?? 0;
    },
    pageInfo: {
      hasNextPage: backward ? page.before != null : more,
      hasPreviousPage: backward ? more : page.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/**
 * The cursor before the row at an index, from 0; null where there are fewer
 * rows. It counts along an index, which is fast enough for dragging a scroll bar through a file.
 */
export async function cursorAt(
  context: Context,
  current: Import,
  place: number,
  filter: ImportRowFilter | null | undefined,
): Promise<string | null> {
  if (place <= 0) return null;
  const lines = await linesOf(context, current, filter);
  const [row] = await batchQueries<{ line: number }>(
    context,
    sql`${lines} ORDER BY p.line LIMIT 1 OFFSET ${place - 1}`,
  );
  return row ? cursorOf(row.line) : null;
}
