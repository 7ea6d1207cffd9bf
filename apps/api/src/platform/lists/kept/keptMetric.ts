import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { ReadContext } from "../../readContext.js";

/**
 * Metrics of a record that are worked out together, since they depend on the same tables. Triggers of these tables put the
 * records whose metrics may have changed into `metric_changes`, in the transaction of the write; until `refreshMetrics` has
 * kept them anew, theirs are read from those tables.
 */
export interface MetricGroup {
  /** Its name in `metric_changes`. */
  name: string;
  /** Selects `metric`, `currency` and `value` of one record. */
  of: (owner: Sql, reading: ReadContext) => Sql;
  /** For those that depend on the day: selects as `id` the records of which a value may differ between two days. */
  changingBetween?: (from: Sql, to: Sql) => Sql;
}

/** What the values of a metric are: how a caller's range of them reads as conditions on `v.value`. */
export type MetricUnit =
  /** Amounts, of which there is one for each currency; others have the currency ''. */
  | "money"
  | "count"
  /** Numbers that are days or instants. */
  | { within: (from: string | null, to: string | null, reading: ReadContext) => readonly Sql[] };

/**
 * A number that a record has in other tables, such as what a customer owes. It is kept in `kept_metrics`, so that lists
 * are sorted and filtered by it without adding up.
 */
export interface KeptMetric {
  /** Its name in `kept_metrics`. */
  name: string;
  group: MetricGroup;
  unit: MetricUnit;
  /** Whether each record has one, be it 0; of others only what is above 0 is kept. */
  isComplete?: boolean;
}

interface SingleMetric extends Omit<KeptMetric, "group"> {
  /** Selects `currency` and `value` of one record. */
  of: MetricGroup["of"];
  changingBetween?: MetricGroup["changingBetween"];
}

/** A metric that is worked out by itself. */
export function singleMetric({ of, changingBetween, ...metric }: SingleMetric): KeptMetric {
  const { name } = metric;
  const group: MetricGroup = {
    name,
    of: (owner, reading) =>
      sql`SELECT ${name} AS metric, o.currency, o.value FROM (${of(owner, reading)}) o`,
  };
  return { ...metric, group: changingBetween ? { ...group, changingBetween } : group };
}

interface CountMetric extends Omit<SingleMetric, "of" | "unit"> {
  /** Selects the `id` of its record and an `amount` above 0 of each thing that is added up. */
  addends: (reading: ReadContext) => Sql;
}

/** A metric that counts or adds up numbers. */
export function countMetric({ addends, ...rest }: CountMetric): KeptMetric {
  return singleMetric({
    ...rest,
    unit: "count",
    of: (owner, reading) => sql`
      SELECT '' AS currency, sum(a.amount) AS value FROM (${addends(reading)}) a
      WHERE a.id = ${owner} GROUP BY a.id`,
  });
}

/** Selects `currency` and `value` of a metric of one record, worked out anew. */
export const workedOut = ({ name, group }: KeptMetric, owner: Sql, reading: ReadContext): Sql =>
  sql`SELECT g.currency, g.value::numeric AS value FROM (${group.of(owner, reading)}) g WHERE g.metric = ${name}`;

/** The day that metrics are kept for: a later or earlier one is read by what changes in between. */
const keptDay = sql`(SELECT d.day FROM metrics_day d)`;

/** Selects as `id` the records whose metrics the day has changed since they were kept; nothing on the day itself. */
function changedByDay({ changingBetween }: MetricGroup, { today }: ReadContext): Sql | null {
  if (!changingBetween) return null;
  const day = sql`${today}::date`;
  const changing = changingBetween(
    sql`least(${keptDay}, ${day})`,
    sql`greatest(${keptDay}, ${day})`,
  );
  return sql`SELECT d.id FROM (${changing}) d WHERE ${keptDay} <> ${day}`;
}

/**
 * That what is kept of a record is its metric still. OFFSET keeps the planner from looking for the changes of all records
 * at once, which takes an index's order away from those of a page.
 */
function isUnchanged({ group }: KeptMetric, owner: Sql, reading: ReadContext): Sql {
  const byDay = changedByDay(group, reading);
  const written = sql`NOT EXISTS (
    SELECT 1 FROM metric_changes c WHERE c.metric = ${group.name} AND c.record_id = ${owner} OFFSET 0)`;
  return byDay
    ? sql`${written} AND NOT EXISTS (SELECT 1 FROM (${byDay}) d WHERE d.id = ${owner} OFFSET 0)`
    : written;
}

/** Which metrics are read: those that `condition` holds for, and in which order; "DESC" for the largest first. */
interface Wanted {
  condition: Sql;
  order: "ASC" | "DESC";
}

/** Selects `id`, `currency` and `value` of all records that have one. */
export function keptValues(metric: KeptMetric, reading: ReadContext, wanted?: Wanted): Sql {
  const changed = changedByDay(metric.group, reading);
  const byDay = changed ? sql` UNION ${changed}` : empty;
  const condition = wanted?.condition ?? sql`true`;
  // Each part by itself, so that they are merged and not read to their end.
  const order = wanted ? sql`ORDER BY value ${raw(wanted.order)}, id ${raw(wanted.order)}` : empty;
  return sql`
    (SELECT v.record_id AS id, v.currency, v.value FROM kept_metrics v
    WHERE v.metric = ${metric.name} AND ${condition} AND ${isUnchanged(metric, sql`v.record_id`, reading)}
    ${order})
    UNION ALL
    (SELECT c.id, v.currency, v.value FROM (
      SELECT DISTINCT c.record_id AS id FROM metric_changes c WHERE c.metric = ${metric.group.name}${byDay}
    ) c CROSS JOIN LATERAL (${workedOut(metric, sql`c.id`, reading)}) v
    WHERE ${condition}
    ${order})`;
}

/** Selects as `id`, some of them twice, the records with a value that `condition` holds for. */
export function recordsWith(metric: KeptMetric, reading: ReadContext, condition: Sql): Sql {
  const { group } = metric;
  const isSo = (owner: Sql) =>
    sql`EXISTS (SELECT 1 FROM (${workedOut(metric, owner, reading)}) v WHERE ${condition} OFFSET 0)`;
  const byDay = changedByDay(group, reading);
  return sql`
    SELECT v.record_id AS id FROM kept_metrics v
    WHERE v.metric = ${metric.name} AND ${condition} AND ${isUnchanged(metric, sql`v.record_id`, reading)}
    UNION ALL
    SELECT c.record_id FROM metric_changes c WHERE c.metric = ${group.name} AND ${isSo(sql`c.record_id`)}
    ${byDay ? sql`UNION ALL SELECT b.id FROM (${byDay}) b WHERE ${isSo(sql`b.id`)}` : empty}`;
}

/** The value of a record's metric in a currency; null where it has none. */
export function metricValue(
  metric: KeptMetric,
  owner: Sql,
  currency: string,
  reading: ReadContext,
): Sql {
  return sql`CASE WHEN ${isUnchanged(metric, owner, reading)}
    THEN (SELECT m.value FROM kept_metrics m
      WHERE m.metric = ${metric.name} AND m.record_id = ${owner} AND m.currency = ${currency})
    ELSE (SELECT v.value FROM (${workedOut(metric, owner, reading)}) v WHERE v.currency = ${currency}) END`;
}
