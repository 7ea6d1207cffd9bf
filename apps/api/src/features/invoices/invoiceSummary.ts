import type { InvoiceKind, InvoiceState } from "@clientela/shared/records/enums";
import sql from "sql-template-tag";
import { Field, ObjectType } from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { CustomerTotals } from "../customers/list/totals.type.js";
import {
  type Counting,
  countedDocuments,
  countedInGroup,
  countedOfMany,
} from "../documents/documentCounts.js";
import { type CountedDocuments, DocumentTotal, documentTotal } from "../documents/total.type.js";
import { isOutstanding, stateNow } from "./invoiceState.js";

/** The metrics of a customer's invoices of one kind; no invoice is in two of them. */
@ObjectType({
  description: "The metrics of a customer's invoices of one kind; no invoice is in two of them.",
})
export class InvoiceSummary {
  @Field(() => DocumentTotal, {
    description:
      "Authorised, not paid in full and not past their due date, with their open balances.",
  })
  authorized!: DocumentTotal;

  @Field(() => DocumentTotal, {
    description: "Issued and not yet authorised, with their totals.",
  })
  pending!: DocumentTotal;

  @Field(() => DocumentTotal, {
    description: "Authorised, not paid in full and past their due date, with their open balances.",
  })
  overdue!: DocumentTotal;

  @Field(() => DocumentTotal, {
    description: "Paid in full, or authorised with nothing to be paid, with their totals.",
  })
  paid!: DocumentTotal;
}

interface By {
  kind: InvoiceKind;
  state: InvoiceState;
}

const counting: Counting = {
  table: "invoices",
  where: sql`r.status IN ('PENDING', 'AUTHORIZED', 'PAID')`,
  amount: sql`CASE WHEN ${isOutstanding} THEN r.balance ELSE r.total END`,
  by: (context) => ({ kind: sql`r.kind`, state: stateNow(context) }),
};
/** The counts of a customer's invoices of both kinds. */
export const countedInvoices = countedDocuments<By>("invoices", counting);

/** Those of a customer and all that belong to it. */
export const countedInvoicesOfGroup = countedInGroup<By>("groupInvoices", counting);

function summaryOf(counts: readonly (CountedDocuments & By)[], kind: InvoiceKind): InvoiceSummary {
  const rows = counts.filter((row) => row.kind === kind);
  const inState = (state: InvoiceState) => documentTotal(rows.filter((row) => row.state === state));
  return {
    authorized: inState("AUTHORIZED"),
    pending: inState("PENDING"),
    overdue: inState("OVERDUE"),
    paid: inState("PAID"),
  };
}

/** The metrics of a customer's invoices of one kind; both kinds are counted together. */
export async function invoiceSummary(
  context: Context,
  customerId: string,
  kind: InvoiceKind,
): Promise<InvoiceSummary> {
  const { rows } = await countedInvoices.load(context, customerId);
  return summaryOf(rows, kind);
}

/** The metrics of the sales invoices of a customer and all that belong to it. */
export async function groupInvoices(context: Context, customerId: string): Promise<InvoiceSummary> {
  const { rows } = await countedInvoicesOfGroup.load(context, customerId);
  return summaryOf(rows, "SALES");
}

/** The metrics of the sales invoices of all selected customers. */
export async function salesTotals(
  context: Context,
  customers: CustomerTotals,
): Promise<InvoiceSummary> {
  return summaryOf(await countedOfMany<By>(context, counting, customers.ids(context)), "SALES");
}
