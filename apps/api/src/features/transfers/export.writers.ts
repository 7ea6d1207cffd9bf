import { Readable } from "node:stream";
import { escapeFormula } from "@clientela/shared/formulaText";
import type { SheetColumn, SheetLanguage } from "@clientela/shared/sheet";
import { PLAIN } from "@clientela/shared/sheetConventions";
import { type CellValue, formatCell, type Writing } from "@clientela/shared/sheetValues";
import { stringify } from "csv-stringify/sync";
import { writeXlsxStream } from "hucre";
import type { ExportFormat } from "./export.entity.js";

/** A record by field of its sheet. */
export type ExportRow = Record<string, CellValue | null>;

type Batches = AsyncIterable<readonly ExportRow[]>;

interface Writer {
  mediaType: string;
  write(batches: Batches, columns: readonly SheetColumn[], language: SheetLanguage): Readable;
}

const BOM = "\ufeff";
const PORTUGUESE = { decimal: ",", dateOrder: "dmy" } as const;

async function* csvLines(
  batches: Batches,
  columns: readonly SheetColumn[],
  writing: Writing,
  delimiter: string,
) {
  const options = { delimiter, record_delimiter: "windows" as const };
  yield BOM +
    stringify([columns.map((column) => escapeFormula(column.labels[writing.language]))], options);
  for await (const batch of batches) {
    yield stringify(
      batch.map((row) =>
        columns.map((column) =>
          escapeFormula(formatCell(column, row[column.key] ?? null, writing)),
        ),
      ),
      options,
    );
  }
}

async function* jsonLines(batches: Batches, columns: readonly SheetColumn[]) {
  for await (const batch of batches) {
    const lines = batch.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null]))),
    );
    yield lines.map((line) => `${line}\n`).join("");
  }
}

// Numbers are numbers in a workbook; all else stays the text it is, leading zeros and all.
const typed = (column: SheetColumn, value: CellValue | null, writing: Writing) =>
  column.type === "integer" && typeof value === "number"
    ? value
    : formatCell(column, value, writing) || null;

async function* sheetRows(batches: Batches, columns: readonly SheetColumn[], writing: Writing) {
  yield columns.map((column) => column.labels[writing.language]);
  for await (const batch of batches) {
    for (const row of batch)
      yield columns.map((column) => typed(column, row[column.key] ?? null, writing));
  }
}

/** How each format is written; all of them as the rows come. */
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
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: (batches, columns, language) =>
      Readable.fromWeb(
        writeXlsxStream(sheetRows(batches, columns, { language, conventions: PLAIN }), {
          name: "Clientela",
          freezePane: { rows: 1 },
        }),
      ),
  },
};
