import type { InvoiceState } from "@clientela/shared/records/enums";
import sql from "sql-template-tag";
import type { ListOrder } from "../../platform/graph/listExtension.js";
import type { ReadContext } from "../../platform/readContext.js";
import { isInState } from "./invoiceState.js";

// Money is never added across currencies, so one of them decides.
const balances = (states: readonly InvoiceState[]) => (reading: ReadContext) =>
  sql`
  SELECT r.customer_id AS id, r.balance AS amount FROM invoices r
  WHERE r.deleted_at IS NULL AND r.kind = 'SALES' AND ${isInState(states, reading)}
    AND r.currency = ${reading.organisation.currency}`;

/** Sorts customers by what they owe. */
export const byOutstanding: ListOrder = {
  name: "OUTSTANDING",
  description:
    "The open balances of authorised and overdue sales invoices in the organisation's currency; what is owed in others does not count.",
  permission: "invoices:read",
  rows: balances(["AUTHORIZED", "OVERDUE"]),
};

/** Sorts customers by what they should have paid already. */
export const byOverdue: ListOrder = {
  name: "OVERDUE",
  description:
    "The open balances of overdue sales invoices in the organisation's currency; what is owed in others does not count.",
  permission: "invoices:read",
  rows: balances(["OVERDUE"]),
};
