import type { InvoiceState } from "@clientela/shared/records/enums";
import sql from "sql-template-tag";
import type { ReadContext } from "../../platform/readContext.js";
import { extendCustomerOrder } from "../customers/list/customerOrder.js";
import { isInState } from "./invoiceState.js";

// Money is never added across currencies, so one of them decides.
const balances = (states: readonly InvoiceState[]) => (reading: ReadContext) =>
  sql`
  SELECT r.customer_id AS id, r.balance AS amount FROM invoices r
  WHERE r.deleted_at IS NULL AND r.kind = 'SALES' AND ${isInState(states, reading)}
    AND r.currency = ${reading.organisation.currency}`;

extendCustomerOrder(
  "OUTSTANDING",
  "The open balances of authorised and overdue sales invoices in the organisation's currency; what is owed in others does not count.",
  "invoices:read",
  balances(["AUTHORIZED", "OVERDUE"]),
);

extendCustomerOrder(
  "OVERDUE",
  "The open balances of overdue sales invoices in the organisation's currency; what is owed in others does not count.",
  "invoices:read",
  balances(["OVERDUE"]),
);
