import sql, { join } from "sql-template-tag";
import type { ReadContext } from "../../readContext.js";
import type { SortKey } from "../sortKey.js";
import { type KeptMetric, keptValues, metricValue } from "./keptMetric.js";
import { type MetricRange, metricKey } from "./metricRange.js";

/**
 * Sorts records `r` by a metric, those that have none as 0.
 * @param currency in which amounts are sorted
 * @param range what the list is filtered by, if that is the same metric in the same currency: nothing else is read
 */
export function sortKeyOfMetric(
  metric: KeptMetric,
  reading: ReadContext,
  currency: string,
  range: MetricRange | null = null,
): SortKey {
  const own = metricValue(metric, sql`r.id`, currency, reading);
  const conditions = [sql`v.currency = ${currency}`, ...(range?.conditions ?? [])];
  const hasRest = !metric.isComplete && (range === null || range.includesNone);
  return {
    sql: sql`coalesce((${own}), 0)`,
    type: "numeric",
    figures: {
      within: range ? metricKey(metric, currency) : undefined,
      rows: (descending) =>
        sql`SELECT k.id, k.value AS figure FROM (${keptValues(metric, reading, {
          condition: join(conditions, " AND "),
          order: descending ? "DESC" : "ASC",
        })}) k`,
      ...(hasRest ? { rest: { where: sql`(${own}) IS NULL`, figure: "0" } } : {}),
    },
  };
}
