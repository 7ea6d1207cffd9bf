import { escapeCsvText } from "@clientela/shared/sheets/csv";
import type { CustomerRow } from "../customerRows.js";

/** Customers as a table to paste into a spreadsheet: cells between tabs, rows between line ends. */
export function customersAsTable(rows: readonly CustomerRow[]): string {
  return rows
    .map(({ number, legalName, taxId, email, phone, address }) =>
      [number, legalName, taxId?.formatted, email, phone, address?.city, address?.country]
        // Tabs and line ends would begin another cell where the rows are pasted.
        .map((cell) => escapeCsvText((cell ?? "").replace(/\s+/g, " ")))
        .join("\t"),
    )
    .join("\n");
}
