import sql from "sql-template-tag";
import { parseId } from "../../platform/graph/parseInput.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { PromiseToPay } from "./promise.entity.js";
import type { PromiseOrderField, PromiseToPayFilter } from "./promiseList.input.js";
import { inAnyState } from "./promiseState.js";

/** Lists of promises. */
export const promiseList: ListDefinition<PromiseToPay, PromiseToPayFilter, PromiseOrderField> = {
  type: PromiseToPay,
  where: (filter, { today }) => {
    const { state, dueFrom, dueTo, customerOwnerIds } = filter ?? {};
    const where = [sql`r.deleted_at IS NULL`];
    if (dueFrom != null) where.push(sql`r.due_on >= ${dueFrom}::date`);
    if (dueTo != null) where.push(sql`r.due_on <= ${dueTo}::date`);
    if (customerOwnerIds) {
      const ids = customerOwnerIds.map((id, index) =>
        parseId(id, `filter.customerOwnerIds.${index}`),
      );
      where.push(
        sql`EXISTS (SELECT 1 FROM customers c WHERE c.id = r.customer_id AND c.owner_id = ANY(${ids}::uuid[]))`,
      );
    }
    if (state) where.push(inAnyState(state, today));
    return where;
  },
  sortKeys: {
    DUE_ON: { sql: sql`r.due_on`, type: "date" },
    MADE_ON: { sql: sql`r.made_on`, type: "date" },
    AMOUNT: { sql: sql`r.amount`, type: "numeric" },
  },
  defaultOrder: { field: "DUE_ON", direction: OrderDirection.ASC },
};

/** Promises by id. */
export const promiseById = rowsById(PromiseToPay, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first promises of customers. */
export const promisesByCustomer = pagesByOwner(promiseList, "customer_id");
