import { escapeFormula } from "@clientela/shared/formulaText";
import type { SheetColumn } from "@clientela/shared/sheet";

/**
 * An empty sheet to fill in: the fields' names and a line of examples, as CSV the way spreadsheets
 * of that language open it.
 */
export function templateText(fields: readonly SheetColumn[], language: "en" | "pt"): string {
  const mark = language === "pt" ? ";" : ",";
  const line = (cells: string[]) => cells.map((cell) => quoted(cell, mark)).join(mark);
  const rows = [
    fields.map(({ labels }) => labels[language]),
    fields.map(({ example }) => escapeFormula(example)),
  ];
  // The byte order mark makes spreadsheets read UTF-8.
  return `\uFEFF${rows.map(line).join("\r\n")}\r\n`;
}

function quoted(cell: string, mark: string): string {
  return cell.includes(mark) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
