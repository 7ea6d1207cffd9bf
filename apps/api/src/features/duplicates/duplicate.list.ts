import sql, { raw } from "sql-template-tag";
import { parseId } from "../../platform/graph/parseInput.js";
import type { ListDefinition } from "../../platform/lists/keyset.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { DuplicateCandidate } from "./duplicate.entity.js";

/** Which pairs are listed. */
export interface DuplicateFilter {
  customerId?: string | null;
}

const live = (column: "low_id" | "high_id") => sql`EXISTS (
  SELECT 1 FROM customers c
  WHERE c.id = ${raw(`r.${column}`)} AND c.deleted_at IS NULL AND c.status <> 'ARCHIVED')`;

/** Possible duplicates, without dismissed pairs, the likeliest first. */
export const duplicateList: ListDefinition<DuplicateCandidate, DuplicateFilter, "SCORE"> = {
  type: DuplicateCandidate,
  where: (filter) => {
    const where = [
      live("low_id"),
      live("high_id"),
      sql`NOT EXISTS (SELECT 1 FROM dismissed_pairs d WHERE d.low_id = r.low_id AND d.high_id = r.high_id)`,
    ];
    if (filter?.customerId != null) {
      const id = parseId(filter.customerId, "customerId");
      where.push(sql`(r.low_id = ${id}::uuid OR r.high_id = ${id}::uuid)`);
    }
    return where;
  },
  sortKeys: { SCORE: { sql: sql`r.score`, type: "numeric" } },
  defaultOrder: { field: "SCORE", direction: OrderDirection.DESC },
};
