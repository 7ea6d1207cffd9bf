import { Readable } from "node:stream";
import { type CellStyle, type CellValue, writeXlsx, writeXlsxStream } from "hucre";

/** A row of a workbook: its cells, and how some of them look, by column. */
export interface WorkbookRow {
  cells: CellValue[];
  styles?: ReadonlyMap<number, CellStyle>;
}

/** The media type of .xlsx files. */
export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// A text that looks like an escape of OOXML (ECMA-376 22.4.2.4) would be read as what it stands for.
const escaped = (value: CellValue): CellValue =>
  typeof value === "string" ? value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : value;

/** Writes a workbook of one sheet as its rows come; the first row stays in sight, and is as wide as the sheet. */
export function workbookOf(
  name: string,
  width: number,
  rows: AsyncIterable<WorkbookRow>,
): Readable {
  let styles: WorkbookRow["styles"];
  // The writer asks a column for its style at each cell, so a column can answer for the row at hand.
  const columns = Array.from({ length: width }, (_, at) => ({
    get style() {
      return styles?.get(at);
    },
  }));
  async function* cells() {
    for await (const row of rows) {
      styles = row.styles;
      yield row.cells.map(escaped);
    }
  }
  return Readable.fromWeb(writeXlsxStream(cells(), { name, columns, freezePane: { rows: 1 } }));
}

/** A sheet of a workbook that is small enough to be written at once. */
export interface Sheet {
  name: string;
  columns: readonly { head: string; width: number; style?: CellStyle }[];
  rows: readonly (readonly CellValue[])[];
}

const HEAD: CellStyle = { font: { bold: true } };
// Spreadsheets keep this many digits of a number; a longer one is written as text, in full.
const EXACT_DIGITS = 15;

/** A decimal as a cell: a number, or a text where a number would lose digits. */
export const decimalCell = (decimal: string): CellValue =>
  decimal.replace(/\D/g, "").length > EXACT_DIGITS ? decimal : Number(decimal);

// The calendar of spreadsheets has a 29 February 1900, so earlier days are off by one.
const FIRST_DAY = "1900-03-01";

/** A calendar date as a cell. */
export const dateCell = (date: string): CellValue =>
  date < FIRST_DAY ? date : new Date(`${date}T00:00:00Z`);

/** A workbook of several sheets, each with a header that stays in sight. */
export function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width, style }) => (style ? { width, style } : { width })),
      rows: [columns.map(({ head }) => head), ...rows.map((cells) => cells.map(escaped))],
      cells: new Map(columns.map((_, at) => [`0,${at}`, { style: HEAD }])),
      freezePane: { rows: 1 },
    })),
  });
}
