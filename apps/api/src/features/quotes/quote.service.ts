import type { QuoteStatus } from "@clientela/shared/records/enums";
import type { Context } from "../../platform/context.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/records/trash.js";
import { changeRecord, lockVisible } from "../../platform/records/write.js";
import { demand } from "../../platform/security/authorize.js";
import { assertLink } from "../customers/assertLink.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { Deal } from "../deals/deal.entity.js";
import { insertDocument, updateDocument } from "../documents/document.service.js";
import { reviseLines } from "../documents/line.service.js";
import { subjectOf } from "../documents/link.service.js";
import { nextNumber } from "../documents/number.service.js";
import { assertOpen, assertTransition } from "../documents/transition.rules.js";
import { Quote } from "./quote.entity.js";
import type { CreateQuoteInput, UpdateQuoteInput } from "./quote.input.js";
import { quoteLines } from "./quote.list.js";
import { assertValidity, quoteLifecycle, quoteRules } from "./quote.rules.js";

/** Names the records in the history and in events. */
export const subject = subjectOf(Quote, "Quote");
const kind = { subject, lines: quoteLines };

/** The content of a quote may change until the customer has responded. */
export const OPEN: readonly QuoteStatus[] = ["DRAFT", "SENT"];

/** Makes an offer or a quote. Throws NotFound for the customer, and Invalid. */
export async function createQuote(context: Context, input: CreateQuoteInput): Promise<Quote> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const { lines = [], ...given } = parseInput(quoteRules, input);
  const values = {
    ...given,
    customerId: customer.id,
    currency: given.currency ?? customer.currency ?? context.organisation.currency,
    issuedOn: given.issuedOn ?? context.today,
  };
  assertValidity(values.issuedOn, values.validUntil);
  await assertLink(context, Deal, values.dealId, customer.id, "dealId");
  return insertDocument(
    context,
    kind,
    values,
    lines,
    () => nextNumber(context, "quote"),
    newExternalIds(input),
  );
}

/** Changes the given fields, and the lines as a whole. Throws NotFound, Invalid, and Conflict. */
export async function updateQuote(context: Context, input: UpdateQuoteInput): Promise<Quote> {
  const current = await lockVisible(context, subject, parseId(input.id));
  const { lines, ...values } = parseInput(quoteRules, input);
  const { currency, status = current.status, issuedOn = current.issuedOn } = values;
  const revision = await reviseLines(context, quoteLines, current, { lines, currency });
  // A stale version does not say which status the quote changes from.
  if (current.version === input.version) {
    const { validUntil = current.validUntil } = values;
    assertTransition(quoteLifecycle, current.status, status);
    if (revision.differs) assertOpen(quoteLifecycle, OPEN, current.status, status, "lines");
    assertValidity(issuedOn, validUntil);
    await assertLink(context, Deal, values.dealId, current.customerId, "dealId", current.dealId);
  }
  return updateDocument(context, kind, current, input.version, values, revision);
}

/** A quote that is to be ordered, locked; throws NotFound. */
export function lockQuote(context: Context, id: string): Promise<Quote> {
  return lockVisible(context, subject, id);
}

/** Makes a locked quote an accepted one. Throws Invalid where it is not sent, and Forbidden. */
export async function acceptQuote(context: Context, quote: Quote): Promise<Quote> {
  if (quote.status === "ACCEPTED") return quote;
  demand(context, "quotes:write");
  assertTransition(quoteLifecycle, quote.status, "ACCEPTED", "quoteId");
  return changeRecord(context, subject, quote, quote.version, { status: "ACCEPTED" }, "accepted");
}

/** Puts a quote into the trash; its orders stay. Throws NotFound, and Conflict for a stale version. */
export function deleteQuote(context: Context, input: DeleteInput): Promise<Quote> {
  return trashRecord(context, subject, parseId(input.id), input.version);
}

/** Takes a quote out of the trash. Throws NotFound. */
export function restoreQuote(context: Context, input: RestoreInput): Promise<Quote> {
  return restoreRecord(context, subject, parseId(input.id));
}
