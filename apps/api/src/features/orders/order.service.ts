import type { OrderStatus } from "@clientela/shared/records/enums";
import type { Context } from "../../platform/context.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/records/trash.js";
import { changeRecord, lockVisible } from "../../platform/records/write.js";
import { demand } from "../../platform/security/authorize.js";
import { assertLink } from "../customers/assertLink.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { insertDocument, updateDocument } from "../documents/document.service.js";
import { guardDocument } from "../documents/guardDocument.js";
import { reviseLines } from "../documents/line.service.js";
import { subjectOf } from "../documents/link.service.js";
import { nextNumber } from "../documents/number.service.js";
import { assertOpen, assertTransition } from "../documents/transition.rules.js";
import { Quote } from "../quotes/quote.entity.js";
import { Order } from "./order.entity.js";
import type { CreateOrderInput, UpdateOrderInput } from "./order.input.js";
import { orderLines } from "./order.list.js";
import { orderLifecycle, orderRules } from "./order.rules.js";

/** Names the records in the history and in events. */
export const subject = subjectOf(Order, "Order");

/** Orders as a kind of document. */
export const orderKind = { subject, lines: orderLines };

/** The content of an order may change until it is finalised. */
export const OPEN: readonly OrderStatus[] = ["DRAFT", "OPEN"];

/** Makes an order. Throws NotFound for the customer, and Invalid. */
export async function createOrder(context: Context, input: CreateOrderInput): Promise<Order> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const { lines = [], ...given } = parseInput(orderRules, input);
  const values = {
    ...given,
    customerId: customer.id,
    currency: given.currency ?? customer.currency ?? context.organisation.currency,
    orderedOn: given.orderedOn ?? context.today,
  };
  await assertLink(context, Quote, values.quoteId, customer.id, "quoteId");
  return guardDocument(context, customer.id, () =>
    insertDocument(
      context,
      orderKind,
      values,
      lines,
      () => nextNumber(context, "order"),
      newExternalIds(input),
    ),
  );
}

/** Changes the given fields, and the lines as a whole. Throws NotFound, Invalid, and Conflict. */
export async function updateOrder(context: Context, input: UpdateOrderInput): Promise<Order> {
  const current = await lockOrder(context, parseId(input.id));
  const { lines, ...values } = parseInput(orderRules, input);
  const { currency, status = current.status } = values;
  const revision = await reviseLines(context, orderLines, current, { lines, currency });
  // A stale version does not say which status the order changes from.
  if (current.version === input.version) {
    assertTransition(orderLifecycle, current.status, status);
    if (revision.differs) assertOpen(orderLifecycle, OPEN, current.status, status, "lines");
    await assertLink(
      context,
      Quote,
      values.quoteId,
      current.customerId,
      "quoteId",
      current.quoteId,
    );
  }
  return guardDocument(context, current.customerId, () =>
    updateDocument(context, orderKind, current, input.version, values, revision),
  );
}

/** An order as callers see it, locked until the transaction ends; throws NotFound. */
export function lockOrder(context: Context, id: string): Promise<Order> {
  return lockVisible(context, subject, id);
}

/** Makes a locked order a finalised one. Throws Invalid where it is not open, and Forbidden. */
export async function finalizeOrder(context: Context, order: Order): Promise<Order> {
  if (order.status === "FINALIZED") return order;
  demand(context, "orders:write");
  assertTransition(orderLifecycle, order.status, "FINALIZED", "orderId");
  return changeRecord(context, subject, order, order.version, { status: "FINALIZED" }, "finalized");
}

/** Puts an order into the trash; its invoices stay. Throws NotFound, and Conflict for a stale version. */
export function deleteOrder(context: Context, input: DeleteInput): Promise<Order> {
  return trashRecord(context, subject, parseId(input.id), input.version);
}

/** Takes an order out of the trash. Throws NotFound. */
export function restoreOrder(context: Context, input: RestoreInput): Promise<Order> {
  return restoreRecord(context, subject, parseId(input.id));
}
