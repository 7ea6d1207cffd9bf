import { z } from "zod";
import { documentDate, paymentFields } from "../documents/documentFields.js";
import { paragraphs, recordId } from "../records/fieldRules.js";
import { currencyCode } from "../values/codeRules.js";
import { optional } from "../values/textRules.js";

/** Where a promise to pay stands today. */
export const PROMISE_STATES = ["UPCOMING", "DUE_TODAY", "BROKEN", "KEPT"] as const;
/** Where a promise to pay stands today. */
export type PromiseState = (typeof PROMISE_STATES)[number];

/** How many invoices one promise can name. */
export const MAX_PROMISED_INVOICES = 100;

/** The rules of a promise's fields; an invoice that is named twice is promised once. */
export const promiseFields = {
  madeOn: documentDate,
  dueOn: documentDate,
  amount: paymentFields.amount,
  currency: currencyCode,
  contactId: optional(recordId),
  invoiceIds: z
    .array(recordId)
    .max(MAX_PROMISED_INVOICES)
    .transform((ids) => [...new Set(ids)]),
  note: optional(paragraphs(10_000)),
};
