import type { IssueCode } from "./messages/issueMessages.js";

/**
 * One letter per cell that says what the file held there: text, number, date (or time), boolean,
 * an error such as #REF!, or a formula whose value was never calculated.
 */
export type KindLetter = "t" | "n" | "d" | "b" | "e" | "f";

/** What is wrong, or was fixed, in one cell (or in the whole row where `column` is null). */
export interface CellIssue {
  /** 0-based column; null when the row as a whole is meant. */
  column: number | null;
  code: IssueCode;
  /** What the file holds there, shortened for display. */
  value?: string;
}

/** The value of merged cells that began above a row and reach down to it. */
export interface MergedValue {
  column: number;
  /** The line where the cells begin, which alone holds the value in the file. */
  top: number;
  text: string;
  kind: KindLetter;
}

/** A row as its source holds it: as many cells as there are, empty text where nothing is. */
export interface RawRow {
  /** 1-based row number of the sheet, or line number of the text file where the row begins. */
  line: number;
  cells: string[];
  /** One KindLetter per cell; left out where all cells are text. */
  kinds?: string;
  issues?: CellIssue[];
  /** The values of cells above that are merged with cells of this row. */
  merged?: MergedValue[];
}

/** A data row: exactly one cell per header, in the headers' order. */
export type Row = RawRow;

/** The kind of one cell of a row. */
export function kindOf(row: RawRow, column: number): KindLetter {
  const letter = row.kinds?.[column];
  return letter === "n" || letter === "d" || letter === "b" || letter === "e" || letter === "f"
    ? letter
    : "t";
}

/** The spreadsheet's letters for a 0-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Whether no cell of the row holds anything but white space. */
export function isBlank(row: RawRow): boolean {
  for (const cell of row.cells) if (cell !== "" && cell.trim() !== "") return false;
  return row.kinds === undefined || !/[ef]/.test(row.kinds);
}

/** Whether the row can be passed over without a word. */
export function holdsNothing(row: RawRow): boolean {
  return row.issues === undefined && isBlank(row);
}

/** A value cut to a length that can be shown in a message. */
export function shorten(value: string): string {
  if (value.length <= 80) return value;
  // Half of a character is no text, and no database takes it.
  return `${value.slice(0, 79).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
