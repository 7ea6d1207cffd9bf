import sql from "sql-template-tag";
import { declareFilter } from "../../platform/graph/listExtension.js";
import { CustomerFilter } from "../customers/list/customerFilter.js";

/** Finds customers by whether they should have paid an invoice already. */
export const hasOverdueInvoices = declareFilter(CustomerFilter, {
  name: "hasOverdueInvoices",
  description: "With (true) or without (false) overdue sales invoices.",
  permission: "invoices:read",
  // The alias `i`: `r` is the customer here.
  condition: ({ today }) => sql`EXISTS (
    SELECT 1 FROM invoices i
    WHERE i.customer_id = r.id AND i.deleted_at IS NULL AND i.kind = 'SALES'
      AND i.status = 'AUTHORIZED' AND i.due_on < ${today}::date AND i.balance > 0)`,
});
