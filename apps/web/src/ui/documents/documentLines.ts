import { type DocumentTotals, documentTotals } from "@clientela/shared/documents/documentTotals";
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
    unit
    unitPrice {
      amount
      currency
    }
    discount
    taxRate
    total {
      amount
      currency
    }
  }
`);

/** Lines of a document as a form edits them and the API takes them. */
export function lineValuesOf(lines: readonly DocumentLineFieldsFragment[]): LineValue[] {
  return lines.map(({ description, quantity, unit, unitPrice, discount, taxRate }) => ({
    description,
    quantity,
    unit: unit ?? null,
    unitPrice: unitPrice.amount,
    discount,
    taxRate,
  }));
}

/** The totals of lines by the server's own rule; unreadable numbers count as nothing. */
export function previewTotals(
  drafts: readonly LineDraft[],
  currency: string,
  language: Language,
): DocumentTotals {
  const read = (text: string) => parseDecimal(readDecimal(text, language) ?? "0") ?? "0";
  const known = drafts.map(({ quantity, unitPrice, discount, taxRate }) => ({
    quantity: read(quantity),
    unitPrice: read(unitPrice),
    discount: read(discount),
    taxRate: read(taxRate),
  }));
  return documentTotals(known, currency);
}
