import type { InvoiceKind, InvoiceState } from "@clientela/shared/enums";
import sql from "sql-template-tag";
import { Field, ObjectType } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { countedDocuments } from "../documents/counted.figures.js";
import { DocumentTotal, documentTotal } from "../documents/total.type.js";
import { stateNow } from "./invoice.state.js";

/** The invoices of one kind of a customer in figures; no invoice is in two of them. */
@ObjectType({
  description: "The invoices of one kind of a customer in figures; no invoice is in two of them.",
})
export class InvoiceSummary {
  @Field(() => DocumentTotal, {
    description: "Authorised and not past their due date, with their open balances.",
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

  @Field(() => DocumentTotal, { description: "Paid in full, with their totals." })
  paid!: DocumentTotal;
}

const counted = countedDocuments<{ kind: InvoiceKind; state: InvoiceState }>("invoices", {
  table: "invoices",
  where: sql`r.status IN ('PENDING', 'AUTHORIZED', 'PAID')`,
  amount: sql`CASE r.status WHEN 'AUTHORIZED' THEN r.balance ELSE r.total END`,
  by: (context) => ({ kind: sql`r.kind`, state: stateNow(context) }),
});

/** The figures of a customer's invoices of one kind; both kinds are counted together. */
export async function invoiceSummary(
  context: Context,
  customerId: string,
  kind: InvoiceKind,
): Promise<InvoiceSummary> {
  const rows = (await counted(context, customerId)).filter((row) => row.kind === kind);
  const inState = (state: InvoiceState) => documentTotal(rows.filter((row) => row.state === state));
  return {
    authorized: inState("AUTHORIZED"),
    pending: inState("PENDING"),
    overdue: inState("OVERDUE"),
    paid: inState("PAID"),
  };
}
