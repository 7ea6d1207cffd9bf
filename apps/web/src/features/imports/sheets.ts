import { isSheetRecordType, type SheetRecordType } from "@clientela/shared/sheetRegister";
import { columnOfSource, externalIdsColumn } from "@clientela/shared/sheets/externalIdColumns";
import { type SheetColumn, type SheetSchema, wholeColumns } from "@clientela/shared/sheets/sheet";
import type { RecordType } from "../../gql/graphql.js";

/** The type of record of an import, which always is one that sheets can have. */
export function sheetRecordType(recordType: RecordType): SheetRecordType {
  if (!isSheetRecordType(recordType)) throw new Error(`sheets have no ${recordType}`);
  return recordType;
}

/** The fields that a column of a file can go to. */
export function importedFields(sheet: SheetSchema): readonly SheetColumn[] {
  return sheet.columns.filter(({ exportOnly }) => !exportOnly);
}

/**
 * The fields of a file that is written again: no column is in it twice, as a whole and in parts. Ids are those of one
 * system, which whoever fills it in names in the header.
 */
export function templateFields(sheet: SheetSchema): readonly SheetColumn[] {
  return wholeColumns(sheet)
    .filter(({ exportOnly }) => !exportOnly)
    .map((column) => (column.key === externalIdsColumn.key ? columnOfSource("erp") : column));
}
