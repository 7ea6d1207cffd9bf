import sql from "sql-template-tag";
import { Field, ObjectType } from "type-graphql";
import { countedDocuments } from "../documents/documentCounts.js";
import { DocumentTotal } from "../documents/total.type.js";

/** The metrics of a customer's deals. */
@ObjectType({ description: "The metrics of a customer's deals." })
export class DealSummary {
  @Field(() => DocumentTotal, { description: "Neither won nor lost yet, with their values." })
  open!: DocumentTotal;

  @Field(() => DocumentTotal, { description: "Won, with their values." })
  won!: DocumentTotal;
}

/** A customer's deals that are not lost, counted. */
export const countedDeals = countedDocuments<{ won: boolean }>("deals", {
  table: "deals",
  where: sql`r.stage <> 'LOST'`,
  amount: sql`r.value`,
  by: () => ({ won: sql`r.stage = 'WON'` }),
});
