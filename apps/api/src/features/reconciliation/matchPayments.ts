import { createHash } from "node:crypto";
import type { ImportPaymentReason } from "./paymentMatch.type.js";

/** An open invoice that a transaction may pay, as far as other transactions have left it open. */
export interface OpenInvoice {
  id: string;
  customerId: string;
  number: string;
  /** In ten-thousandths of its currency. */
  balance: bigint;
}

/** A customer that a transaction may come from. */
export interface Payer {
  id: string;
  /** Its legal name and its trade name, without accents and in lower case. */
  names: readonly string[];
  /** Whether the row names it in a column of its own. */
  isNamed: boolean;
  /** Whether the transaction has its tax ID. */
  hasTaxId: boolean;
  /** What it owes, the oldest first. */
  invoices: readonly OpenInvoice[];
}

/** A row of a bank file. */
export interface Transaction {
  /** In ten-thousandths of its currency. */
  amount: bigint;
  /** All that its cells say, without accents and in lower case. */
  text: string;
}

/** What a transaction may pay: invoices of one customer, or nothing, which leaves the money on account. */
export interface PaymentProposal {
  /** The id of its invoice or, without one, of its customer; of several invoices, one that is made of theirs. */
  id: string;
  customerId: string;
  /** From 0 to 100. */
  score: number;
  reasons: ImportPaymentReason[];
  allocations: { invoiceId: string; amount: bigint }[];
}

const SCORES: Readonly<Record<ImportPaymentReason, number>> = {
  CUSTOMER: 80,
  REFERENCE: 50,
  REFERENCE_DIGITS: 20,
  TAX_ID: 45,
  NAME: 40,
  NAME_PART: 20,
  AMOUNT: 40,
};
// A proposal is taken by itself from this score on, and if the next best one is so much less likely.
const CERTAIN = 80;
const LEAD = 10;
// Below this it is no more than a coincidence.
const LEAST = 40;
const AMBIGUOUS_SUM = 10;
const MAX_SUMMED = 20;
// The most invoices that a proposal has.
const MAX_TOGETHER = 8;
const MAX_STEPS = 20_000;

const LEGAL_FORMS = new Set(
  "ltda lda me epp eireli mei sa cia comercio unipessoal sl slu inc llc ltd gmbh".split(" "),
);

/** The words of a text that is folded already. */
export const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const withoutPunctuation = (text: string): string => wordsOf(text.toLowerCase()).join("");

/** What a text may name invoices by: up to three words that follow one another, written as one. */
export function referencesIn(text: string): Set<string> {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (let from = 0; from < words.length; from += 1) {
    for (let length = 1; length <= 3 && from + length <= words.length; length += 1) {
      const joined = words.slice(from, from + length).join("");
      if (/\d/.test(joined)) found.add(joined);
    }
  }
  return found;
}

/** The number of an invoice as `referencesIn` finds it. */
const referenceOf = (number: string): string => withoutPunctuation(number);

/** The digits at the end of a reference, without leading zeros; null where they are too few to mean anything. */
export function digitsOf(reference: string): string | null {
  const digits = /(\d+)$/.exec(reference)?.[1]?.replace(/^0+/, "") ?? "";
  return digits.length >= 2 ? digits : null;
}

/** The first two words of a name, by which customers are looked up. */
export const firstWords = (name: string): string => wordsOf(name).slice(0, 2).join(" ");

function nameReason(
  names: readonly string[],
  words: readonly string[],
): ImportPaymentReason | null {
  const text = ` ${words.join(" ")} `;
  let isPart = false;
  for (const name of names) {
    const parts = wordsOf(name);
    while (parts.length > 1 && LEGAL_FORMS.has(parts.at(-1) ?? "")) parts.pop();
    const whole = parts.join(" ");
    const isTelling = parts.length > 1 || whole.length > 5;
    if (whole !== "" && text.includes(` ${whole} `)) {
      if (isTelling) return "NAME";
      isPart = true;
    } else if (parts.length > 2 && text.includes(` ${parts.slice(0, 2).join(" ")} `)) {
      isPart = true;
    }
  }
  return isPart ? "NAME_PART" : null;
}

function referenceReason(
  number: string,
  references: ReadonlySet<string>,
): ImportPaymentReason | null {
  const reference = referenceOf(number);
  const isTelling = /\D/.test(reference) || reference.length >= 5;
  if (isTelling && references.has(reference)) return "REFERENCE";
  const digits = digitsOf(reference);
  if (digits === null) return null;
  for (const one of references) {
    if (/^\d+$/.test(one) && one.replace(/^0+/, "") === digits) return "REFERENCE_DIGITS";
  }
  return null;
}

