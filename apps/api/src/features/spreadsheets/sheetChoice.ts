import type { ColumnProfile } from "@clientela/shared/matching/columnProfile";
import type { DetectedConventions } from "@clientela/shared/sheets/sheetConventions";
import type { TextEncoding } from "./csv/encoding.js";
import type { TextQuoting } from "./csv/quoting.js";
import type { Header } from "./headerRow.js";
import type { Row } from "./row.js";
import type { SheetFormat } from "./sheetFormat.js";
import type { SheetInfo } from "./sheetInfo.js";
import type { TextDoubt } from "./source.js";

/** How a person wants the file read; what is left out is detected. */
export interface SheetChoice {
  encoding?: TextEncoding;
  delimiter?: string;
  quoting?: TextQuoting;
  /** Read a text file on although characters of it were lost before. */
  acceptReplacement?: boolean;
  sheet?: string;
  /** Line of the (lowest) header row; 0 says that there is none. */
  headerRow?: number;
  /** Line of the highest header row, where headers take several. */
  headerTop?: number;
}

/** What the cells of a column say about how its texts write numbers and dates. */
export type FoundConventions = DetectedConventions;

/** A column with up to three values from below it. */
export interface SampledHeader extends Header {
  samples: string[];
  conventions: FoundConventions;
}

/** What was found in a file, all of which a person can change through a SheetChoice. */
export interface Inspection {
  format: SheetFormat;
  /** Null for workbooks. */
  encoding: string | null;
  /** Null for workbooks. */
  delimiter: string | null;
  /** Null for workbooks, and for files that were looked at before this was told. */
  quoting?: TextQuoting | null;
  /** Set where a person has to choose an encoding, or accept lost characters, before rows are read. */
  doubt: TextDoubt | null;
  /** The sheets of a workbook; empty for text files. */
  sheets: SheetInfo[];
  sheet: string | null;
  /** Line of the header row; 0 where the file has none. */
  headerRow: number;
  headerTop: number;
  headers: SampledHeader[];
  /** The first rows as they are, title lines and header too, for the header picker. */
  preview: Row[];
  /** Data rows: exact for small files, an estimate for others. */
  rowEstimate: number;
  rowEstimateIsExact: boolean;
}

/** What a look at a file's beginning found. */
export interface FileInspection extends Inspection {
  /** What the cells of the columns are like, as far as they were looked at. */
  profiles: ColumnProfile[];
}

/** What a whole reading came to. */
export interface ReadSummary {
  /** Data rows that were handed over. */
  rows: number;
  /** Rows that hold values only to the right of the last header, and were left out for that. */
  rowsOutsideHeaders: number;
  /** What the cells of the columns are like, all of them. */
  profiles: ColumnProfile[];
}

/** The choice that reads a file exactly as it was inspected. */
export function choiceOf(inspection: Inspection, choice: SheetChoice = {}): SheetChoice {
  const settled: SheetChoice = {
    ...choice,
    headerRow: inspection.headerRow,
    headerTop: inspection.headerTop,
  };
  if (inspection.sheet !== null) settled.sheet = inspection.sheet;
  if (inspection.delimiter !== null) settled.delimiter = inspection.delimiter;
  if (inspection.quoting) settled.quoting = inspection.quoting;
  return settled;
}
