import { customersSheet } from "@clientela/shared/customers.sheet";
import { columnOf, type SheetColumn } from "@clientela/shared/sheet";
import type { Language } from "../../i18n/language.js";

/** The fields that a column of a file can go to. */
export const importFields: readonly SheetColumn[] = customersSheet.columns.filter(
  ({ exportOnly }) => !exportOnly,
);

/** What a field is called; a field that is not in the sheet goes by its key. */
export function fieldLabel(key: string, language: Language): string {
  const labels = columnOf(customersSheet, key)?.labels;
  return labels ? labels[sheetLanguage(language)] : key;
}

/** The names of the values that a field takes; none where it takes any. */
export function choicesOf(key: string, language: Language): string[] {
  const choices = columnOf(customersSheet, key)?.choices ?? [];
  return choices.map(({ labels }) => labels[sheetLanguage(language)]);
}

/** The sheet's own language that is closest to a language of the app. */
export function sheetLanguage(language: Language): "en" | "pt" {
  return language === "en" ? "en" : "pt";
}
