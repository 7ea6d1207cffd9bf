import sql from "sql-template-tag";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { Payment } from "./payment.entity.js";
import type { PaymentFilter, PaymentOrderField } from "./paymentList.input.js";

/** Lists of payments. */
export const paymentList: ListDefinition<Payment, PaymentFilter, PaymentOrderField> = {
  type: Payment,
  where: (filter) => {
    const { direction, paidFrom, paidTo, onAccount, reversed } = filter ?? {};
    const where = [sql`r.deleted_at IS NULL`];
    if (direction) where.push(sql`r.direction = ${direction}`);
    if (paidFrom != null) where.push(sql`r.paid_on >= ${paidFrom}::date`);
    if (paidTo != null) where.push(sql`r.paid_on <= ${paidTo}::date`);
    if (onAccount != null) {
      where.push(sql`(r.reversed_on IS NULL AND r.allocated < r.amount) = ${onAccount}`);
    }
    if (reversed != null) where.push(sql`(r.reversed_on IS NOT NULL) = ${reversed}`);
    return where;
  },
  sortKeys: {
    PAID_ON: { sql: sql`coalesce(r.paid_on, '-infinity'::date)`, type: "date" },
    AMOUNT: { sql: sql`r.amount`, type: "numeric" },
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
  },
  defaultOrder: { field: "PAID_ON", direction: OrderDirection.DESC },
};

/** Payments by id. */
export const paymentById = rowsById(Payment, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first payments of customers. */
export const paymentsByCustomer = pagesByOwner(paymentList, "customer_id");

/** The first payments of invoices: those that pay something of them today. */
export const paymentsByInvoice = pagesByOwner(
  {
    ...paymentList,
    source: () => sql`(
      SELECT p.*, e.invoice_id FROM payments p JOIN (
        SELECT invoice_id, payment_id FROM ledger_entries
        WHERE invoice_id IS NOT NULL GROUP BY invoice_id, payment_id HAVING sum(amount) <> 0
      ) e ON e.payment_id = p.id)`,
  },
  "invoice_id",
);
