import type { Readable } from "node:stream";
import type { CellStyle, CellValue } from "hucre";
import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { readerOf } from "../../../platform/graph/messages.js";
import type { RowIssue } from "../../../platform/sheets/importer.js";
import { kindOf, type Row } from "../../spreadsheets/row.js";
import { type WorkbookRow, workbookOf } from "../../spreadsheets/xlsx/workbookWriter.js";
import type { StoredReading } from "../check/staging.js";
import type { Import } from "../import.entity.js";
import { unescaperOf } from "../parsing/escapes.js";
import { columnOfIssue } from "../storedImport.js";
import { issueText } from "./problemText.js";
import { reasonHeader } from "./reasonHeader.js";

const ROWS_AT_ONCE = 1_000;
// What a spreadsheet shows for a formula that was never calculated, and parses as an error again.
const NO_VALUE = "#N/A";

const HEADER: CellStyle = { font: { bold: true } };
const BAD: CellStyle = {
  font: { color: { rgb: "9C0006" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFC7CE" } },
};
const REASON: CellStyle = { alignment: { wrapText: true, vertical: "top" } };

interface BadRow {
  line: number;
  cells: string[];
  reading: StoredReading;
  issues: RowIssue[];
}

/**
 * The rows of an import that failed, as a workbook: the columns of the file, with the invalid
 * cells coloured, and the reasons in a last column, which the next import ignores.
 */
export function errorWorkbook(context: Context, current: Import): Readable {
  const { columns } = current;
  return workbookOf("Clientela", columns.length + 1, errorRows(context, current));
}

async function* errorRows(context: Context, current: Import): AsyncGenerator<WorkbookRow> {
  const { app, db, locale } = context;
  const reader = readerOf(context);
  const { id, columns } = current;
  const headers = [
    ...columns.map(({ header }) => header),
    reasonHeader[locale === "en" ? "en" : "pt"],
  ];
  yield { cells: headers, styles: new Map(headers.map((_, at) => [at, HEADER])) };
  const sheet = app.registry.importers.get(current.recordType)?.sheet;
  const cellText =
    current.inspection?.format === "csv" ? unescaperOf(sheet, columns) : (text: string) => text;
  const atOf = (issue: RowIssue) => columnOfIssue(columns, issue) ?? undefined;
  for (let last = 0; ; ) {
    const rows = await db.rows<BadRow>(sql`
      SELECT p.line, r.cells, r.reading, coalesce(r.issues, '[]') || coalesce(p.issues, '[]') AS issues
      FROM import_plan p JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line
      WHERE p.import_id = ${id}::uuid AND (p.class IN ('ERROR', 'DUPLICATE', 'UNDECIDED') OR p.outcome IS NOT NULL) AND p.line > ${last}
      ORDER BY p.line LIMIT ${ROWS_AT_ONCE}`);
    for (const { line, cells, reading, issues } of rows) {
      const row: Row = { line, cells, ...reading };
      const reasons = issues
        .map((issue) => {
          const at = atOf(issue);
          const cell = at === undefined ? undefined : cells[at];
          return { at, said: issueText(issue, sheet, reader, cell) };
        })
        .sort((a, b) => (a.at ?? headers.length) - (b.at ?? headers.length))
        .map(({ at, said }) => (at === undefined ? said : `${headers[at]}: ${said}`));
      yield {
        cells: [...cells.map((_, at) => cellOf(row, at, cellText)), reasons.join("\n")],
        styles: new Map([
          ...issues.flatMap((issue): [number, CellStyle][] => {
            const at = issue.severity === "error" ? atOf(issue) : undefined;
            return at === undefined ? [] : [[at, BAD]];
          }),
          [columns.length, REASON],
        ]),
      };
      last = line;
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

// Numbers stay numbers, so that they are parsed as before, lost zeros included.
function cellOf(row: Row, at: number, cellText: (text: string) => string): CellValue {
  const text = row.cells[at] ?? "";
  const kind = kindOf(row, at);
  if (kind === "n" && String(Number(text)) === text) return Number(text);
  if (kind === "f") return NO_VALUE;
  return text === "" ? null : cellText(text);
}
