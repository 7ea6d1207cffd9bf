import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../context.js";
import type { BatchLoader, ReadContext } from "../readContext.js";
import { keyTable } from "./keys.js";

/** Which kind of record a metric is about: metrics of one kind are read by one statement. */
export interface MetricArgs {
  owner: string;
}

/** A loader of all metrics of a registry; its keys are the name of a metric and the id of a record. */
export type MetricLoader = BatchLoader<string, MetricArgs, unknown>;

/**
 * Counts and sums about a record, such as the open tasks of a customer. A feature lists its metrics, and all that a
 * request selects of one kind of record are read by one statement.
 */
export class Metric<Row extends object = object> {
  private readonly args: MetricArgs;

  /**
   * @param name unique among all features
   * @param owner the GraphQL type of the record that it is about
   * @param select selects one row about the record `k.id`, of JSON types only
   */
  constructor(
    readonly name: string,
    owner: string,
    readonly select: (context: ReadContext) => Sql,
  ) {
    this.args = { owner };
  }

  /** The row of the record with this id. */
  load(context: Context, ownerId: string): Promise<Row> {
    const { metricLoader } = context.app.registry;
    return context.load(metricLoader, `${this.name} ${ownerId}`, this.args) as Promise<Row>;
  }
}

/** The loader of these metrics. Throws where two of them have the same name. */
export function composeMetrics(metrics: readonly Metric[]): MetricLoader {
  const byName = new Map(metrics.map((metric) => [metric.name, metric]));
  if (byName.size < metrics.length) throw new Error("two metrics have the same name");
  return async (keys, _, context) => {
    const requested = keys.map((key) => key.split(" ")) as [name: string, ownerId: string][];
    const names = [...new Set(requested.map(([name]) => name))].sort();
    const ids = [...new Set(requested.map(([, ownerId]) => ownerId))];
    const columns = names.map((name, index) => raw(`to_jsonb(m${index}) AS "${name}"`));
    const joins = names.map((name, index) => {
      const metric = byName.get(name);
      if (!metric) throw new Error(`no feature lists the metric ${name}`);
      return sql`LEFT JOIN LATERAL (${metric.select(context)}) m${raw(String(index))} ON true`;
    });
    const rows = await context.db.rows<Record<string, unknown> & { id: string }>(sql`
      SELECT k.id, ${join(columns)} FROM ${keyTable(ids)} ${join(joins, " ")}`);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return requested.map(([name, ownerId]) => byId.get(ownerId)?.[name]);
  };
}
