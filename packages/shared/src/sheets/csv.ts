import { BLANKS, escapeFormula, unescapeFormula } from "./formulaText.js";

// A spreadsheet may split a line at another separator than the one that it was written with. What comes after one is
// then the beginning of a cell: no formula may stand there, and no quote, which would take in what follows.
const CELL_START = "(?<=[,;\\t|\\r\\n])";
const UNSAFE = `(?='*${BLANKS}(?:[=+\\-@\\t\\uff1d\\uff0b\\uff0d\\uff20"]|\\r(?!\\n)|$))`;
const UNSAFE_START = new RegExp(`${CELL_START}${UNSAFE}`, "gu");
const ESCAPED_START = new RegExp(`${CELL_START}'${UNSAFE}`, "gu");
const NEEDS_QUOTES = /[",;\t|\r\n]/;

/**
 * The text as it goes into a cell of CSV or of a table in the clipboard: an apostrophe comes before
 * everything in it that a spreadsheet could take for a formula, whichever separator it splits at.
 * `unescapeCsvText` undoes it.
 */
export const escapeCsvText = (text: string): string =>
  escapeFormula(text).replace(UNSAFE_START, "'");

/** The text that a cell of our own CSV stands for. */
export const unescapeCsvText = (text: string): string =>
  unescapeFormula(text.replace(ESCAPED_START, ""));

/** One line of CSV without its end; quoted is all that any separator would split. */
export function csvLine(cells: readonly string[], separator: "," | ";"): string {
  return cells
    .map((cell) => {
      const text = escapeCsvText(cell);
      return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(separator);
}
