import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import type { Listing, SortKey } from "../../platform/records/keyset.js";
import { restorable } from "../../platform/records/trash.js";
import { OrderDirection } from "../../platform/types/page.args.js";
import { Customer } from "./customer.entity.js";
import { type CustomerFilter, customerConditions } from "./customer.filter.js";
import { notMerged } from "./customer.loaders.js";
import type { CustomerOrderField } from "./customer.order.js";
import { searchConditions } from "./customer.search.js";

/** What a list of customers is asked: a search and a filter. */
export interface CustomerQuestion {
  search?: string | null;
  filter?: CustomerFilter | null;
}

/** Sorts by something that many have in common, and by the name within; those without it come last. */
const byName = (key: Sql): SortKey => ({
  sql: sql`(${key} || E'\\x01' || r.name_key) COLLATE "C"`,
  type: "text",
});

/** The list of customers; each order has an index. */
export const customerListing: Listing<Customer, CustomerQuestion, CustomerOrderField, Context> = {
  type: Customer,
  where: (question, context) => [
    sql`r.deleted_at IS NULL`,
    ...customerConditions(question?.filter, context),
    ...searchConditions(question?.search),
  ],
  sortKeys: {
    LEGAL_NAME: { sql: sql`r.name_key`, type: "text" },
    NUMBER: { sql: sql`r.number COLLATE "C"`, type: "text" },
    CITY: { sql: sql`r.city_key`, type: "text" },
    COUNTRY: byName(sql`coalesce(r.country, '~')`),
    STATUS: byName(
      sql`CASE r.status WHEN 'LEAD' THEN '1' WHEN 'ACTIVE' THEN '2' WHEN 'INACTIVE' THEN '3' ELSE '4' END`,
    ),
    OWNER: byName(sql`coalesce('0' || r.owner_key, '1')`),
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    UPDATED_AT: { sql: sql`r.updated_at`, type: "timestamptz" },
  },
  defaultOrder: { field: "LEGAL_NAME", direction: OrderDirection.ASC },
};

/** The customers in the trash, deleted last first. */
export const deletedCustomersListing: Listing<Customer, never, "DELETED_AT"> = {
  type: Customer,
  where: () => [restorable, notMerged],
  sortKeys: { DELETED_AT: { sql: sql`r.deleted_at`, type: "timestamptz" } },
  defaultOrder: { field: "DELETED_AT", direction: OrderDirection.DESC },
};
