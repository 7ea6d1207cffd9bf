import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { allConditions, type ListDefinition } from "../../../platform/lists/keyset.js";
import { restorable } from "../../../platform/records/trash.js";
import { OrderDirection } from "../../../platform/types/page.input.js";
import { Customer } from "../customer.entity.js";
import { notMerged } from "../customer.loaders.js";
import { type CustomerFilter, customerConditions, metricConditions } from "./customerFilter.js";
import { addedOrder, storedOrders } from "./customerOrder.js";
import { searchConditions } from "./customerSearch.js";

/** What a list of customers is asked: a search and a filter. */
export interface CustomerQuestion {
  search?: string | null;
  filter?: CustomerFilter | null;
}

/** The list of customers. */
export const customerList: ListDefinition<Customer, CustomerQuestion, string, Context> = {
  type: Customer,
  where: (question, context) => [
    sql`r.deleted_at IS NULL`,
    ...customerConditions(question?.filter, context),
    ...searchConditions(question?.search),
  ],
  sortKeys: storedOrders,
  addedSortKey: addedOrder,
  metricConditions: (question, context) => metricConditions(question?.filter, context),
  defaultOrder: { field: "LEGAL_NAME", direction: OrderDirection.ASC },
};

/** All conditions on the customers `r` of a list. */
export const matchingCustomers = (
  question: CustomerQuestion | null | undefined,
  context: Context,
): Sql[] => allConditions(customerList, question, context);

/** The customers in the trash, deleted last first. */
export const deletedCustomersList: ListDefinition<Customer, never, "DELETED_AT"> = {
  type: Customer,
  where: () => [restorable, notMerged],
  sortKeys: { DELETED_AT: { sql: sql`r.deleted_at`, type: "timestamptz" } },
  defaultOrder: { field: "DELETED_AT", direction: OrderDirection.DESC },
};
