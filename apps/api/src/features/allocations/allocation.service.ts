import {
  allocationFields,
  MAX_ALLOCATIONS,
  paymentFields,
  reversalReason,
} from "@clientela/shared/payments/paymentFields";
import { compare } from "@clientela/shared/values/money";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId, parseIds, parseInput } from "../../platform/graph/parseInput.js";
import { lockRecords, type Revision, updateRecords } from "../../platform/records/writeMany.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { assertFitsCurrency } from "../documents/line.rules.js";
import type { Invoice } from "../invoices/invoice.entity.js";
import { invoiceSubject } from "../invoices/invoice.service.js";
import {
  type Allocation,
  allocate,
  allocationsByPayment,
  insertPayment,
  paidOf,
  reverse,
} from "../payments/ledger.js";
import { type Payment, unallocatedOf } from "../payments/payment.entity.js";
import { paymentById } from "../payments/payment.list.js";
import { lockPayment } from "../payments/payment.service.js";
import type {
  AllocatePaymentInput,
  AllocationInput,
  CreatePaymentInput,
  ReversePaymentInput,
} from "./allocation.input.js";
import { assertAllocations } from "./allocation.rules.js";

/** A payment as it is after a change, and the invoices that changed with it. */
export interface Settled {
  payment: Payment;
  invoices: Invoice[];
}

const allocationRules = z.array(z.object(allocationFields)).max(MAX_ALLOCATIONS);
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
  await assertRoom(context, payment, allocations);
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

function allocationsOf(input: readonly AllocationInput[]): Allocation[] {
  if (input.length === 0) return [];
  const allocations = parseInput(z.object({ allocations: allocationRules }), {
    allocations: input,
  }).allocations;
  parseIds(
    allocations.map(({ invoiceId }) => invoiceId),
    MAX_ALLOCATIONS,
    "allocations",
  );
  return allocations;
}

function assertNotReversed(payment: Payment): void {
  if (payment.reversedOn !== null) throw new Invalid([{ path: "id", code: "reversed_already" }]);
}

// A payment pays so many invoices at most that all of them can be read with it.
async function assertRoom(
  context: Context,
  { id }: Payment,
  allocations: readonly Allocation[],
): Promise<void> {
  const paid = [...(await context.load(allocationsByPayment, id)), ...allocations];
  if (new Set(paid.map(({ invoiceId }) => invoiceId)).size <= MAX_ALLOCATIONS) return;
  throw new Invalid([{ path: "allocations", code: "too_many", params: { max: MAX_ALLOCATIONS } }]);
}

async function lockInvoices(
  context: Context,
  allocations: readonly Allocation[],
): Promise<Invoice[]> {
  if (allocations.length === 0) return [];
  const ids = allocations.map(({ invoiceId }) => invoiceId);
  try {
    return await lockRecords(context, invoiceSubject, ids);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const index = ids.indexOf(String(error.extensions.id));
    throw new Invalid([{ path: `allocations.${index}.invoiceId`, code: "unknown_record" }]);
  }
}

// Brings locked invoices up to date with the ledger.
async function settle(context: Context, invoices: readonly Invoice[]): Promise<Invoice[]> {
  if (invoices.length === 0) return [];
  const paid = await paidOf(
    context,
    invoices.map(({ id }) => id),
  );
  const revisions = invoices.map((current, index): Revision<Invoice> => {
    const now = paid[index] ?? { paid: "0", paidOn: null };
    return { current, values: { ...now, status: statusOf(current, now.paid) } };
  });
  const isDown = ({ current, values }: Revision<Invoice>) =>
    compare(values.paid ?? "0", current.paid) < 0;
  const isPaid = ({ values }: Revision<Invoice>) => values.status === "PAID";
  const groups = [
    ["updated", revisions.filter(isDown)],
    ["paid", revisions.filter((one) => !isDown(one) && isPaid(one))],
    ["partly_paid", revisions.filter((one) => !isDown(one) && !isPaid(one))],
  ] as const;
  const changed = new Map<string, Invoice>();
  for (const [action, some] of groups) {
    for (const row of await updateRecords(context, invoiceSubject, some, action)) {
      changed.set(row.id, row);
    }
  }
  return invoices.map((invoice) => changed.get(invoice.id) ?? invoice);
}

function statusOf({ status, total }: Invoice, paid: string): Invoice["status"] {
  if (status !== "AUTHORIZED" && status !== "PAID") return status;
  return compare(paid, total) >= 0 ? "PAID" : "AUTHORIZED";
}
