import sql, { join, type Sql } from "sql-template-tag";
import type { Connection } from "../../platform/connection.js";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import type { PageArgs } from "../../platform/page.args.js";
import { ImportRow, type ImportRowFilter } from "./import.row.js";

const LONGEST_PAGE = 500;
const DEFAULT_PAGE = 100;

const cursorOf = (line: number) => Buffer.from(`line:${line}`).toString("base64url");

function lineOf(cursor: string): number {
  const line = /^line:(\d+)$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  if (line === undefined) throw new Invalid([{ path: "after", code: "invalid_cursor" }]);
  return Number(line);
}

/** Rows of an import in the file's order; their line is their cursor, so that any place can be jumped to. */
export async function importRows(
  context: Context,
  importId: string,
  page: PageArgs,
  filter: ImportRowFilter | null | undefined,
): Promise<Connection<ImportRow>> {
  const limit = page.first ?? DEFAULT_PAGE;
  if (limit < 0 || limit > LONGEST_PAGE) {
    throw new Invalid([
      { path: "first", code: "out_of_range", params: { min: 0, max: LONGEST_PAGE } },
    ]);
  }
  const where: Sql[] = [sql`r.import_id = ${importId}::uuid`];
  if (filter?.classes) where.push(sql`r.class = ANY(${filter.classes}::text[])`);
  if (filter?.outcomes) where.push(sql`r.outcome = ANY(${filter.outcomes}::text[])`);
  const after = page.after == null ? sql`true` : sql`r.line > ${lineOf(page.after)}`;
  const rows = await context.db.rowsOf(
    ImportRow,
    sql`
      SELECT r.import_id AS "importId", r.line::text AS id, r.line, r.class, r.outcome, r.cells AS "cellTexts",
             r.issues AS "storedIssues", r.changes AS "storedChanges", r.record_id AS "recordId"
      FROM import_rows r WHERE ${join([...where, after], " AND ")} ORDER BY r.line LIMIT ${limit + 1}`,
  );
  const nodes = rows.slice(0, limit);
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(node.line) }));
  return {
    edges,
    nodes,
    count: async () => {
      const counted = await context.db.row<{ count: number }>(
        sql`SELECT count(*)::int AS count FROM import_rows r WHERE ${join(where, " AND ")}`,
      );
      return counted?.count ?? 0;
    },
    pageInfo: {
      hasNextPage: rows.length > limit,
      hasPreviousPage: page.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
