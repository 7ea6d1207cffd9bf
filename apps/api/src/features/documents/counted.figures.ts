import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { figuresOf } from "../../platform/figures.js";
import type { CountedDocuments } from "./total.type.js";

/** Which documents of a customer are counted (table `r`), by what, and what of them is added up. */
export interface Counting {
  table: string;
  where: Sql;
  amount: Sql;
  /** What they are told apart by, besides the currency: names and expressions. */
  by: (context: Context) => Record<string, Sql>;
}

/** Declares the counts and exact sums of customers' documents, as part of the one statement of all figures. */
export function countedDocuments<By extends object>(
  name: string,
  { table, where, amount, by }: Counting,
): (context: Context, customerId: string) => Promise<(CountedDocuments & By)[]> {
  const figures = figuresOf<{ rows: (CountedDocuments & By)[] }>(name, (context) => {
    const columns = Object.entries(by(context)).map(
      ([key, expression]) => sql`${expression} AS ${raw(`"${key}"`)}`,
    );
    const groups = columns.map((_, index) => raw(String(index + 1)));
    // Sums travel as text: a JSON number would not keep their digits.
    return sql`
      SELECT coalesce(json_agg(g), '[]') AS rows FROM (
        SELECT ${join(columns)}, r.currency, count(*)::int AS count, sum(${amount})::text AS amount
        FROM ${raw(table)} r
        WHERE r.customer_id = k.id AND r.deleted_at IS NULL AND ${where}
        GROUP BY ${join(groups)}, r.currency
      ) g`;
  });
  return async (context, customerId) => (await figures(context, customerId)).rows;
}
