import sql from "sql-template-tag";
import { extendCustomerFilter } from "../customers/list/customerFilter.js";

extendCustomerFilter(
  "hasOverdueInvoices",
  "With (true) or without (false) overdue sales invoices.",
  "invoices:read",
  // The alias `i`: `r` is the customer here.
  ({ today }) => sql`EXISTS (
    SELECT 1 FROM invoices i
    WHERE i.customer_id = r.id AND i.deleted_at IS NULL AND i.kind = 'SALES'
      AND i.status = 'AUTHORIZED' AND i.due_on < ${today}::date AND i.balance > 0)`,
);
