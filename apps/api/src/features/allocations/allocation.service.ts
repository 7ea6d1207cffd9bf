import { paymentFields, reversalReason } from "@clientela/shared/payments/paymentFields";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { assertFitsCurrency } from "../documents/line.rules.js";
import type { Invoice } from "../invoices/invoice.entity.js";
import { allocate, allocationsByPayment, insertPayment, reverse } from "../payments/ledger.js";
import { type Payment, unallocatedOf } from "../payments/payment.entity.js";
import { paymentById } from "../payments/payment.list.js";
import { lockPayment } from "../payments/payment.service.js";
import type {
  AllocatePaymentInput,
  CreatePaymentInput,
  ReversePaymentInput,
} from "./allocation.input.js";
import { assertAllocations } from "./allocation.rules.js";
import { allocationsOf, assertRoom, lockInvoices, settle } from "./settlement.js";

/** A payment as it is after a change, and the invoices that changed with it. */
export interface Settled {
  payment: Payment;
  invoices: Invoice[];
}

const createRules = z.object({ ...paymentFields, direction: paymentFields.direction.nullish() });

/**
 * Registers a payment and what it pays. Throws NotFound for the customer, and Invalid with the path of everything that
 * is wrong.
 */
export async function createPayment(context: Context, input: CreatePaymentInput): Promise<Settled> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const { direction, ...given } = parseInput(createRules, input);
  assertFitsCurrency("amount", given.amount, given.currency);
  if (given.paidOn > context.today) throw new Invalid([{ path: "paidOn", code: "in_the_future" }]);
  const values = { ...given, direction: direction ?? "RECEIVED", customerId: customer.id } as const;
  const allocations = allocationsOf(input.allocations ?? []);
  const invoices = await lockInvoices(context, allocations);
  assertAllocations(values, given.amount, allocations, invoices);
  const payment = await insertPayment(context, values, allocations, newExternalIds(input));
  return { payment, invoices: await settle(context, invoices) };
}

/** Lets money that is on account pay invoices. Throws NotFound, and Invalid with the path of everything that is wrong. */
export async function allocatePayment(
  context: Context,
  input: AllocatePaymentInput,
): Promise<Settled> {
  const id = parseId(input.id);
  const allocations = allocationsOf(input.allocations);
  if (allocations.length === 0) throw new Invalid([{ path: "allocations", code: "required" }]);
  // Invoices are locked before payments, as everywhere, so that no two writers wait for each other.
  const invoices = await lockInvoices(context, allocations);
  const payment = await lockPayment(context, id);
  assertNotReversed(payment);
  assertAllocations(payment, unallocatedOf(payment), allocations, invoices);
  assertRoom(await context.load(allocationsByPayment, id), allocations);
  const changed = await allocate(context, payment, allocations);
  return { payment: changed, invoices: await settle(context, invoices) };
}

/** Reverses a payment with all that it pays. Throws NotFound, and Invalid where it was reversed already. */
export async function reversePayment(
  context: Context,
  input: ReversePaymentInput,
): Promise<Settled> {
  const id = parseId(input.id);
  const { reason } = parseInput(z.object({ reason: reversalReason }), input);
  if (!(await context.load(paymentById, id))) throw new NotFound("Payment", id);
  const before = await lockInvoices(context, await context.load(allocationsByPayment, id));
  const payment = await lockPayment(context, id);
  assertNotReversed(payment);
  // What was allocated between the look and the lock.
  context.refresh();
  const known = new Set(before.map((invoice) => invoice.id));
  const added = (await context.load(allocationsByPayment, id)).filter(
    ({ invoiceId }) => !known.has(invoiceId),
  );
  const invoices = [...before, ...(await lockInvoices(context, added))];
  const reversed = await reverse(context, payment, reason);
  return { payment: reversed, invoices: await settle(context, invoices) };
}

function assertNotReversed(payment: Payment): void {
  if (payment.reversedOn !== null) throw new Invalid([{ path: "id", code: "reversed_already" }]);
}
