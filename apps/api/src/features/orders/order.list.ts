import sql, { raw, type Sql } from "sql-template-tag";
import { day, money, storedTimes, text } from "../../platform/graph/filters/fieldKinds.js";
import { conditionsOf, declareFilterFields } from "../../platform/graph/filters/filterField.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { allWordsIn } from "../../platform/lists/search.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { customersWith, ofCustomer } from "../customers/list/ofCustomer.js";
import { linesByDocument } from "../documents/line.service.js";
import { Order, OrderLine } from "./order.entity.js";
import { OrderFilter, type OrderOrderField } from "./orderList.input.js";

const isOneOf = (wanted: boolean, statuses: string) =>
  sql`r.status ${raw(wanted ? "IN" : "NOT IN")} (${raw(statuses)})`;

/** The fields that `orders r` are filtered by. */
const fields = declareFilterFields(OrderFilter, "orders:read", {
  customer: ofCustomer,
  number: text(sql`r.number`, { description: "Its number." }),
  reference: text(sql`r.reference`, { description: "The customer's own number." }),
  total: money(sql`r.total`, sql`r.currency`, { description: "What it comes to." }),
  orderedOn: day(sql`r.ordered_on`, { description: "Its date." }),
  notes: text(sql`r.notes`, { description: "What is noted of it." }),
  ...storedTimes,
});

function statedConditions(filter: OrderFilter): Sql[] {
  const { status, open, finalized, cancelled, orderedFrom, orderedTo, search } = filter;
  const where = allWordsIn(sql`fold(r.number || ' ' || coalesce(r.reference, ''))`, search);
  if (status) where.push(sql`r.status = ANY(${status}::text[])`);
  if (open != null) where.push(isOneOf(open, "'DRAFT', 'OPEN'"));
  if (finalized != null) where.push(isOneOf(finalized, "'FINALIZED'"));
  if (cancelled != null) where.push(isOneOf(cancelled, "'CANCELLED'"));
  if (orderedFrom != null) where.push(sql`r.ordered_on >= ${orderedFrom}::date`);
  if (orderedTo != null) where.push(sql`r.ordered_on <= ${orderedTo}::date`);
  return where;
}

/** The conditions on `r` for orders that a filter lets through. */
const orderConditions = conditionsOf(fields, statedConditions);

/** Lists of orders. */
export const orderList: ListDefinition<Order, OrderFilter, OrderOrderField> = {
  type: Order,
  where: orderConditions,
  sortKeys: {
    ORDERED_ON: { sql: sql`r.ordered_on`, type: "date" },
    NUMBER: { sql: sql`r.number COLLATE "C"`, type: "text" },
    TOTAL: { sql: sql`r.total`, type: "numeric" },
  },
  defaultOrder: { field: "ORDERED_ON", direction: OrderDirection.DESC },
};

/** Finds customers by their orders. */
export const customersByOrders = customersWith("orders", "orders:read", {
  type: Order,
  input: OrderFilter,
  where: orderConditions,
  description: "By its orders.",
});

/** Orders by id. */
export const orderById = rowsById(Order, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first orders of customers. */
export const ordersByCustomer = pagesByOwner(orderList, "customer_id");

/** The first orders of quotes. */
export const ordersByQuote = pagesByOwner(orderList, "quote_id");

/** Where orders have their lines. */
export const orderLines = { type: OrderLine, owner: "order_id" };

/** The lines of orders. */
export const linesByOrder = linesByDocument(orderLines);
