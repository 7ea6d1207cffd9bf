import { QUOTE_TRANSITIONS, type QuoteStatus } from "@clientela/shared/enums";
import type { Context } from "../../platform/context.js";
import { parseId, parseInput } from "../../platform/parseInput.js";
import type { DeleteInput, RestoreInput } from "../../platform/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/trash.js";
import { insertRecord, lockVisible, updateRecord } from "../../platform/write.js";
import { Deal } from "../deals/deal.entity.js";
import { priceLines } from "../documents/line.rules.js";
import { insertLines, linesChange, replaceLines, reviseLines } from "../documents/line.service.js";
import { assertLink, holdCustomer, subjectOf } from "../documents/link.service.js";
import { nextNumber } from "../documents/number.service.js";
import { assertOpen, assertTransition } from "../documents/transition.rules.js";
import { Quote } from "./quote.entity.js";
import type { CreateQuoteInput, UpdateQuoteInput } from "./quote.input.js";
import { quoteLines } from "./quote.listing.js";
import { assertValidity, quoteRules } from "./quote.rules.js";

/** Names quotes in the history and in events. */
export const quoteSubject = subjectOf(Quote);

/** Until a customer has answered, what a quote says may change. */
const OPEN: readonly QuoteStatus[] = ["DRAFT", "SENT"];

/** Makes an offer or a quote. Throws NotFound for the customer, and Invalid. */
export async function createQuote(context: Context, input: CreateQuoteInput): Promise<Quote> {
  const customer = await holdCustomer(context, parseId(input.customerId, "customerId"));
  const { lines = [], ...values } = parseInput(quoteRules, input);
  const currency = values.currency ?? customer.currency ?? context.app.organisation.currency;
  const issuedOn = values.issuedOn ?? context.today;
  assertValidity(issuedOn, values.validUntil);
  await assertLink(context, Deal, values.dealId, customer.id, "dealId");
  const priced = priceLines(lines, currency);
  const quote = await insertRecord(
    context,
    quoteSubject,
    {
      ...values,
      customerId: customer.id,
      currency,
      issuedOn,
      total: priced.total,
      number: await nextNumber(context, "quote"),
    },
    linesChange([], priced.lines),
  );
  await insertLines(context, quoteLines, quote.id, priced.lines);
  return quote;
}

/** Changes the given fields, and the lines as a whole. Throws NotFound, Invalid, and Conflict. */
export async function updateQuote(context: Context, input: UpdateQuoteInput): Promise<Quote> {
  const current = await lockVisible(context, quoteSubject, parseId(input.id));
  const { lines, ...values } = parseInput(quoteRules, input);
  const revision = await reviseLines(context, quoteLines, current, {
    lines,
    currency: values.currency,
  });
  // Of a stale version nobody can say where the quote should go from.
  if (current.version === input.version) {
    const status = values.status ?? current.status;
    assertTransition(QUOTE_TRANSITIONS, current.status, status);
    if (revision.differs) assertOpen(OPEN, current.status, status, "lines");
    const { validUntil = current.validUntil } = values;
    assertValidity(values.issuedOn ?? current.issuedOn, validUntil);
    await assertLink(context, Deal, values.dealId, current.customerId, "dealId");
  }
  const quote = await updateRecord(
    context,
    quoteSubject,
    current,
    input.version,
    { ...values, total: revision.total },
    "updated",
    revision.change,
  );
  await replaceLines(context, quoteLines, quote.id, revision);
  return quote;
}

/** Puts a quote into the trash; its orders stay. Throws NotFound, and Conflict for a stale version. */
export function deleteQuote(context: Context, input: DeleteInput): Promise<Quote> {
  return trashRecord(context, quoteSubject, parseId(input.id), input.version);
}

/** Takes a quote out of the trash. Throws NotFound. */
export function restoreQuote(context: Context, input: RestoreInput): Promise<Quote> {
  return restoreRecord(context, quoteSubject, parseId(input.id));
}
