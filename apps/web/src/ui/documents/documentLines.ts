import { totalsOf } from "@clientela/shared/documents/documentLines";
import { parseDecimal } from "@clientela/shared/values/money";
import { graphql } from "../../gql/gql.js";
import type { DocumentLineFieldsFragment } from "../../gql/graphql.js";
import { readDecimal } from "../../i18n/decimal.js";
import type { Language } from "../../i18n/language.js";
import type { LineDraft, LineValue } from "./lineDrafts.js";

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

/** Lines of a document as a form edits them and the API takes them. */
export function lineValuesOf(lines: readonly DocumentLineFieldsFragment[]): LineValue[] {
  return lines.map(({ description, quantity, unitPrice }) => ({
    description,
    quantity,
    unitPrice: unitPrice.amount,
  }));
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
