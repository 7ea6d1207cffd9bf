import sql from "sql-template-tag";
import { Field, ObjectType } from "type-graphql";
import { countedDocuments } from "../documents/counted.figures.js";
import { DocumentTotal } from "../documents/total.type.js";

/** The purchase orders of a customer in figures. */
@ObjectType({ description: "The purchase orders of a customer in figures." })
export class OrderSummary {
  @Field(() => DocumentTotal, { description: "All but cancelled ones, with their totals." })
  total!: DocumentTotal;

  @Field(() => DocumentTotal, { description: "Finalised ones, with their totals." })
  finalized!: DocumentTotal;
}

/** A customer's orders that are not cancelled, counted. */
export const countedOrders = countedDocuments<{ finalized: boolean }>("orders", {
  table: "orders",
  where: sql`r.status <> 'CANCELLED'`,
  amount: sql`r.total`,
  by: () => ({ finalized: sql`r.status = 'FINALIZED'` }),
});
