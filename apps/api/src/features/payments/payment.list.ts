import sql, { type Sql } from "sql-template-tag";
import { day, money, storedTimes, text } from "../../platform/graph/filters/fieldKinds.js";
import { conditionsOf, declareFilterFields } from "../../platform/graph/filters/filterField.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { customersWith, ofCustomer } from "../customers/list/ofCustomer.js";
import { Payment } from "./payment.entity.js";
import { PaymentFilter, type PaymentOrderField } from "./paymentList.input.js";

/** The fields that `payments r` are filtered by. */
const fields = declareFilterFields(PaymentFilter, "invoices:read", {
  customer: ofCustomer,
  amount: money(sql`r.amount`, sql`r.currency`, { description: "How much it is." }),
  paidOn: day(sql`r.paid_on`, { description: "Its day." }),
  reversedOn: day(sql`r.reversed_on`, { description: "When it was reversed." }),
  method: text(sql`r.method`, { description: "How it was paid." }),
  reference: text(sql`r.reference`, { description: "What the bank calls it." }),
  note: text(sql`r.note`, { description: "What is noted of it." }),
  ...storedTimes,
});

function statedConditions(filter: PaymentFilter): Sql[] {
  const { direction, paidFrom, paidTo, onAccount, reversed } = filter;
  const where: Sql[] = [];
  if (direction) where.push(sql`r.direction = ${direction}`);
  if (paidFrom != null) where.push(sql`r.paid_on >= ${paidFrom}::date`);
  if (paidTo != null) where.push(sql`r.paid_on <= ${paidTo}::date`);
  if (onAccount != null) {
    where.push(sql`(r.reversed_on IS NULL AND r.allocated < r.amount) = ${onAccount}`);
  }
  if (reversed != null) where.push(sql`(r.reversed_on IS NOT NULL) = ${reversed}`);
  return where;
}

/** The conditions on `r` for payments that a filter lets through. */
const paymentConditions = conditionsOf(fields, statedConditions);

/** Lists of payments. */
export const paymentList: ListDefinition<Payment, PaymentFilter, PaymentOrderField> = {
  type: Payment,
  where: paymentConditions,
  sortKeys: {
    PAID_ON: { sql: sql`coalesce(r.paid_on, '-infinity'::date)`, type: "date" },
    AMOUNT: { sql: sql`r.amount`, type: "numeric" },
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
  },
  defaultOrder: { field: "PAID_ON", direction: OrderDirection.DESC },
};

/** Finds customers by their payments. */
export const customersByPayments = customersWith("payments", "invoices:read", {
  type: Payment,
  input: PaymentFilter,
  where: paymentConditions,
  description: "By its payments.",
});

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
