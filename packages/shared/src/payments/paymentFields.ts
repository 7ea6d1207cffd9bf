import { documentDate, paymentFields as documentPayment } from "../documents/documentFields.js";
import { choice, line, paragraphs, recordId } from "../records/fieldRules.js";
import { currencyCode } from "../values/codeRules.js";
import { optional } from "../values/textRules.js";

/** Which way the money went: from the customer to us, or from us to the customer. */
export const PAYMENT_DIRECTIONS = ["RECEIVED", "PAID"] as const;
/** One of them. */
export type PaymentDirection = (typeof PAYMENT_DIRECTIONS)[number];

/** To how many invoices a payment is allocated at once, at the most. */
export const MAX_ALLOCATIONS = 100;

/** The rules of the part of a payment that pays an invoice. */
export const allocationFields = {
  invoiceId: recordId,
  amount: documentPayment.amount,
};

/** The rules of a payment's fields. */
export const paymentFields = {
  paidOn: documentDate,
  amount: documentPayment.amount,
  currency: currencyCode,
  direction: choice(PAYMENT_DIRECTIONS),
  method: optional(line(60)),
  reference: optional(line(100)),
  note: optional(paragraphs(10_000)),
};

/** The rule of the reason for which a payment is reversed. */
export const reversalReason = line(200);
