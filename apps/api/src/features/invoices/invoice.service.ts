import { DEFAULT_PAYMENT_TERM_DAYS } from "@clientela/shared/documents/documentFields";
import type { InvoiceStatus } from "@clientela/shared/records/enums";
import { addDays } from "@clientela/shared/values/dates";
import { compare } from "@clientela/shared/values/money";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { lockTrashed, restoreRecord, trashRecord } from "../../platform/records/trash.js";
import { lockVisible } from "../../platform/records/write.js";
import { assertLink } from "../customers/assertLink.js";
import type { Customer } from "../customers/customer.entity.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { insertDocument, updateDocument } from "../documents/document.service.js";
import { guardDocument } from "../documents/guardDocument.js";
import { priceLines } from "../documents/line.rules.js";
import { reviseLines } from "../documents/line.service.js";
import { subjectOf } from "../documents/link.service.js";
import { assertOpen, assertTransition } from "../documents/transition.rules.js";
import { Order } from "../orders/order.entity.js";
import { creditedByInvoice } from "../payments/ledger.js";
import { Invoice } from "./invoice.entity.js";
import type { CreateInvoiceInput, UpdateInvoiceInput } from "./invoice.input.js";
import { invoiceLines } from "./invoice.list.js";
import {
  assertDue,
  assertOwnNumber,
  invoiceLifecycle,
  invoiceRules,
  paymentsAfter,
} from "./invoice.rules.js";
import { followStatuses } from "./invoiceLedger.js";
import { assertNewNumber, numberFor } from "./invoiceNumber.js";

/** How invoices appear in the history and in events. */
export const invoiceSubject = subjectOf(Invoice, "Invoice");

/** Invoices as a kind of document. */
export const invoiceKind = { subject: invoiceSubject, lines: invoiceLines };

/** The content of an invoice may change until it is authorised. */
export const OPEN: readonly InvoiceStatus[] = ["DRAFT", "PENDING"];

/** The due date of an invoice that has none. */
export const dueAfter = (issuedOn: string, customer: Customer | null): string =>
  addDays(issuedOn, customer?.paymentTermDays ?? DEFAULT_PAYMENT_TERM_DAYS);

/** Makes an invoice. Throws NotFound for the customer, and Invalid. */
export async function createInvoice(context: Context, input: CreateInvoiceInput): Promise<Invoice> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const { lines = [], number, ...given } = parseInput(invoiceRules, input);
  const { kind = "SALES", status = "DRAFT", issuedOn = context.today } = given;
  const currency = given.currency ?? customer.currency ?? context.organisation.currency;
  const dueOn = given.dueOn ?? dueAfter(issuedOn, customer);
  assertDue(issuedOn, dueOn);
  assertOwnNumber(kind, number);
  if (number) await assertNewNumber(context, { customerId: customer.id, number });
  await assertLink(context, Order, given.orderId, customer.id, "orderId");
  const { total } = priceLines(lines, currency);
  const values = {
    ...given,
    ...paymentsAfter("DRAFT", status, total, context.today),
    customerId: customer.id,
    kind,
    currency,
    issuedOn,
    dueOn,
  };
  return guardDocument(context, customer.id, async () => {
    const invoice = await insertDocument(
      context,
      invoiceKind,
      values,
      lines,
      () => numberFor(context, kind, number),
      newExternalIds(input),
    );
    await followStatuses(context, [{ before: "0", invoice }]);
    return invoice;
  });
}

/** Changes the given fields, and the lines as a whole. Throws NotFound, Invalid, and Conflict. */
export async function updateInvoice(context: Context, input: UpdateInvoiceInput): Promise<Invoice> {
  const current = await lockInvoice(context, parseId(input.id));
  const { lines, kind: _, number, ...given } = parseInput(invoiceRules, input);
  const { currency, status = current.status } = given;
  const { issuedOn = current.issuedOn, dueOn = current.dueOn } = given;
  const revision = await reviseLines(context, invoiceLines, current, { lines, currency });
  // A stale version does not say which status the invoice changes from.
  if (current.version === input.version) {
    assertTransition(invoiceLifecycle, current.status, status);
    if (revision.differs) assertOpen(invoiceLifecycle, OPEN, current.status, status, "lines");
    assertDue(issuedOn, dueOn);
    if (number && number !== current.number) {
      assertOwnNumber(current.kind, number);
      await assertNewNumber(context, { ...current, number });
    }
    await assertLink(context, Order, given.orderId, current.customerId, "orderId", current.orderId);
  }
  const isTakenBack = current.status === "PAID" || status === "CANCELLED";
  const [credited] = isTakenBack ? await creditedByInvoice([current.id], undefined, context) : [];
  const payments = paymentsAfter(current.status, status, current.total, context.today, credited);
  const values = { ...given, ...payments, number: number ?? undefined };
  return guardDocument(context, current.customerId, async () => {
    const invoice = await updateDocument(
      context,
      invoiceKind,
      current,
      input.version,
      values,
      revision,
    );
    await followStatuses(context, [{ before: current.paid, invoice }]);
    return invoice;
  });
}

/** An invoice as callers see it, locked until the transaction ends; throws NotFound. */
export function lockInvoice(context: Context, id: string): Promise<Invoice> {
  return lockVisible(context, invoiceSubject, id);
}

/**
 * Puts an invoice into the trash; its number stays its own. Throws NotFound and Conflict, and Invalid while payments
 * pay something of it.
 */
export async function deleteInvoice(context: Context, input: DeleteInput): Promise<Invoice> {
  const { id, paid } = await lockInvoice(context, parseId(input.id));
  if (compare(paid, "0") !== 0) throw new Invalid([{ path: "id", code: "paid_invoice" }]);
  return trashRecord(context, invoiceSubject, id, input.version);
}

/** Takes an invoice out of the trash. Throws NotFound, and Invalid where its number is in use by now. */
export async function restoreInvoice(context: Context, input: RestoreInput): Promise<Invoice> {
  const trashed = await lockTrashed(context, invoiceSubject, parseId(input.id));
  await lockCustomerForReference(context, trashed.customerId);
  if (trashed.kind === "PURCHASE") await assertNewNumber(context, trashed);
  return restoreRecord(context, invoiceSubject, trashed.id);
}