const sumOf = (invoices: readonly OpenInvoice[]): bigint =>
  invoices.reduce((sum, { balance }) => sum + balance, 0n);

/** Up to two sets of several of these invoices that come to an amount, those of the oldest first. */
function setsThatSum(invoices: readonly OpenInvoice[], amount: bigint): OpenInvoice[][] {
  const some = invoices.slice(0, MAX_SUMMED);
  const found: OpenInvoice[][] = [];
  let steps = 0;
  const search = (from: number, chosen: readonly OpenInvoice[], left: bigint): void => {
    if (left === 0n && chosen.length > 1) found.push([...chosen]);
    if (left <= 0n || chosen.length === MAX_TOGETHER) return;
    for (let at = from; at < some.length && found.length < 2; at += 1) {
      steps += 1;
      const next = some[at];
      if (steps > MAX_STEPS || !next) return;
      search(at + 1, [...chosen, next], left - next.balance);
    }
  };
  search(0, [], amount);
  return found;
}

function idOf(customerId: string, invoices: readonly OpenInvoice[]): string {
  const [only] = invoices;
  if (!only) return customerId;
  if (invoices.length === 1) return only.id;
  const ids = invoices.map(({ id }) => id).sort();
  const hex = createHash("sha256").update(ids.join()).digest("hex");
  // A UUID of version 8, which is what one's own are.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** What a payment of an amount pays of these invoices, in their order; the rest stays on account. */
export function allocated(
  invoices: readonly OpenInvoice[],
  amount: bigint,
): PaymentProposal["allocations"] {
  let left = amount;
  return invoices.flatMap(({ id, balance }) => {
    const part = least(balance, left);
    left -= part;
    return part > 0n ? [{ invoiceId: id, amount: part }] : [];
  });
}

function proposalsOf(
  { amount, text }: Transaction,
  payer: Payer,
  references: ReadonlySet<string>,
): PaymentProposal[] {
  const open = payer.invoices.filter(({ balance }) => balance > 0n);
  const name = nameReason(payer.names, wordsOf(text));
  const known = ([] as ImportPaymentReason[]).concat(
    payer.isNamed ? "CUSTOMER" : [],
    payer.hasTaxId ? "TAX_ID" : [],
    name ?? [],
  );
  const proposal = (
    invoices: readonly OpenInvoice[],
    further: readonly ImportPaymentReason[],
    less = 0,
  ): PaymentProposal => {
    const reasons = [...known, ...further];
    const score = reasons.reduce((sum, reason) => sum + SCORES[reason], 0) - less;
    const allocations = allocated(invoices, amount);
    return { id: idOf(payer.id, invoices), customerId: payer.id, score, reasons, allocations };
  };
  const fits = (invoices: readonly OpenInvoice[]): ImportPaymentReason[] =>
    sumOf(invoices) === amount ? ["AMOUNT"] : [];
  const named = open.map((invoice) => ({
    invoice,
    reason: referenceReason(invoice.number, references),
  }));
  const found = named.map(({ invoice, reason }) =>
    proposal([invoice], [...(reason ? [reason] : []), ...fits([invoice])]),
  );
  const referenced = named.flatMap(({ invoice, reason }) =>
    reason === "REFERENCE" ? [invoice] : [],
  );
  if (referenced.length > 1 && referenced.length <= MAX_TOGETHER)
    found.push(proposal(referenced, ["REFERENCE", ...fits(referenced)], -1));
  if (known.length > 0) {
    const sets = setsThatSum(open, amount);
    const less = sets.length > 1 ? AMBIGUOUS_SUM : 0;
    for (const invoices of sets) {
      if (idOf("", invoices) !== idOf("", referenced))
        found.push(proposal(invoices, ["AMOUNT"], less));
    }
    // A payment that fits nothing it owes is less likely to be for one of these invoices than for none.
    found.push(proposal([], []));
  }
  return found;
}

/** The proposals for a transaction, the likeliest first. */
export function proposalsFor(
  transaction: Transaction,
  payers: readonly Payer[],
): PaymentProposal[] {
  const references = referencesIn(transaction.text);
  return payers
    .flatMap((payer) => proposalsOf(transaction, payer, references))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || b.allocations.length - a.allocations.length);
}

/** The proposal that nobody needs to decide on; null where there is none. */
export function certainOf(proposals: readonly PaymentProposal[]): PaymentProposal | null {
  const [best, next] = proposals;
  if (!best || best.score < CERTAIN) return null;
  return next && best.score - next.score < LEAD ? null : best;
}
