import type { InvoiceState } from "@clientela/shared/records/enums";
import sql from "sql-template-tag";
import type { ListOrder } from "../../platform/graph/listExtension.js";
import { sumMetric } from "../../platform/lists/kept/keptMetric.js";
import type { ReadContext } from "../../platform/readContext.js";
import { isInState, isOutstanding } from "./invoiceState.js";

const balances = (states: readonly InvoiceState[]) => (reading: ReadContext) =>
  sql`
  SELECT r.customer_id AS id, r.currency, r.balance AS amount FROM invoices r
  WHERE r.deleted_at IS NULL AND r.kind = 'SALES' AND ${isInState(states, reading)}`;

/** Sorts customers by what they owe. */
export const byOutstanding: ListOrder = {
  name: "OUTSTANDING",
  description:
    "The open balances of authorised and overdue sales invoices in the organisation's currency; what is owed in others does not count.",
  permission: "invoices:read",
  // Money is never added across currencies, so one of them decides.
  metric: sumMetric({
    name: "OUTSTANDING",
    isMoney: true,
    addends: balances(["AUTHORIZED", "OVERDUE"]),
  }),
};

/** Sorts customers by what they should have paid already. */
export const byOverdue: ListOrder = {
  name: "OVERDUE",
  description:
    "The open balances of overdue sales invoices in the organisation's currency; what is owed in others does not count.",
  permission: "invoices:read",
  metric: sumMetric({
    name: "OVERDUE",
    isMoney: true,
    addends: balances(["OVERDUE"]),
    changingBetween: (from, to) => sql`
      SELECT r.customer_id AS id FROM invoices r
      WHERE r.deleted_at IS NULL AND r.kind = 'SALES' AND ${isOutstanding}
        AND r.due_on >= ${from} AND r.due_on < ${to}`,
  }),
};
