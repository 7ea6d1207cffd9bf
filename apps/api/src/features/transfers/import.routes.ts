import { Readable } from "node:stream";
import { escapeFormula } from "@clientela/shared/formulaText";
import { localeFrom } from "@clientela/shared/locales";
import { stringify } from "csv-stringify/sync";
import type { FastifyInstance, FastifyRequest } from "fastify";
import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import { NotFound } from "../../platform/errors.js";
import type { RowIssue } from "../../platform/importer.js";
import { parseId } from "../../platform/parseInput.js";
import { reasonHeader } from "./import.reason.js";
import type { StoredColumn } from "./import.stored.js";
import { issueText } from "./import.text.js";

const ROWS_AT_ONCE = 1_000;
const BOM = "\ufeff";

interface BadRow {
  line: number;
  cells: string[];
  issues: RowIssue[];
}

/** The rows of an import that did not go in, as a CSV file with the original columns and the reason. */
export function importRoutes(server: FastifyInstance, app: App): void {
  server.get<{ Params: { id: string } }>(
    "/imports/:id/errors.csv",
    { config: { rule: "imports:read" } },
    async (request, reply) => {
      const id = parseId(request.params.id);
      const found = await app.database
        .db()
        .row<{ columns: StoredColumn[]; fileName: string }>(
          sql`SELECT columns, file_name AS "fileName" FROM imports WHERE id = ${id}`,
        );
      if (!found) throw new NotFound("Import", id);
      const name = `${found.fileName.replace(/\.[^.]*$/, "")}-errors.csv`;
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Readable.from(errorLines(app, id, found.columns, request)));
    },
  );
}

async function* errorLines(
  app: App,
  id: string,
  columns: readonly StoredColumn[],
  request: FastifyRequest,
) {
  const locale = localeFrom(request.headers["accept-language"]);
  const line = (cells: string[]) =>
    stringify([cells.map(escapeFormula)], { record_delimiter: "windows" });
  yield BOM +
    line([...columns.map(({ header }) => header), reasonHeader[locale === "en" ? "en" : "pt"]]);
  let last = 0;
  for (;;) {
    const rows = await app.database.db().rows<BadRow>(sql`
      SELECT p.line, r.cells, coalesce(r.issues, '[]') || coalesce(p.issues, '[]') AS issues
      FROM import_plan p JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line
      WHERE p.import_id = ${id} AND (p.class IN ('ERROR', 'DUPLICATE') OR p.outcome IS NOT NULL) AND p.line > ${last}
      ORDER BY p.line LIMIT ${ROWS_AT_ONCE}`);
    for (const row of rows) {
      yield line([...row.cells, row.issues.map((issue) => issueText(issue, locale)).join("; ")]);
      last = row.line;
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
