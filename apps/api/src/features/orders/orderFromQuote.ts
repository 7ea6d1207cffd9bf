import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { insertDocument } from "../documents/document.service.js";
import { nextNumber } from "../documents/number.service.js";
import { Quote } from "../quotes/quote.entity.js";
import { linesByQuote, quoteById } from "../quotes/quote.list.js";
import { acceptQuote, lockQuote } from "../quotes/quote.service.js";
import type { Order } from "./order.entity.js";
import { orderKind } from "./order.service.js";

/**
 * Creates an order from a quote: the quote is accepted, and an open order with its lines is created.
 * Throws NotFound, and Invalid where the quote is not sent or has an order already.
 */
export async function createOrderFromQuote(context: Context, quoteId: string): Promise<Order> {
  const id = parseId(quoteId, "quoteId");
  const seen = await context.load(quoteById, id);
  if (!seen) throw new NotFound(Quote.name, id);
  // The customer is locked before what belongs to it, as everywhere, so that no two wait for each other.
  await lockCustomerForReference(context, seen.customerId);
  const quote = await lockQuote(context, id);
  await assertNotOrdered(context, id);
  await acceptQuote(context, quote);
  const values = {
    customerId: quote.customerId,
    quoteId: quote.id,
    status: "OPEN" as const,
    orderedOn: context.today,
    currency: quote.currency,
  };
  const lines = await context.load(linesByQuote, id);
  return insertDocument(context, orderKind, values, lines, () => nextNumber(context, "order"));
}

async function assertNotOrdered(context: Context, quoteId: string): Promise<void> {
  const order = await context.db.row<{ number: string }>(sql`
    SELECT r.number FROM orders r
    WHERE r.quote_id = ${quoteId}::uuid AND r.deleted_at IS NULL AND r.status <> 'CANCELLED' LIMIT 1`);
  if (order) throw new Invalid([{ path: "quoteId", code: "already_ordered", params: order }]);
}
