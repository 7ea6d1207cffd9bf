import {
  isSheetRecordType,
  SHEET_RECORD_TYPES,
  type SheetRecordType,
  sheets,
} from "@clientela/shared/sheetRegister";
import { columnOf, type SheetSchema, wholeColumns } from "@clientela/shared/sheets/sheet";
import type { Language } from "../../../i18n/language.js";
import type { PermissionSet } from "../../../session/viewer.js";

/** A type of record that is exported as a sheet; payments come in from bank files alone. */
export type ExportKind = Exclude<SheetRecordType, "PAYMENT">;

/** Whether a type of record is exported as a sheet. */
export function isExportKind(recordType: string): recordType is ExportKind {
  if (!isSheetRecordType(recordType)) return false;
  const { importOnly }: SheetSchema = sheets[recordType];
  return !importOnly;
}

/** What a person with these permissions can export: customers, or what belongs to them. */
export const exportableKinds = (permissions: PermissionSet): ExportKind[] =>
  SHEET_RECORD_TYPES.filter(isExportKind).filter((recordType) =>
    permissions.has(`${sheets[recordType].noun}:read`),
  );

/** The fields of an export's file, in their order. */
export function fieldsOfKind(recordType: SheetRecordType): string[] {
  return wholeColumns(sheets[recordType]).map(({ key }) => key);
}

/** What a field is called as the header of its column. */
export function fieldName(recordType: SheetRecordType, field: string, language: Language): string {
  const labels = columnOf(sheets[recordType], field)?.labels;
  return labels?.[language === "en" ? "en" : "pt"] ?? field;
}
