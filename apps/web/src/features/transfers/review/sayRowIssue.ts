import type { Language } from "../../../i18n/language.js";
import { fieldLabel } from "../sheetFields.js";
import type { ImportRow, ShownColumn } from "./importRows.js";

/** An issue as a sentence that names its field: `Status: "warm" is not one of the allowed values`. */
export function sayRowIssue(
  issue: ImportRow["issues"][number],
  columns: readonly ShownColumn[],
  language: Language,
): string {
  const field = columns.find(({ index }) => index === issue.column)?.field;
  return field ? `${fieldLabel(field, language)}: ${issue.message}` : issue.message;
}
