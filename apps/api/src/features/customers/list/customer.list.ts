import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { allConditions, type ListDefinition } from "../../../platform/lists/keyset.js";
import { restorable } from "../../../platform/records/trash.js";
import { OrderDirection } from "../../../platform/types/page.input.js";
import { Customer } from "../customer.entity.js";
import { notMerged } from "../customer.loaders.js";
import {
  customerConditions,
  demandFilter,
  leavesArchivedOut,
  metricConditions,
} from "./customerConditions.js";
import type { CustomerFilter } from "./customerFilter.js";
import { addedOrder, storedOrders } from "./customerOrder.js";
import { searchConditions } from "./customerSearch.js";

/** The parameters of a list of customers: a search and a filter. */
export interface CustomerListParams {
  search?: string | null;
  filter?: CustomerFilter | null;
}

/** The list of customers. */
export const customerList: ListDefinition<Customer, CustomerListParams, string, Context> = {
  type: Customer,
  where: (params, context) => {
    demandFilter(params?.filter, context);
    return [
      sql`r.deleted_at IS NULL`,
      // Written as the partial indexes have it, so that they are used.
      ...(leavesArchivedOut(params?.filter) ? [sql`r.status <> 'ARCHIVED'`] : []),
      ...customerConditions(params?.filter, context),
      ...searchConditions(params?.search),
    ];
  },
  sortKeys: storedOrders,
  addedSortKey: addedOrder,
  metricConditions: (params, context) => metricConditions(params?.filter, context),
  defaultOrder: { field: "LEGAL_NAME", direction: OrderDirection.ASC },
};

/** All conditions on the customers `r` of a list. */
export const matchingCustomers = (
  params: CustomerListParams | null | undefined,
  context: Context,
): Sql[] => allConditions(customerList, params, context);

/** The customers in the trash, deleted last first. */
export const deletedCustomersList: ListDefinition<Customer, never, "DELETED_AT"> = {
  type: Customer,
  where: () => [restorable, notMerged],
  sortKeys: { DELETED_AT: { sql: sql`r.deleted_at`, type: "timestamptz" } },
  defaultOrder: { field: "DELETED_AT", direction: OrderDirection.DESC },
};
