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

/** The metrics of a customer's purchase orders. */
@ObjectType({ description: "The metrics of a customer's purchase orders." })
export class OrderSummary {
  @Field(() => DocumentTotal, { description: "All but cancelled ones, with their totals." })
  total!: DocumentTotal;

  @Field(() => DocumentTotal, { description: "Finalised ones, with their totals." })
  finalized!: DocumentTotal;
}

interface By {
  finalized: boolean;
}

const isCounted = sql`r.status <> 'CANCELLED'`;
const isFinalized = sql`r.status = 'FINALIZED'`;

const counting: Counting = {
  table: "orders",
  where: isCounted,
  amount: sql`r.total`,
  by: () => ({ finalized: isFinalized }),
};
/** The counts of a customer's orders. */
export const countedOrders = countedDocuments<By>("orders", counting);

/** Those of a customer and all that belong to it. */
export const countedOrdersOfGroup = countedInGroup<By>("groupOrders", counting);

function summaryOf(rows: readonly (CountedDocuments & By)[]): OrderSummary {
  return {
    total: documentTotal(rows),
    finalized: documentTotal(rows.filter((row) => row.finalized)),
  };
}

/** Each order that counts and is not finalised, as 1 for its customer. */
export const eachOpenOrder = sql`
  SELECT r.customer_id AS id, 1 AS amount FROM orders r
  WHERE r.deleted_at IS NULL AND ${isCounted} AND NOT ${isFinalized}`;

/** The metrics of a customer's orders. */
export async function orderSummary(context: Context, customerId: string): Promise<OrderSummary> {
  return summaryOf((await countedOrders.load(context, customerId)).rows);
}

/** The metrics of the orders of a customer and all that belong to it. */
export async function groupOrders(context: Context, customerId: string): Promise<OrderSummary> {
  return summaryOf((await countedOrdersOfGroup.load(context, customerId)).rows);
}

/** The metrics of the orders of all selected customers. */
export async function orderTotals(
  context: Context,
  customers: CustomerTotals,
): Promise<OrderSummary> {
  return summaryOf(await countedOfMany<By>(context, counting, customers.ids(context)));
}
