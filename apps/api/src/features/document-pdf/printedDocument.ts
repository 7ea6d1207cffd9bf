import type { Locale } from "@clientela/shared/values/locales";

/** What a document is called on its page. */
export type PrintedKind =
  | "offer"
  | "quote"
  | "order"
  | "invoice"
  | "purchaseInvoice"
  | "creditNote"
  | "purchaseCreditNote";

/** What is said about a document next to its lines. */
export type PrintedFact =
  | { label: "issuedOn" | "validUntil" | "orderedOn" | "dueOn"; date: string | null }
  | { label: "reference" | "creditedInvoice"; text: string | null };

/** Who issues a document or receives it. */
export interface Party {
  name: string;
  /** The tax ID and the address, ready to print. */
  lines: readonly string[];
}

/** A line as it is stored; amounts are decimals as text. */
export interface PrintedLine {
  description: string;
  quantity: string;
  unit: string | null;
  unitPrice: string;
  /** In percent; "0" where there is none. */
  discount: string;
  /** In percent; "0" where there is none. */
  taxRate: string;
  /** Net. */
  total: string;
}

/** All that the page of a document shows: plain values, which can be sent to another thread. */
export interface PrintedDocument {
  language: Locale;
  kind: PrintedKind;
  number: string;
  /** Written across the page of what does not count yet, or no more. */
  mark: "draft" | "cancelled" | null;
  from: Party;
  to: Party;
  facts: readonly PrintedFact[];
  /** ISO 4217, of all amounts. */
  currency: string;
  lines: readonly PrintedLine[];
  subtotal: string;
  taxes: readonly { rate: string; net: string; tax: string }[];
  total: string;
  /** What of an invoice is settled, and what is not; null for other documents. */
  settlement: { paid: string; balance: string } | null;
  notes: string | null;
}
