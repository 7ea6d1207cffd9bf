import {
  DEAL_STAGES,
  INVOICE_KINDS,
  INVOICE_STATUSES,
  type InvoiceState,
  type InvoiceStatus,
  ORDER_STATUSES,
  QUOTE_KINDS,
  QUOTE_STATUSES,
} from "../records/enums.js";
import {
  calendarDate,
  choice,
  line,
  paragraphs,
  recordId,
  wholeNumber,
} from "../records/fieldRules.js";
import { currencyCode } from "../values/codeRules.js";
import { AMOUNT_LIMIT, decimal, positiveDecimal } from "../values/decimalRules.js";
import type { IssueCode } from "../values/issues.js";
import { compare } from "../values/money.js";
import { optional } from "../values/textRules.js";
import { documentLines } from "./documentLines.js";

const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2999-12-31";

/** The days from an invoice's date to its due date where its customer has no term of its own. */
export const DEFAULT_PAYMENT_TERM_DAYS = 30;

/** The date of a document. What is further away is a typing mistake, and due dates are counted from it. */
export const documentDate = calendarDate.refine((day) => day >= FIRST_DAY && day <= LAST_DAY, {
  error: "out_of_range" satisfies IssueCode,
  params: { min: FIRST_DAY, max: LAST_DAY },
});

const notes = optional(paragraphs(10_000));

/** The rule of a number that another system or a supplier gave a document. */
export const documentNumber = optional(line(60));

/** The rules of a deal's fields. */
export const dealFields = {
  title: line(200),
  stage: choice(DEAL_STAGES),
  value: decimal(AMOUNT_LIMIT).refine((value) => compare(value, "0") >= 0, {
    error: "out_of_range" satisfies IssueCode,
    params: { min: 0, max: AMOUNT_LIMIT },
  }),
  currency: currencyCode,
  probability: wholeNumber(0, 100),
  expectedCloseOn: optional(documentDate),
  ownerId: optional(recordId),
  notes,
};

/** The rules of an offer's or a quote's fields. */
export const quoteFields = {
  dealId: optional(recordId),
  kind: choice(QUOTE_KINDS),
  status: choice(QUOTE_STATUSES),
  issuedOn: documentDate,
  validUntil: optional(documentDate),
  currency: currencyCode,
  notes,
  lines: documentLines,
};

/** The rules of an order's fields. */
export const orderFields = {
  quoteId: optional(recordId),
  reference: optional(line(100)),
  status: choice(ORDER_STATUSES),
  orderedOn: documentDate,
  currency: currencyCode,
  notes,
  lines: documentLines,
};

/** The rules of an invoice's fields. */
export const invoiceFields = {
  orderId: optional(recordId),
  number: documentNumber,
  kind: choice(INVOICE_KINDS),
  status: choice(INVOICE_STATUSES),
  issuedOn: documentDate,
  dueOn: documentDate,
  currency: currencyCode,
  notes,
  lines: documentLines,
};

/** The rules of a payment's fields. */
export const paymentFields = {
  amount: positiveDecimal(AMOUNT_LIMIT),
  paidOn: documentDate,
};

/**
 * The state of an invoice on a day: an authorised one is overdue after its due date, and as good as paid where
 * nothing is open.
 */
export function invoiceStateOn(
  today: string,
  invoice: { status: InvoiceStatus; dueOn: string; balance: string },
): InvoiceState {
  const { status, dueOn, balance } = invoice;
  if (status !== "AUTHORIZED") return status;
  if (compare(balance, "0") <= 0) return "PAID";
  return dueOn < today ? "OVERDUE" : "AUTHORIZED";
}
