import { SHEET_RECORD_TYPES, type SheetRecordType, sheets } from "@clientela/shared/sheetRegister";
import { columnOf, wholeColumns } from "@clientela/shared/sheets/sheet";
import type { Language } from "../../../i18n/language.js";
import type { PermissionSet } from "../../../session/viewer.js";

/** What a person with these permissions can export: customers, or what belongs to them. */
export function exportableKinds(permissions: PermissionSet): SheetRecordType[] {
  return SHEET_RECORD_TYPES.filter((recordType) =>
    permissions.has(`${sheets[recordType].noun}:read`),
  );
}

/** The fields of an export's file, in their order. */
export function fieldsOfKind(recordType: SheetRecordType): string[] {
  return wholeColumns(sheets[recordType]).map(({ key }) => key);
}

/** What a field is called as the header of its column. */
export function fieldName(recordType: SheetRecordType, field: string, language: Language): string {
  const labels = columnOf(sheets[recordType], field)?.labels;
  return labels?.[language === "en" ? "en" : "pt"] ?? field;
}
