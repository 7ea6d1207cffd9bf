import {
  cancellationReason,
  creditNoteFields,
} from "@clientela/shared/creditNotes/creditNoteFields";
import { compare } from "@clientela/shared/values/money";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { changeRecord, lockVisible, updateRecord } from "../../platform/records/write.js";
import { assertAllocations, DIRECTION } from "../allocations/allocation.rules.js";
import { allocationsOf, assertRoom, lockInvoices, settle } from "../allocations/settlement.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { insertDocument } from "../documents/document.service.js";
import { priceLines } from "../documents/line.rules.js";
import { subjectOf } from "../documents/link.service.js";
import { nextNumber } from "../documents/number.service.js";
import type { Invoice } from "../invoices/invoice.entity.js";
import {
  type Allocation,
  allocationsByCreditNote,
  enterAllocations,
  enterSources,
  reverseSource,
  sumOfAllocations,
} from "../payments/ledger.js";
import { CreditNote, unallocatedOf } from "./creditNote.entity.js";
import type {
  AllocateCreditNoteInput,
  CancelCreditNoteInput,
  CreateCreditNoteInput,
  UpdateCreditNoteInput,
} from "./creditNote.input.js";
import { creditNoteById, creditNoteLines } from "./creditNote.list.js";

/** How credit notes appear in the history and in events. */
export const creditNoteSubject = subjectOf(CreditNote, "CreditNote");

const creditNoteKind = { subject: creditNoteSubject, lines: creditNoteLines };

/** A credit note as it is after a change, and the invoices that changed with it. */
export interface Credited {
  creditNote: CreditNote;
  invoices: Invoice[];
}

const { lines, reference, notes, ...others } = creditNoteFields;
const createRules = z.object({
  lines,
  ...z.object({ reference, notes, ...others }).partial().shape,
});
const textRules = z.object({ reference, notes }).partial();

/**
 * Makes a credit note that settles what is open of its invoice. Throws NotFound for the customer, and Invalid with the
 * path of what is wrong.
 */
export async function createCreditNote(
  context: Context,
  input: CreateCreditNoteInput,
): Promise<Credited> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const { kind, currency, issuedOn, ...given } = parseInput(createRules, {
    ...input,
    kind: input.kind ?? undefined,
    currency: input.currency ?? undefined,
    issuedOn: input.issuedOn ?? undefined,
  });
  const { today, organisation } = context;
  if (issuedOn !== undefined && issuedOn > today) {
    throw new Invalid([{ path: "issuedOn", code: "in_the_future" }]);
  }
  const invoice = given.invoiceId ? await lockCredited(context, given.invoiceId) : null;
  const fallback = invoice ?? { kind: "SALES" as const, currency: customer.currency };
  const values = {
    reference: given.reference,
    notes: given.notes,
    customerId: customer.id,
    invoiceId: invoice?.id ?? null,
    kind: kind ?? fallback.kind,
    currency: currency ?? fallback.currency ?? organisation.currency,
    issuedOn: issuedOn ?? today,
  };
  const { total } = priceLines(given.lines, values.currency);
  if (compare(total, "0") === 0) throw new Invalid([{ path: "lines", code: "nothing_credited" }]);
  const allocations = invoice ? against(invoice, values, total) : [];
  const creditNote = await insertDocument(
    context,
    creditNoteKind,
    { ...values, allocated: sumOfAllocations(allocations) },
    given.lines,
    () => nextNumber(context, "creditNote"),
    newExternalIds(input),
  );
  const source = { creditNoteId: creditNote.id };
  const { issuedOn: on } = values;
  await enterSources(context, [{ source, amount: total, on }]);
  await enterAllocations(context, [{ source, allocations, on }]);
  const settled = allocations.length > 0 && invoice ? [invoice] : [];
  return { creditNote, invoices: await settle(context, settled, "credited") };
}

async function lockCredited(context: Context, invoiceId: string): Promise<Invoice> {
  try {
    const [invoice] = await lockInvoices(context, [{ invoiceId, amount: "0" }]);
    if (invoice) return invoice;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
  }
  throw new Invalid([{ path: "invoiceId", code: "unknown_record" }]);
}

