import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { Invoice } from "./invoice.entity.js";

/** How invoices are found by text. */
export const invoiceSearch: SearchKind = {
  recordType: "Invoice",
  type: Invoice,
  title: sql`r.number`,
  prefixKeys: [{ key: sql`r.number_key` }],
  text: sql`r.number_key`,
  details: [],
};
