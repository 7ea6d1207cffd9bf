import sql, { raw } from "sql-template-tag";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { allWordsIn } from "../../platform/lists/search.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { Deal } from "./deal.entity.js";
import type { DealFilter, DealOrderField } from "./dealList.input.js";

/** Lists of deals. */
export const dealList: ListDefinition<Deal, DealFilter, DealOrderField> = {
  type: Deal,
  where: (filter) => {
    const where = [sql`r.deleted_at IS NULL`, ...allWordsIn(sql`fold(r.title)`, filter?.search)];
    if (filter?.stage) where.push(sql`r.stage = ANY(${filter.stage}::text[])`);
    if (filter?.open != null) {
      where.push(sql`r.stage ${raw(filter.open ? "NOT IN" : "IN")} ('WON', 'LOST')`);
    }
    return where;
  },
  sortKeys: {
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    TITLE: { sql: sql`fold(r.title) COLLATE "C"`, type: "text" },
    VALUE: { sql: sql`r.value`, type: "numeric" },
    EXPECTED_CLOSE_ON: { sql: sql`coalesce(r.expected_close_on, 'infinity'::date)`, type: "date" },
  },
  defaultOrder: { field: "CREATED_AT", direction: OrderDirection.DESC },
};

/** Deals by id. */
export const dealById = rowsById(Deal, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first deals of customers. */
export const dealsByCustomer = pagesByOwner(dealList, "customer_id");
