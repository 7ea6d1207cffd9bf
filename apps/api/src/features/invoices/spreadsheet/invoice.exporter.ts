import { invoicesSheet } from "@clientela/shared/documents/invoices.sheet";
import sql from "sql-template-tag";
import { relatedExporter } from "../../customers/spreadsheet/relatedExporter.js";

/** How invoices go out into sheets. */
export const invoiceExporter = relatedExporter({
  recordType: "INVOICE",
  sheet: invoicesSheet,
  permission: "invoices:read",
  table: "invoices",
  values: sql`x.number, x.kind, x.status, x.issued_on AS "issuedOn", x.due_on AS "dueOn", x.currency,
    trim_scale(x.total)::text AS total, trim_scale(x.tax)::text AS tax, trim_scale(x.paid)::text AS paid, x.paid_on AS "paidOn", x.notes`,
});
