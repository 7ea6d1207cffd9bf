import sql from "sql-template-tag";
import { Field, ObjectType } from "type-graphql";
import type { Batch } from "../../platform/context.js";
import { grouped } from "../../platform/loader.js";
import { type CountedDocuments, DocumentTotal, documentTotal } from "../documents/total.type.js";

/** The deals of a customer in figures. */
@ObjectType({ description: "The deals of a customer in figures." })
export class DealSummary {
  @Field(() => DocumentTotal, { description: "Neither won nor lost yet, with their values." })
  open!: DocumentTotal;

  @Field(() => DocumentTotal, { description: "Won, with their values." })
  won!: DocumentTotal;
}

/** The figures of customers' deals, in one statement. */
export const dealSummaryByCustomer: Batch<string, undefined, DealSummary> = async (
  ids,
  _,
  context,
) => {
  const rows = await context.db.rows<CountedDocuments & { won: boolean }>(sql`
    SELECT r.customer_id AS "customerId", r.stage = 'WON' AS won, r.currency,
           count(*)::int AS count, sum(r.value)::text AS amount
    FROM deals r
    WHERE r.customer_id = ANY(${ids}::uuid[]) AND r.deleted_at IS NULL AND r.stage <> 'LOST'
    GROUP BY 1, 2, 3`);
  return grouped(ids, rows, (row) => row.customerId).map((own) => ({
    open: documentTotal(own.filter((row) => !row.won)),
    won: documentTotal(own.filter((row) => row.won)),
  }));
};
