import { documentTotals } from "@clientela/shared/documents/documentTotals";
import { withoutZeros } from "@clientela/shared/values/decimalRules";
import type { Locale } from "@clientela/shared/values/locales";
import { subtract } from "@clientela/shared/values/money";
import type { Context } from "../../platform/context.js";
import { kindByIdAmong } from "../../platform/graph/node.resolver.js";
import type { Registry } from "../../platform/registry.js";
import { allows } from "../../platform/security/authorize.js";
import type { Node } from "../../platform/types/record.js";
import { CreditNote } from "../creditNotes/creditNote.entity.js";
import { linesByCreditNote } from "../creditNotes/creditNote.list.js";
import { customerOf } from "../customers/customer.loaders.js";
import type { LinedDocument } from "../documents/document.entity.js";
import type { StoredLine } from "../documents/line.entity.js";
import { Invoice } from "../invoices/invoice.entity.js";
import { invoiceById, linesByInvoice } from "../invoices/invoice.list.js";
import { Order } from "../orders/order.entity.js";
import { linesByOrder } from "../orders/order.list.js";
import { Quote } from "../quotes/quote.entity.js";
import { linesByQuote } from "../quotes/quote.list.js";
import { customerParty, languageOf, ourParty } from "./parties.js";
import type { PrintedDocument, PrintedLine } from "./printedDocument.js";

/** What only one kind of document has. */
interface OwnPart extends Pick<PrintedDocument, "kind" | "facts" | "mark"> {
  /** Whether the customer issued it, as a supplier. */
  isReceived: boolean;
  settlement?: PrintedDocument["settlement"];
  lines: readonly StoredLine[];
}

/** Reads what the page of a document shows; null where there is none that the caller may read. */
export type DocumentReader = (
  context: Context,
  id: string,
  language: Locale | undefined,
) => Promise<PrintedDocument | null>;

/** How documents are read, with the permissions that the graph requires for them. */
export function documentReader({ nodeKinds }: Registry): DocumentReader {
  const types: readonly (new () => Node)[] = [Quote, Order, Invoice, CreditNote];
  const kindById = kindByIdAmong(nodeKinds.filter(({ type }) => types.includes(type)));
  return async (context, id, language) => {
    const kind = await context.load(kindById, id);
    if (!kind || !allows(context.actor, [kind.permission])) return null;
    const record = await context.loadForViewer(kind.byId, id);
    if (record instanceof Quote)
      return printed(context, record, await ofQuote(context, record), language);
    if (record instanceof Order)
      return printed(context, record, await ofOrder(context, record), language);
    if (record instanceof Invoice)
      return printed(context, record, await ofInvoice(context, record), language);
    if (record instanceof CreditNote)
      return printed(context, record, await ofCreditNote(context, record), language);
    return null;
  };
}

async function ofQuote(context: Context, quote: Quote): Promise<OwnPart> {
  return {
    kind: quote.kind === "OFFER" ? "offer" : "quote",
    isReceived: false,
    mark: quote.status === "DRAFT" ? "draft" : null,
    facts: [
      { label: "issuedOn", date: quote.issuedOn },
      { label: "validUntil", date: quote.validUntil },
    ],
    lines: await context.load(linesByQuote, quote.id),
  };
}

async function ofOrder(context: Context, order: Order): Promise<OwnPart> {
  return {
    kind: "order",
    isReceived: false,
    mark: markOf(order.status),
    facts: [
      { label: "orderedOn", date: order.orderedOn },
      { label: "reference", text: order.reference },
    ],
    lines: await context.load(linesByOrder, order.id),
  };
}

async function ofInvoice(context: Context, invoice: Invoice): Promise<OwnPart> {
  const { paid, total } = invoice;
  return {
    kind: invoice.kind === "SALES" ? "invoice" : "purchaseInvoice",
    isReceived: invoice.kind === "PURCHASE",
    mark: markOf(invoice.status),
    facts: [
      { label: "issuedOn", date: invoice.issuedOn },
      { label: "dueOn", date: invoice.dueOn },
    ],
    settlement: { paid, balance: subtract(total, paid) },
    lines: await context.load(linesByInvoice, invoice.id),
  };
}

async function ofCreditNote(context: Context, note: CreditNote): Promise<OwnPart> {
  const credited = note.invoiceId === null ? null : await context.load(invoiceById, note.invoiceId);
  return {
    kind: note.kind === "SALES" ? "creditNote" : "purchaseCreditNote",
    isReceived: note.kind === "PURCHASE",
    mark: note.cancelledOn === null ? null : "cancelled",
    facts: [
      { label: "issuedOn", date: note.issuedOn },
      { label: "creditedInvoice", text: credited?.number ?? null },
      { label: "reference", text: note.reference },
    ],
    lines: await context.load(linesByCreditNote, note.id),
  };
}

function markOf(status: string): PrintedDocument["mark"] {
  if (status === "DRAFT") return "draft";
  return status === "CANCELLED" ? "cancelled" : null;
}

async function printed(
  context: Context,
  { customerId, number, currency, total, tax, notes }: LinedDocument,
  { isReceived, lines, settlement = null, ...own }: OwnPart,
  language: Locale | undefined,
): Promise<PrintedDocument> {
  const [customer, ours] = await Promise.all([customerOf(context, customerId), ourParty(context)]);
  const theirs = await customerParty(context, customer);
  return {
    ...own,
    language: language ?? languageOf(customer, context.locale),
    number,
    currency,
    from: isReceived ? theirs : ours,
    to: isReceived ? ours : theirs,
    lines: lines.map(printedLine),
    subtotal: subtract(total, tax),
    taxes: documentTotals(lines, currency).taxes,
    total,
    settlement,
    notes,
  };
}

const printedLine = (line: StoredLine): PrintedLine => ({
  description: line.description,
  quantity: withoutZeros(line.quantity),
  unit: line.unit,
  unitPrice: line.unitPrice,
  discount: withoutZeros(line.discount),
  taxRate: withoutZeros(line.taxRate),
  total: line.total,
});
