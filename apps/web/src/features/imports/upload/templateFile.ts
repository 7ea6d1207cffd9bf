import { csvLine } from "@clientela/shared/sheets/csv";
import type { SheetColumn } from "@clientela/shared/sheets/sheet";
import { labelIn } from "@clientela/shared/sheets/sheetWords";
import type { Language } from "../../../i18n/language.js";

/**
 * An empty sheet to fill in: the fields' names and a line of examples, as CSV the way spreadsheets
 * of that language open it.
 */
export function templateText(fields: readonly SheetColumn[], language: Language): string {
  const rows = [
    fields.map(({ labels }) => labelIn(labels, language)),
    fields.map(({ example }) => example),
  ];
  const lines = rows.map((cells) => csvLine(cells, language === "en" ? "," : ";"));
  // The byte order mark makes spreadsheets read UTF-8.
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
