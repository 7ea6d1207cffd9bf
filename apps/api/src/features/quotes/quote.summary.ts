import sql from "sql-template-tag";
import { Field, ObjectType } from "type-graphql";
import type { Batch } from "../../platform/context.js";
import { grouped } from "../../platform/loader.js";
import { type CountedDocuments, DocumentTotal, documentTotal } from "../documents/total.type.js";

/** The offers and quotes of a customer in figures. */
@ObjectType({ description: "The offers and quotes of a customer in figures." })
export class QuoteSummary {
  @Field(() => DocumentTotal, { description: "Drafts and sent ones, with their totals." })
  open!: DocumentTotal;

  @Field(() => DocumentTotal, { description: "Accepted ones, with their totals." })
  accepted!: DocumentTotal;
}

/** The figures of customers' quotes, in one statement. */
export const quoteSummaryByCustomer: Batch<string, undefined, QuoteSummary> = async (
  ids,
  _,
  context,
) => {
  const rows = await context.db.rows<CountedDocuments & { accepted: boolean }>(sql`
    SELECT r.customer_id AS "customerId", r.status = 'ACCEPTED' AS accepted, r.currency,
           count(*)::int AS count, sum(r.total)::text AS amount
    FROM quotes r
    WHERE r.customer_id = ANY(${ids}::uuid[]) AND r.deleted_at IS NULL
      AND r.status IN ('DRAFT', 'SENT', 'ACCEPTED')
    GROUP BY 1, 2, 3`);
  return grouped(ids, rows, (row) => row.customerId).map((own) => ({
    open: documentTotal(own.filter((row) => !row.accepted)),
    accepted: documentTotal(own.filter((row) => row.accepted)),
  }));
};
