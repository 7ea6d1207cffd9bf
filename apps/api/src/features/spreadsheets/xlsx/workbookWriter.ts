import { Readable } from "node:stream";
import { type CellStyle, type CellValue, writeXlsxStream } from "hucre";

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
