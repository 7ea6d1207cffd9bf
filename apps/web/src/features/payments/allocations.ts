import { useQuery } from "@apollo/client/react";
import { MAX_ALLOCATIONS, type PaymentDirection } from "@clientela/shared/payments/paymentFields";
import { minorUnits } from "@clientela/shared/values/currencies";
import { add, compare, subtract } from "@clientela/shared/values/money";
import { graphql } from "../../gql/gql.js";
import type { OpenInvoicesQuery } from "../../gql/graphql.js";
import { readDecimal, writeDecimal } from "../../i18n/decimal.js";
import type { Language } from "../../i18n/language.js";

const query = graphql(`
  query OpenInvoices($id: ID!, $kind: InvoiceKind!) {
    customer(id: $id) {
      id
      invoices(
        first: 100
        filter: { kind: $kind, state: [OVERDUE, AUTHORIZED] }
        orderBy: { field: DUE_ON, direction: ASC }
      ) {
        nodes {
          id
          number
          dueOn
          balance {
            amount
            currency
          }
        }
      }
    }
  }
`);

/** An invoice of which something is still to be paid. */
export type OpenInvoice = NonNullable<OpenInvoicesQuery["customer"]>["invoices"]["nodes"][number];

/** What is typed for each invoice, by its id. */
export type Parts = Readonly<Record<string, string>>;

/** The invoices that a payment can pay, the one that is due first on top. */
export function useOpenInvoices(
  customerId: string,
  direction: PaymentDirection,
  currency: string,
): readonly OpenInvoice[] {
  const kind = direction === "RECEIVED" ? "SALES" : "PURCHASE";
  const { data } = useQuery(query, { variables: { id: customerId, kind } });
  return (data?.customer?.invoices.nodes ?? [])
    .filter(({ balance }) => balance.currency === currency)
    .slice(0, MAX_ALLOCATIONS);
}

/** What was typed, as the API takes it; lines that are blank or unreadable pay nothing. */
export function allocationsOf(
  parts: Parts,
  language: Language,
): { invoiceId: string; amount: string }[] {
  return Object.entries(parts).flatMap(([invoiceId, typed]) => {
    const amount = readDecimal(typed, language);
    return amount !== null && compare(amount, "0") !== 0 ? [{ invoiceId, amount }] : [];
  });
}

/** Distributes an amount over invoices in their order, each up to its balance. */
export function distribute(
  amount: string,
  invoices: readonly OpenInvoice[],
  language: Language,
): Record<string, string> {
  const parts: Record<string, string> = {};
  let rest = amount;
  for (const { id, balance } of invoices) {
    if (compare(rest, "0") <= 0) break;
    const part = compare(rest, balance.amount) < 0 ? rest : balance.amount;
    parts[id] = writeDecimal(part, language, minorUnits(balance.currency));
    rest = subtract(rest, part);
  }
  return parts;
}

/** What of an amount is left for the account; below zero where more is allocated than there is. */
export function restOf(amount: string, parts: Parts, language: Language): string {
  const sum = allocationsOf(parts, language).reduce((all, part) => add(all, part.amount), "0");
  return subtract(amount, sum);
}