// What a credit note settles of the invoice that it is against: what is open of it, and no more than it is worth.
function against(
  invoice: Invoice,
  { customerId, kind, currency }: Pick<CreditNote, "customerId" | "kind" | "currency">,
  total: string,
): Allocation[] {
  const fail = (code: string, params?: Record<string, string>) =>
    new Invalid([{ path: "invoiceId", code, ...(params && { params }) }]);
  if (invoice.customerId !== customerId) throw fail("of_another_customer");
  if (invoice.kind !== kind) throw fail("not_of_direction");
  if (invoice.currency !== currency)
    throw fail("in_other_currency", { currency: invoice.currency });
  if (invoice.status !== "AUTHORIZED" && invoice.status !== "PAID") {
    throw fail("not_creditable", { status: invoice.status });
  }
  const open = invoice.balance().amount;
  const amount = compare(open, total) < 0 ? open : total;
  return compare(amount, "0") > 0 ? [{ invoiceId: invoice.id, amount }] : [];
}

/** A credit note as callers see it, locked until the transaction ends; throws NotFound. */
const lockCreditNote = (context: Context, id: string): Promise<CreditNote> =>
  lockVisible(context, creditNoteSubject, id);

function assertInForce({ cancelledOn }: CreditNote): void {
  if (cancelledOn !== null) throw new Invalid([{ path: "id", code: "cancelled_already" }]);
}

/** Changes the given texts. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updateCreditNote(
  context: Context,
  input: UpdateCreditNoteInput,
): Promise<CreditNote> {
  const current = await lockCreditNote(context, parseId(input.id));
  const values = parseInput(textRules, input);
  return updateRecord(context, creditNoteSubject, current, input.version, values);
}

/** Lets what is on account settle invoices. Throws NotFound, and Invalid with the path of everything that is wrong. */
export async function allocateCreditNote(
  context: Context,
  input: AllocateCreditNoteInput,
): Promise<Credited> {
  const id = parseId(input.id);
  const allocations = allocationsOf(input.allocations);
  if (allocations.length === 0) throw new Invalid([{ path: "allocations", code: "required" }]);
  // Invoices are locked before what settles them, as everywhere, so that no two writers wait for each other.
  const invoices = await lockInvoices(context, allocations);
  const current = await lockCreditNote(context, id);
  assertInForce(current);
  const { customerId, kind, currency, allocated } = current;
  const source = { customerId, direction: DIRECTION[kind], currency };
  assertAllocations(source, unallocatedOf(current), allocations, invoices);
  assertRoom(await context.load(allocationsByCreditNote, id), allocations);
  const ledgerSource = { creditNoteId: id };
  await enterAllocations(context, [{ source: ledgerSource, allocations, on: context.today }]);
  const creditNote = await changeRecord(
    context,
    creditNoteSubject,
    current,
    current.version,
    { allocated: sumOfAllocations(allocations, allocated) },
    "allocated",
  );
  return { creditNote, invoices: await settle(context, invoices, "credited") };
}

/** Cancels a credit note with all that it settles. Throws NotFound, and Invalid where it was cancelled already. */
export async function cancelCreditNote(
  context: Context,
  input: CancelCreditNoteInput,
): Promise<Credited> {
  const id = parseId(input.id);
  const { reason } = parseInput(z.object({ reason: cancellationReason }), input);
  if (!(await context.load(creditNoteById, id))) throw new NotFound("CreditNote", id);
  const before = await lockInvoices(context, await context.load(allocationsByCreditNote, id));
  const current = await lockCreditNote(context, id);
  assertInForce(current);
  // What was allocated between the look and the lock.
  context.refresh();
  const known = new Set(before.map((invoice) => invoice.id));
  const added = (await context.load(allocationsByCreditNote, id)).filter(
    ({ invoiceId }) => !known.has(invoiceId),
  );
  const invoices = [...before, ...(await lockInvoices(context, added))];
  await reverseSource(context, { creditNoteId: id });
  const creditNote = await changeRecord(
    context,
    creditNoteSubject,
    current,
    current.version,
    { allocated: "0", cancelledOn: context.today, cancellationReason: reason },
    "cancelled",
  );
  return { creditNote, invoices: await settle(context, invoices, "credited") };
}
