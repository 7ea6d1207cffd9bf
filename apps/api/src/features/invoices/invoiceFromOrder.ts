import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { insertDocument } from "../documents/document.service.js";
import { Order } from "../orders/order.entity.js";
import { linesByOrder, orderById } from "../orders/order.list.js";
import { finalizeOrder, lockOrder } from "../orders/order.service.js";
import type { Invoice } from "./invoice.entity.js";
import type { CreateInvoiceFromOrderInput } from "./invoice.input.js";
import { assertDue, invoiceRules } from "./invoice.rules.js";
import { dueAfter, invoiceKind } from "./invoice.service.js";
import { numberFor } from "./invoiceNumber.js";

/**
 * Invoices an order: it is finalised, and a pending sales invoice with its lines is created.
 * Throws NotFound, and Invalid where the order is not open or has an invoice already.
 */
export async function createInvoiceFromOrder(
  context: Context,
  input: CreateInvoiceFromOrderInput,
): Promise<Invoice> {
  const id = parseId(input.orderId, "orderId");
  const given = parseInput(invoiceRules, { dueOn: input.dueOn ?? undefined });
  const seen = await context.load(orderById, id);
  if (!seen) throw new NotFound(Order.name, id);
  // The customer is locked before what belongs to it, as everywhere, so that no two wait for each other.
  const customer = await lockCustomerForReference(context, seen.customerId);
  const order = await lockOrder(context, id);
  await assertNotInvoiced(context, id);
  await finalizeOrder(context, order);
  const issuedOn = context.today;
  const dueOn = given.dueOn ?? dueAfter(issuedOn, customer);
  assertDue(issuedOn, dueOn);
  const values = {
    customerId: order.customerId,
    orderId: order.id,
    kind: "SALES" as const,
    status: "PENDING" as const,
    issuedOn,
    dueOn,
    currency: order.currency,
  };
  const lines = await context.load(linesByOrder, id);
  return insertDocument(context, invoiceKind, values, lines, () =>
    numberFor(context, values.kind, null),
  );
}

async function assertNotInvoiced(context: Context, orderId: string): Promise<void> {
  const invoice = await context.db.row<{ number: string }>(sql`
    SELECT r.number FROM invoices r
    WHERE r.order_id = ${orderId}::uuid AND r.deleted_at IS NULL AND r.status <> 'CANCELLED' LIMIT 1`);
  if (invoice) throw new Invalid([{ path: "orderId", code: "already_invoiced", params: invoice }]);
}
