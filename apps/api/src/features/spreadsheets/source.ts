import type { TextQuoting } from "./csv/quoting.js";
import type { RawRow } from "./row.js";
import type { SheetFormat } from "./sheetFormat.js";
import type { SheetInfo } from "./sheetInfo.js";

/** What a text file was found to be written in. */
export interface TextTraits {
  encoding: string;
  delimiter: string;
  quoting: TextQuoting;
}

/** What makes a file's text doubtful, so that a person has to decide before it is read. */
export interface TextDoubt {
  code: "replacementCharacter" | "encodingUnsure" | "wrongEncoding" | "encodedTwice";
  line: number;
  value: string;
}

/** An opened file, whatever its format: its sheets, and the rows of each. */
export interface RowSource {
  format: SheetFormat;
  /** Null for workbooks. */
  text: TextTraits | null;
  doubt: TextDoubt | null;
  /** A text file counts as one sheet without a name. */
  sheets: SheetInfo[];
  /** The rows of one sheet, by its place in `sheets`; empty rows may be omitted. */
  rows(sheet: number): AsyncGenerator<RawRow[]>;
  /** How much of the sheet `rows` has taken in so far: 0 to 1. */
  progress(): number;
  close(): Promise<void>;
}
