import sql, { raw, type Sql } from "sql-template-tag";
import type { App } from "../../app.js";
import type { ReadContext } from "../../readContext.js";
import { systemContext } from "../../request/systemContext.js";
import { type KeptMetric, keptValues, workedOut } from "./keptMetric.js";

/** A metric of a record that is read as another number than adding up gives; null where it has none. */
export interface MetricFault {
  metric: string;
  recordId: string;
  currency: string;
  kept: string | null;
  is: string | null;
}

// In one statement, which sees one moment, whatever is written and refreshed meanwhile.
const faultsOf = (metric: KeptMetric, table: string, reading: ReadContext): Sql => sql`
  SELECT ${metric.name} AS metric, coalesce(k.id, n.id) AS "recordId", coalesce(k.currency, n.currency) AS currency,
    k.value::text AS kept, n.value::text AS is
  FROM (${keptValues(metric, reading)}) k
  FULL JOIN (
    SELECT o.id, v.currency, v.value FROM ${raw(`"${table}"`)} o CROSS JOIN LATERAL (${workedOut(metric, sql`o.id`, reading)}) v
  ) n ON n.id = k.id AND n.currency = k.currency
  WHERE k.value IS DISTINCT FROM n.value`;

/**
 * Adds up all metrics of a table's records again and compares them with what lists read. Takes seconds for a million
 * records and reads whole tables.
 */
export async function metricFaults(app: App, table = "customers"): Promise<MetricFault[]> {
  const reading = systemContext(app);
  const faults: MetricFault[] = [];
  for (const metric of app.registry.keptMetrics.values())
    faults.push(...(await reading.db.rows<MetricFault>(faultsOf(metric, table, reading))));
  return faults;
}
