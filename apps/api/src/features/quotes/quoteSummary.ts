import sql from "sql-template-tag";
import { Field, ObjectType } from "type-graphql";
import { countedDocuments } from "../documents/documentCounts.js";
import { DocumentTotal } from "../documents/total.type.js";

/** The metrics of a customer's offers and quotes. */
@ObjectType({ description: "The metrics of a customer's offers and quotes." })
export class QuoteSummary {
  @Field(() => DocumentTotal, { description: "Drafts and sent ones, with their totals." })
  open!: DocumentTotal;

  @Field(() => DocumentTotal, { description: "Accepted ones, with their totals." })
  accepted!: DocumentTotal;
}

/** A customer's quotes that are open or accepted, counted. */
export const countedQuotes = countedDocuments<{ accepted: boolean }>("quotes", {
  table: "quotes",
  where: sql`r.status IN ('DRAFT', 'SENT', 'ACCEPTED')`,
  amount: sql`r.total`,
  by: () => ({ accepted: sql`r.status = 'ACCEPTED'` }),
});
