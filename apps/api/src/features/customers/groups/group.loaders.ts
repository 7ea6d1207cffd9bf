import sql from "sql-template-tag";
import { isOneOfKeys } from "../../../platform/lists/keys.js";
import { type ListDefinition, pagesByOwner } from "../../../platform/lists/keyset.js";
import { Metric } from "../../../platform/lists/metrics.js";
import type { BatchLoader } from "../../../platform/readContext.js";
import { OrderDirection } from "../../../platform/types/page.input.js";
import { Customer } from "../customer.entity.js";
import { storedOrders } from "../list/customerOrder.js";
import { groupOf } from "./groupTree.js";

const subsidiaryList: ListDefinition<Customer, never, "LEGAL_NAME"> = {
  type: Customer,
  where: () => [sql`r.deleted_at IS NULL`],
  sortKeys: { LEGAL_NAME: storedOrders.LEGAL_NAME },
  defaultOrder: { field: "LEGAL_NAME", direction: OrderDirection.ASC },
};

/** The customers that belong to others, by name. */
export const subsidiariesByParent = pagesByOwner(subsidiaryList, "parent_id");

/** How many customers a group has: the customer itself and all below it. */
export const groupSize = new Metric<{ count: number }>(
  "groupSize",
  "Customer",
  () => sql`SELECT count(*)::int AS count FROM (${groupOf(sql`SELECT k.id`)}) g`,
);

/**
 * The head office of branches that belong to nobody yet: the numbers of companies in Brazil have eight characters in
 * common, then 0001 for the head office. Null where there is none, or it belongs to the branch.
 */
export const headOfficeById: BatchLoader<string, undefined, string | null> = async (
  ids,
  _,
  { db },
) => {
  const rows = await db.rows<{ id: string; headId: string }>(sql`
    SELECT DISTINCT ON (r.id) r.id, h.id AS "headId" FROM customers r
    JOIN customer_tax_ids t ON t.customer_id = r.id AND t.country = 'BR' AND length(t.value) = 14
    JOIN customer_tax_ids o ON o.country = 'BR' AND o.value LIKE left(t.value, 8) || '0001__' AND o.value <> t.value
      AND o.value >= left(t.value, 8) || '000100' AND o.value <= left(t.value, 8) || '000199'
    JOIN customers h ON h.id = o.customer_id
    WHERE ${isOneOfKeys(sql`r.id`, ids)} AND r.parent_id IS NULL AND h.deleted_at IS NULL
      AND h.parent_id IS DISTINCT FROM r.id
    ORDER BY r.id, h.id`);
  const byId = new Map(rows.map(({ id, headId }) => [id, headId]));
  return ids.map((id) => byId.get(id) ?? null);
};
