import sql, { join, type Sql } from "sql-template-tag";
import type { ReadContext } from "../../readContext.js";
import { type KeptMetric, recordsWith } from "./keptMetric.js";

/** The values of a metric that a list is filtered by. */
export interface MetricRange {
  currency: string;
  /** Hold for the values `v.value` within it. */
  conditions: readonly Sql[];
  /** Whether 0 is within it, which records without a value count as. */
  includesNone: boolean;
}

/** That the metric of a record `r` is within a range; null where all are. */
export function isInRange(
  metric: KeptMetric,
  { currency, conditions, includesNone }: MetricRange,
  reading: ReadContext,
): Sql | null {
  if (conditions.length === 0) return null;
  const isWithin = join(conditions, " AND ");
  const ofCurrency = sql`v.currency = ${currency}`;
  if (!includesNone)
    return sql`r.id IN (${recordsWith(metric, reading, sql`${ofCurrency} AND ${isWithin}`)})`;
  // Records without a value are kept nowhere: they are those that are not found outside of the range.
  return sql`NOT EXISTS (
    SELECT 1 FROM (${recordsWith(metric, reading, sql`${ofCurrency} AND NOT (${isWithin})`)}) x WHERE x.id = r.id)`;
}
