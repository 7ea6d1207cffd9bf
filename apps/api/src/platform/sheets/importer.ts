import type { Permission } from "@clientela/shared/records/roles";
import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import type { MatchKey, SheetSchema } from "@clientela/shared/sheets/sheet";
import type { CellValue } from "@clientela/shared/sheets/sheetValues";
import type { Db } from "../database/db.js";
import type { Organisation } from "../organisation.js";
import type { ImportTable } from "./importTable.js";

/** What a mapped column may do to a field that has a value already, the strictest last. */
export const COLUMN_RULES = ["OVERWRITE", "FILL_BLANKS", "NEVER"] as const;

/** One of the rules. */
export type ColumnRule = (typeof COLUMN_RULES)[number];

/** A problem of a row; an error keeps the row out, a warning does not. */
export interface RowIssue {
  /** The field of the sheet that is meant; null for the row as a whole. */
  field: string | null;
  /** The column of the file, from 0, where it is not the one that the field is taken from first. */
  column?: number;
  code: string;
  severity: "error" | "warning";
  value?: string;
  params?: Readonly<Record<string, string | number>>;
}

/** The cell with a further value of a field. */
export interface FurtherCell {
  header: string;
  /** Its column, where that is not the one that the field itself is taken from. */
  column?: number;
}

/** A row whose cells were read, by field of the sheet; blank cells are null. */
export interface ReadRow {
  fields: Readonly<Record<string, CellValue | null>>;
  /** Fields whose cell was a number in the file: leading zeros may be gone. */
  numeric: ReadonlySet<string>;
  /** The header of the column that a field was taken from. */
  headers: Readonly<Record<string, string>>;
  /** Where a field got its value from that has no column of its own: further values of other fields' columns. */
  furtherFrom?: Readonly<Record<string, FurtherCell>>;
  /** The currencies that amounts are written with, by field; missing where none is. */
  currencies?: Readonly<Record<string, string>>;
}

/** What a row would write: columns of the record's table, or why not. */
export interface RowValues {
  values: Record<string, unknown>;
  issues: RowIssue[];
}

/** What an import's rows are about, as the importer sees it. */
export interface ImportPlan {
  importId: string;
  matchKey: MatchKey;
  /** Rules by column of the record's table. */
  rules: Readonly<Record<string, ColumnRule>>;
}

/** How a kind of record is imported; the feature of the record brings it. */
export interface Importer {
  recordType: SheetRecordType;
  sheet: SheetSchema;
  /** What the person who runs it must be allowed to do. */
  permission: Permission;
  /** What it takes to see the cells of such a file. */
  readPermission: Permission;
  /**
   * Prepares the reading of rows of one file, whose ids come from the system `idSource` where a row does not say it;
   * null where nobody does.
   */
  openRows(
    db: Db,
    organisation: Organisation,
    idSource: string | null,
  ): Promise<(row: ReadRow) => RowValues>;
  /** The column of the record's table that a field of the sheet goes to. */
  columnOf(field: string): string;
  /** How rows find, make and change records. */
  table: ImportTable;
}
