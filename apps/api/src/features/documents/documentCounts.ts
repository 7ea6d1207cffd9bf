import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Metric } from "../../platform/lists/metrics.js";
import type { ReadContext } from "../../platform/readContext.js";
import { groupOf } from "../customers/groups/groupTree.js";
import type { CountedDocuments } from "./total.type.js";

/** Which documents of a customer (table `r`) are counted, grouped by what, and what is summed. */
export interface Counting {
  table: string;
  where: Sql;
  amount: Sql;
  /** What they are grouped by, besides the currency: names and expressions. */
  by: (reading: ReadContext) => Record<string, Sql>;
}

// Sums are sent as text: a JSON number would not keep their digits.
function counts({ table, where, amount, by }: Counting, customers: Sql, reading: ReadContext): Sql {
  const columns = Object.entries(by(reading)).map(
    ([key, expression]) => sql`${expression} AS ${raw(`"${key}"`)}`,
  );
  const groups = columns.map((_, index) => raw(String(index + 1)));
  return sql`
    SELECT ${join(columns)}, r.currency, count(*)::int AS count, sum(${amount})::text AS amount
    FROM ${raw(table)} r
    WHERE r.customer_id ${customers} AND r.deleted_at IS NULL AND ${where}
    GROUP BY ${join(groups)}, r.currency`;
}

/** A metric: the counts and exact sums of a customer's documents. */
export const countedDocuments = <By extends object>(
  name: string,
  counting: Counting,
): Metric<{ rows: (CountedDocuments & By)[] }> =>
  new Metric(
    name,
    "Customer",
    (context) =>
      sql`SELECT coalesce(json_agg(g), '[]') AS rows FROM (${counts(counting, sql`= k.id`, context)}) g`,
  );

/** A metric: those of a customer and all that belong to it. */
export const countedInGroup = <By extends object>(
  name: string,
  counting: Counting,
): Metric<{ rows: (CountedDocuments & By)[] }> =>
  new Metric(name, "Customer", (context) => {
    const members = groupOf(sql`SELECT k.id`);
    return sql`SELECT coalesce(json_agg(g), '[]') AS rows FROM (${counts(counting, sql`IN (${members})`, context)}) g`;
  });

/** The counts and exact sums of the documents of many customers, whose ids `customers` selects. */
export function countedOfMany<By extends object>(
  context: Context,
  counting: Counting,
  customers: Sql,
): Promise<(CountedDocuments & By)[]> {
  return context.db.rows<CountedDocuments & By>(counts(counting, sql`IN (${customers})`, context));
}
