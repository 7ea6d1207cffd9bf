import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { ReadContext } from "../../readContext.js";
import type { SortKey } from "../sortKey.js";

/**
 * A number that a record has in other tables, such as what a customer owes. It is kept in `kept_metrics`, so that lists
 * are sorted and filtered by it without adding up. Triggers of the tables that it depends on put the records whose
 * number may have changed into `metric_changes`, in the transaction of the write; theirs is read from those tables until
 * `refreshMetrics` has kept it anew.
 */
export interface KeptMetric {
  /** Its name in both tables. */
  name: string;
  /** Whether it is an amount of money, of which there is one for each currency; others have the currency ''. */
  isMoney?: boolean;
  /** Whether each record has one, be it 0; of others only what is above 0 is kept. */
  isComplete?: boolean;
  /** Selects `currency` and `value` of one record. */
  of: (owner: Sql, reading: ReadContext) => Sql;
  /** For those that depend on the day: selects as `id` the records whose value may differ between two days. */
  changingBetween?: (from: Sql, to: Sql) => Sql;
}

/** What a metric adds up: selects the `id` of its record and an `amount` above 0 of each thing, of money its `currency`. */
type Addends = (reading: ReadContext) => Sql;

/** A metric that is a sum. */
export function sumMetric({
  addends,
  ...rest
}: Omit<KeptMetric, "of"> & { addends: Addends }): KeptMetric {
  const currency = rest.isMoney ? sql`a.currency` : sql`''`;
  return {
    ...rest,
    of: (owner, reading) => sql`
      SELECT ${currency} AS currency, sum(a.amount) AS value FROM (${addends(reading)}) a
      WHERE a.id = ${owner} GROUP BY ${rest.isMoney ? sql`a.currency` : sql`a.id`}`,
  };
}

/** The day that metrics are kept for: a later or earlier one is read by what changes in between. */
const keptDay = sql`(SELECT d.day FROM metrics_day d)`;

/** Selects as `id` the records whose number the day has changed since it was kept; nothing on the day itself. */
function changedByDay({ changingBetween }: KeptMetric, { today }: ReadContext): Sql | null {
  if (!changingBetween) return null;
  const day = sql`${today}::date`;
  const changing = changingBetween(
    sql`least(${keptDay}, ${day})`,
    sql`greatest(${keptDay}, ${day})`,
  );
  return sql`SELECT d.id FROM (${changing}) d WHERE ${keptDay} <> ${day}`;
}

/**
 * That what is kept of a record is its number still. OFFSET keeps the planner from looking for the changes of all records
 * at once, which takes an index's order away from those of a page.
 */
function isUnchanged(metric: KeptMetric, owner: Sql, reading: ReadContext): Sql {
  const byDay = changedByDay(metric, reading);
  const written = sql`NOT EXISTS (
    SELECT 1 FROM metric_changes c WHERE c.metric = ${metric.name} AND c.record_id = ${owner} OFFSET 0)`;
  return byDay
    ? sql`${written} AND NOT EXISTS (SELECT 1 FROM (${byDay}) d WHERE d.id = ${owner} OFFSET 0)`
    : written;
}

const currencyOf = ({ isMoney }: KeptMetric, { organisation }: ReadContext): string =>
  isMoney ? organisation.currency : "";

/** Which metrics are read: those that `condition` holds for, and in which order; "DESC" for the largest first. */
interface Wanted {
  condition: Sql;
  order: "ASC" | "DESC";
}

/** Selects `id`, `currency` and `value` of all records that have one. */
export function keptValues(metric: KeptMetric, reading: ReadContext, wanted?: Wanted): Sql {
  const changed = changedByDay(metric, reading);
  const byDay = changed ? sql` UNION ${changed}` : empty;
  const condition = wanted?.condition ?? sql`true`;
  // Each part by itself, so that they are merged and not read to their end.
  const order = wanted ? sql`ORDER BY value ${raw(wanted.order)}, id ${raw(wanted.order)}` : empty;
  return sql`
    (SELECT v.record_id AS id, v.currency, v.value FROM kept_metrics v
    WHERE v.metric = ${metric.name} AND ${condition} AND ${isUnchanged(metric, sql`v.record_id`, reading)}
    ${order})
    UNION ALL
    (SELECT c.id, v.currency, v.value::numeric AS value FROM (
      SELECT DISTINCT c.record_id AS id FROM metric_changes c WHERE c.metric = ${metric.name}${byDay}
    ) c CROSS JOIN LATERAL (${metric.of(sql`c.id`, reading)}) v
    WHERE ${condition}
    ${order})`;
}

/** Sorts records `r` by a metric, those that have none as 0. */
export function sortKeyOfMetric(metric: KeptMetric, reading: ReadContext): SortKey {
  const currency = currencyOf(metric, reading);
  const own = sql`SELECT v.value FROM (${metric.of(sql`r.id`, reading)}) v WHERE v.currency = ${currency}`;
  const hasNone = sql`CASE WHEN ${isUnchanged(metric, sql`r.id`, reading)} THEN NOT EXISTS (
      SELECT 1 FROM kept_metrics m
      WHERE m.metric = ${metric.name} AND m.record_id = r.id AND m.currency = ${currency} OFFSET 0)
    ELSE NOT EXISTS (${own}) END`;
  return {
    sql: sql`coalesce((${own}), 0)`,
    type: "numeric",
    figures: {
      rows: (descending) =>
        sql`SELECT k.id, k.value AS figure FROM (${keptValues(metric, reading, {
          condition: sql`v.currency = ${currency}`,
          order: descending ? "DESC" : "ASC",
        })}) k`,
      ...(metric.isComplete ? {} : { rest: { where: hasNone, figure: "0" } }),
    },
  };
}
