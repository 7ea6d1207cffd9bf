import { invoiceFields, paymentFields } from "@clientela/shared/documents/documentFields";
import {
  INVOICE_TRANSITIONS,
  type InvoiceKind,
  type InvoiceStatus,
} from "@clientela/shared/records/enums";
import { compare, subtract } from "@clientela/shared/values/money";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import type { Values } from "../../platform/records/write.js";
import { money } from "../../platform/types/money.js";
import { assertFitsCurrency } from "../documents/line.rules.js";
import type { Lifecycle } from "../documents/transition.rules.js";
import type { Invoice } from "./invoice.entity.js";
import { invoiceStatusNames } from "./invoice.messages.js";

/** The statuses that an invoice goes through. */
export const invoiceLifecycle: Lifecycle<InvoiceStatus> = {
  transitions: INVOICE_TRANSITIONS,
  names: invoiceStatusNames,
};

/** The rules of an invoice's fields, all of which may be omitted. */
export const invoiceRules = z.object(invoiceFields).partial();

/** The rules of a payment, whose amount is the open balance and whose day is today unless given. */
export const paymentRules = z.object({
  amount: paymentFields.amount.nullish(),
  paidOn: paymentFields.paidOn.nullish(),
});

/** Throws Invalid where an invoice would be due before its date. */
export function assertDue(issuedOn: string, dueOn: string): void {
  if (dueOn < issuedOn) throw new Invalid([{ path: "dueOn", code: "before_start" }]);
}

/** Throws Invalid where a number is given for an invoice that gets one of ours. */
export function assertOwnNumber(kind: InvoiceKind, number: string | null | undefined): void {
  if (number && kind === "SALES") {
    throw new Invalid([{ path: "number", code: "given_by_system" }]);
  }
}

/**
 * What is paid of an invoice when its status is set: all of it, or what credit notes settle where it is no longer paid.
 * Throws Invalid where credit notes settle all of it, or something of an invoice that is cancelled.
 */
export function paymentsAfter(
  from: InvoiceStatus,
  to: InvoiceStatus,
  total: string,
  today: string,
  credited = "0",
): Values<Invoice> {
  if (from === to) return {};
  if (to === "PAID") return { paid: total, paidOn: today };
  if (from !== "PAID" && to !== "CANCELLED") return {};
  const isCredited = compare(credited, "0") > 0;
  if (isCredited && (to === "CANCELLED" || compare(credited, total) === 0)) {
    throw new Invalid([{ path: "status", code: "credited_invoice" }]);
  }
  return { paid: credited, paidOn: null };
}

/** Checks a payment against what is open; throws Invalid with what is wrong with it. */
export function checkPayment(
  { today }: Context,
  invoice: Invoice,
  payment: z.output<typeof paymentRules>,
): { amount: string; paidOn: string } {
  const open = subtract(invoice.total, invoice.paid);
  const { amount, paidOn } = { amount: payment.amount ?? open, paidOn: payment.paidOn ?? today };
  assertFitsCurrency("amount", amount, invoice.currency);
  if (compare(amount, open) > 0) {
    const params = { balance: money(open, invoice.currency) };
    throw new Invalid([{ path: "amount", code: "exceeds_balance", params }]);
  }
  if (paidOn > today) throw new Invalid([{ path: "paidOn", code: "in_the_future" }]);
  return { amount, paidOn };
}
