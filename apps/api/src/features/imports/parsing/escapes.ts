import { unescapeCsvText } from "@clientela/shared/sheets/csv";
import { unescapeFormula } from "@clientela/shared/sheets/formulaText";
import { columnOf, SHEET_LANGUAGES, type SheetSchema } from "@clientela/shared/sheets/sheet";
import type { StoredColumn } from "../storedImport.js";

// Spreadsheets mark digits as text with an apostrophe, and some exports (Shopify's) write it to the file.
const MARKED_NUMBER = /^'\+?\d[\d .()/-]*$/;

const unmarked = (text: string): string =>
  MARKED_NUMBER.test(text) ? text.slice(1) : unescapeFormula(text);

/** Whether a file looks like an export of ours: all its columns are called as ours are, in one language. */
export const isOwnFile = (
  schema: SheetSchema | undefined,
  columns: readonly StoredColumn[],
): boolean =>
  SHEET_LANGUAGES.some((language) =>
    columns.every(({ field, header }) => {
      const column = schema && field !== null ? columnOf(schema, field) : undefined;
      return column === undefined || column.labels[language] === header;
    }),
  );

/** The values of a text file's cells, without the apostrophes before formulas and digits. */
export function unescaperOf(
  schema: SheetSchema | undefined,
  columns: readonly StoredColumn[],
): (cell: string) => string {
  const isOwn = isOwnFile(schema, columns);
  // Only our own CSV files escape what follows a separator in a cell; elsewhere an apostrophe there is text.
  return isOwn ? unescapeCsvText : unmarked;
}
