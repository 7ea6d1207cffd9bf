import { Readable } from "node:stream";
import { csvLine } from "@clientela/shared/sheets/csv";
import type { SheetColumn, SheetLanguage } from "@clientela/shared/sheets/sheet";
import { PLAIN } from "@clientela/shared/sheets/sheetConventions";
import { type CellValue, formatCell, type Writing } from "@clientela/shared/sheets/sheetValues";
import type { CellValue as Cell } from "hucre";
import {
  dateCell,
  decimalCell,
  type WorkbookRow,
  workbookOf,
  XLSX_TYPE,
} from "../spreadsheets/xlsx/workbookWriter.js";
import type { ExportFormat } from "./export.entity.js";

/** A record, by the fields of its sheet. */
export type ExportRow = Record<string, CellValue | null>;

type Batches = AsyncIterable<readonly ExportRow[]>;

interface Writer {
  mediaType: string;
  write(batches: Batches, columns: readonly SheetColumn[], language: SheetLanguage): Readable;
}

const BOM = "\ufeff";
// ISO 8601 dates: spreadsheets read them in every language.
const PORTUGUESE = { decimal: ",", dateOrder: "ymd" } as const;

async function* csvLines(
  batches: Batches,
  columns: readonly SheetColumn[],
  writing: Writing,
  separator: "," | ";",
) {
  const lineOf = (cells: readonly string[]) => `${csvLine(cells, separator)}\r\n`;
  yield BOM + lineOf(columns.map((column) => column.labels[writing.language]));
  for await (const batch of batches) {
    const lines = batch.map((row) =>
      lineOf(columns.map((column) => formatCell(column, row[column.key] ?? null, writing))),
    );
    yield lines.join("");
  }
}

// Several ids of one system are joined to one text, as in the other formats; an import splits it again.
function jsonValue(column: SheetColumn, row: ExportRow): CellValue | null {
  const value = row[column.key] ?? null;
  return value !== null && column.type === "externalId" ? formatCell(column, value) : value;
}

async function* jsonLines(batches: Batches, columns: readonly SheetColumn[]) {
  for await (const batch of batches) {
    const lines = batch.map((row) =>
      JSON.stringify(
        Object.fromEntries(columns.map((column) => [column.key, jsonValue(column, row)])),
      ),
    );
    yield lines.map((line) => `${line}\n`).join("");
  }
}

/** The maximum length of a cell in a workbook, in UTF-16 units. */
const LONGEST_CELL = 32_767;
/** The cell of a value: numbers and dates are typed, everything else stays text with its leading zeros. */
function typed(column: SheetColumn, value: CellValue | null, writing: Writing): Cell {
  const text = formatCell(column, value, writing);
  if (text === "") return null;
  if (text.length > LONGEST_CELL) throw new Error(`${column.key} is too long for a workbook`);
  switch (column.type) {
    case "integer":
    case "number":
    case "money":
    case "percent":
      return decimalCell(text);
    case "date":
      return dateCell(text);
    default:
      return text;
  }
}

async function* sheetRows(
  batches: Batches,
  columns: readonly SheetColumn[],
  writing: Writing,
): AsyncGenerator<WorkbookRow> {
  yield { cells: columns.map((column) => column.labels[writing.language]) };
  for await (const batch of batches) {
    for (const row of batch) {
      yield { cells: columns.map((column) => typed(column, row[column.key] ?? null, writing)) };
    }
  }
}

/** The writer of each format; all write the rows as they arrive. */
export const exportWriters: Record<ExportFormat, Writer> = {
  CSV: {
    mediaType: "text/csv; charset=utf-8",
    write: (batches, columns, language) =>
      Readable.from(csvLines(batches, columns, { language, conventions: PLAIN }, ",")),
  },
  CSV_EXCEL_PT: {
    mediaType: "text/csv; charset=utf-8",
    write: (batches, columns) =>
      Readable.from(csvLines(batches, columns, { language: "pt", conventions: PORTUGUESE }, ";")),
  },
  JSONL: {
    mediaType: "application/jsonl",
    write: (batches, columns) => Readable.from(jsonLines(batches, columns)),
  },
  XLSX: {
    mediaType: XLSX_TYPE,
    write: (batches, columns, language) =>
      workbookOf(
        "Clientela",
        columns.length,
        sheetRows(batches, columns, { language, conventions: PLAIN }),
      ),
  },
};
