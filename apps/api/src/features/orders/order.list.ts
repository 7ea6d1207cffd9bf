import sql, { raw } from "sql-template-tag";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { allWordsIn } from "../../platform/lists/search.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { linesByDocument } from "../documents/line.service.js";
import { Order, OrderLine } from "./order.entity.js";
import type { OrderFilter, OrderOrderField } from "./orderList.input.js";

const isOneOf = (wanted: boolean, statuses: string) =>
  sql`r.status ${raw(wanted ? "IN" : "NOT IN")} (${raw(statuses)})`;

/** Lists of orders. */
export const orderList: ListDefinition<Order, OrderFilter, OrderOrderField> = {
  type: Order,
  where: (filter) => {
    const { status, open, finalized, cancelled, orderedFrom, orderedTo, search } = filter ?? {};
    const where = [
      sql`r.deleted_at IS NULL`,
      ...allWordsIn(sql`fold(r.number || ' ' || coalesce(r.reference, ''))`, search),
    ];
    if (status) where.push(sql`r.status = ANY(${status}::text[])`);
    if (open != null) where.push(isOneOf(open, "'DRAFT', 'OPEN'"));
    if (finalized != null) where.push(isOneOf(finalized, "'FINALIZED'"));
    if (cancelled != null) where.push(isOneOf(cancelled, "'CANCELLED'"));
    if (orderedFrom != null) where.push(sql`r.ordered_on >= ${orderedFrom}::date`);
    if (orderedTo != null) where.push(sql`r.ordered_on <= ${orderedTo}::date`);
    return where;
  },
  sortKeys: {
    ORDERED_ON: { sql: sql`r.ordered_on`, type: "date" },
    NUMBER: { sql: sql`r.number COLLATE "C"`, type: "text" },
    TOTAL: { sql: sql`r.total`, type: "numeric" },
  },
  defaultOrder: { field: "ORDERED_ON", direction: OrderDirection.DESC },
};

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
