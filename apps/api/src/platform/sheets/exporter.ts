import type { Permission } from "@clientela/shared/records/roles";
import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import type { SheetSchema } from "@clientela/shared/sheets/sheet";
import type { CellValue } from "@clientela/shared/sheets/sheetValues";
import type { Sql } from "sql-template-tag";
import type { Context } from "../context.js";

/** How a kind of record goes out into sheets; the feature of the record brings it. */
export interface Exporter {
  recordType: SheetRecordType;
  sheet: SheetSchema;
  /** What the person who asks must be allowed to do. */
  permission: Permission;
  /** The statement that selects the records of an export, one column per field of the sheet, with `exportedExternalIds`. */
  rows(params: unknown, context: Context): Sql;
  /** The statement that selects the systems that the ids of those records come from, as `exportedSources` does. */
  sources(params: unknown, context: Context): Sql;
  /** The statement that answers as `count` how many those are. */
  count(params: unknown, context: Context): Sql;
  /** Writes values of a record, by field, as people know them. */
  show?(row: Record<string, CellValue | null>): void;
}
