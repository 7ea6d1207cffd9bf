import type { InvoiceKind } from "@clientela/shared/records/enums";
import type { Locale } from "@clientela/shared/values/locales";
import type { MovementType } from "../../receivables/statement.type.js";
import type { Party } from "../printedDocument.js";

/** What a line of a statement is called. */
export type PrintedMovementType = MovementType | "CANCELLED_CREDIT_NOTE";

/** A movement as a statement shows it; amounts are decimals as text, with the decimals of their currency. */
export interface PrintedMovement {
  date: string;
  type: PrintedMovementType;
  reference: string | null;
  description: string | null;
  debit: string;
  credit: string;
  balance: string;
}

/** What was open at the end; with the signs of movements. */
export interface PrintedOpenItem {
  type: PrintedMovementType;
  reference: string | null;
  issuedOn: string;
  dueOn: string | null;
  daysPastDue: number | null;
  open: string;
}

/** The account in one currency. */
export interface PrintedAccount {
  /** ISO 4217, of all amounts. */
  currency: string;
  opening: string;
  debits: string;
  credits: string;
  closing: string;
  movements: readonly PrintedMovement[];
  openItems: readonly PrintedOpenItem[];
}

/** All that a statement of account shows: plain values, which can be sent to another thread. */
export interface PrintedStatement {
  language: Locale;
  /** The customer's number. */
  number: string;
  from: Party;
  to: Party;
  /** Its first and its last day. */
  period: { from: string; to: string };
  /** Which side of the account; both, netted, where null. */
  kind: InvoiceKind | null;
  accounts: readonly PrintedAccount[];
}
