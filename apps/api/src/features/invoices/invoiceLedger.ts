import { compare, subtract } from "@clientela/shared/values/money";
import type { Context } from "../../platform/context.js";
import { insertPayment, releaseInvoice } from "../payments/ledger.js";
import type { Invoice } from "./invoice.entity.js";

/** Writes a payment that pays a locked invoice and nothing else; the caller brings the invoice up to date. */
export async function payWhole(
  context: Context,
  { id, customerId, kind, currency }: Invoice,
  amount: string,
  paidOn: string,
): Promise<void> {
  const direction = kind === "SALES" ? "RECEIVED" : "PAID";
  const values = { customerId, direction, amount, currency, paidOn } as const;
  await insertPayment(context, values, [{ invoiceId: id, amount }]);
}

/**
 * Writes into the ledger what a change of an invoice's status paid of it or took back. Money of an invoice that was
 * cancelled stays on the customer's account.
 */
export async function followStatus(
  context: Context,
  before: string,
  invoice: Invoice,
): Promise<void> {
  const { paid, paidOn, status } = invoice;
  const change = compare(paid, before);
  if (change > 0) {
    await payWhole(context, invoice, subtract(paid, before), paidOn ?? context.today);
  } else if (change < 0) {
    await releaseInvoice(context, invoice.id, { keepsMoney: status === "CANCELLED" });
  }
}
