import { compare, subtract } from "@clientela/shared/values/money";
import type { Context } from "../../platform/context.js";
import { insertWholePayments, releaseInvoices, type WholePayment } from "../payments/ledger.js";
import type { Invoice } from "./invoice.entity.js";

/** Writes a payment that pays a locked invoice and nothing else; the caller brings the invoice up to date. */
export const payWhole = (
  context: Context,
  invoice: Invoice,
  amount: string,
  paidOn: string,
): Promise<void> => insertWholePayments(context, [wholePayment(invoice, amount, paidOn)]);

const wholePayment = (
  { id, customerId, kind, currency }: Invoice,
  amount: string,
  paidOn: string,
): WholePayment => ({
  invoiceId: id,
  values: {
    customerId,
    direction: kind === "SALES" ? "RECEIVED" : "PAID",
    amount,
    currency,
    paidOn,
  },
});

/** An invoice after a change, and what was paid of it before. */
export interface SettledInvoice {
  before: string;
  invoice: Invoice;
}

/**
 * Writes into the ledger what changes of invoices' statuses paid of them or took back. Money of an invoice that was
 * cancelled stays on the customer's account.
 */
export async function followStatuses(
  context: Context,
  changed: readonly SettledInvoice[],
): Promise<void> {
  const payments = changed.flatMap(({ before, invoice }) => {
    const { paid, paidOn } = invoice;
    if (compare(paid, before) <= 0) return [];
    return [wholePayment(invoice, subtract(paid, before), paidOn ?? context.today)];
  });
  await insertWholePayments(context, payments);
  const released = changed.filter(({ before, invoice }) => compare(invoice.paid, before) < 0);
  for (const keepsMoney of [false, true]) {
    const some = released.filter(({ invoice }) => (invoice.status === "CANCELLED") === keepsMoney);
    const ids = some.map(({ invoice }) => invoice.id);
    await releaseInvoices(context, ids, { keepsMoney });
  }
}
