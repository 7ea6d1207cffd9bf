import { totalsOf } from "@clientela/shared/documents/documentLines";
import { minorUnits } from "@clientela/shared/values/currencies";
import { parseDecimal } from "@clientela/shared/values/money";
import { graphql } from "../../gql/gql.js";
import type { DocumentLineFieldsFragment } from "../../gql/graphql.js";
import { readDecimal, writeDecimal } from "../../i18n/decimal.js";
import type { Language } from "../../i18n/language.js";

/** A line of a quote, an order or an invoice. */
export const lineFragment = graphql(`
  fragment DocumentLineFields on DocumentLine {
    position
    description
    quantity
    unitPrice {
      amount
      currency
    }
    total {
      amount
      currency
    }
  }
`);

/** A line as it is shown. */
export type Line = DocumentLineFieldsFragment;

/** A line as a form holds it: texts as they are typed. */
export interface LineDraft {
  /** Tells lines apart while they are moved and removed. */
  key: string;
  description: string;
  quantity: string;
  unitPrice: string;
}

/** A line as the API takes it. */
export interface LineSent {
  description: string;
  quantity: string;
  unitPrice: string;
}

let lastKey = 0;

/** An empty line. */
export function newLine(): LineDraft {
  lastKey += 1;
  return { key: `line ${lastKey}`, description: "", quantity: "1", unitPrice: "" };
}

/** Lines as a form begins with them. */
export function draftLines(lines: readonly Line[], language: Language): LineDraft[] {
  return lines.map(({ description, quantity, unitPrice }) => ({
    ...newLine(),
    description,
    quantity: writeDecimal(quantity, language),
    unitPrice: writeDecimal(unitPrice.amount, language, minorUnits(unitPrice.currency)),
  }));
}

/** Whether nothing was typed into a line; such a one is not sent. */
export function isEmptyLine({ description, unitPrice }: LineDraft): boolean {
  return !description.trim() && !unitPrice.trim();
}

/** The lines as the API takes them; a number that cannot be read is sent as it is, to be refused there. */
export function sentLines(drafts: readonly LineDraft[], language: Language): LineSent[] {
  return drafts
    .filter((draft) => !isEmptyLine(draft))
    .map(({ description, quantity, unitPrice }) => ({
      description: description.trim(),
      quantity: readDecimal(quantity, language) ?? quantity,
      unitPrice: readDecimal(unitPrice, language) ?? unitPrice,
    }));
}

/** What lines lack before they are sent: field by field, as the form names them. Fields refuse unreadable numbers themselves. */
export function lineErrors(
  drafts: readonly LineDraft[],
  messages: { description: string; number: string },
): Record<string, string> {
  const errors: Record<string, string> = {};
  drafts.forEach((draft, index) => {
    if (isEmptyLine(draft)) return;
    if (!draft.description.trim()) errors[`lines.${index}.description`] = messages.description;
    if (!draft.quantity.trim()) errors[`lines.${index}.quantity`] = messages.number;
    if (!draft.unitPrice.trim()) errors[`lines.${index}.unitPrice`] = messages.number;
  });
  return errors;
}

/** What the lines come to by the server's own rule; unreadable numbers count as nothing. */
export function previewTotals(
  drafts: readonly LineDraft[],
  currency: string,
  language: Language,
): { lines: string[]; total: string } {
  const known = drafts.map(({ quantity, unitPrice }) => ({
    quantity: parseDecimal(readDecimal(quantity, language) ?? "0") ?? "0",
    unitPrice: parseDecimal(readDecimal(unitPrice, language) ?? "0") ?? "0",
  }));
  return totalsOf(known, currency);
}
