import sql, { join, type Sql } from "sql-template-tag";
import type { ReadContext } from "../../readContext.js";
import type { MetricCondition } from "../sortKey.js";
import { type KeptMetric, metricValue, recordsWith } from "./keptMetric.js";

/** The values of a metric that a list is filtered by. */
export interface MetricRange {
  currency: string;
  /** Hold for the values `v.value` within it. */
  conditions: readonly Sql[];
  /** Whether 0 is within it, which records without a value count as. */
  includesNone: boolean;
}

/** A metric in one currency, by which an order and a filter are compared. */
export const metricKey = ({ name }: KeptMetric, currency: string): string => `${name} ${currency}`;

/** That the metric of records `r` is within a range; null where all are. */
export function inRange(
  metric: KeptMetric,
  { currency, conditions, includesNone }: MetricRange,
  reading: ReadContext,
): MetricCondition | null {
  if (conditions.length === 0) return null;
  const isWithin = join(conditions, " AND ");
  const own = metricValue(metric, sql`r.id`, currency, reading);
  const found = sql`v.currency = ${currency} AND ${includesNone ? sql`NOT (${isWithin})` : isWithin}`;
  const ids = recordsWith(metric, reading, found);
  const kept = sql`SELECT v.record_id AS id FROM kept_metrics v WHERE v.metric = ${metric.name} AND ${found}`;
  // Records without a value are kept nowhere: they are those that are not found outside of the range.
  const isFound = (some: Sql): Sql =>
    includesNone
      ? sql`NOT EXISTS (SELECT 1 FROM (${some}) x WHERE x.id = r.id)`
      : sql`r.id IN (${some})`;
  return {
    key: metricKey(metric, currency),
    // OFFSET lets them be read once, instead of again for each row where the planner expects few.
    whole: isFound(sql`SELECT i.id FROM (${ids}) i OFFSET 0`),
    each: sql`(SELECT ${isWithin} FROM (SELECT ${includesNone ? sql`coalesce(${own}, 0)` : own} AS value OFFSET 0) v)`,
    ids: includesNone ? null : ids,
    expected: isFound(kept),
  };
}
