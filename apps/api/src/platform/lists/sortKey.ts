import sql, { raw, type Sql } from "sql-template-tag";

/** An expression that a list can be sorted by, and the type of its values. */
export interface SortKey {
  sql: Sql;
  type: "text" | "timestamptz" | "timestamp" | "date" | "numeric" | "integer" | "uuid";
  /** Set where it is computed from other tables: how pages are found without computing it for every row. */
  figures?: Metrics;
}

/** Metrics of the rows `r` of a list in other tables. */
export interface Metrics {
  /** Selects `id` and `figure` of all rows, in their order. */
  rows: (descending: boolean) => Sql;
  /** The condition that `rows` holds for already, by its key. */
  within?: string | undefined;
  /** Rows that `rows` leaves out: what holds for them, and their figure, which is below all others. */
  rest?: { where: Sql; figure: string };
}

/** A position in a list that rows must be beyond. */
export interface Bound {
  /** On which side of it they are. */
  greater: boolean;
  value: string;
  id: string;
}

/** Matches rows after or before a position, whose key and id the expressions return. */
export function isBeyond(key: Sql, id: Sql, type: SortKey["type"], bound: Bound): Sql {
  const cast = raw(`${type}${type === "text" ? ' COLLATE "C"' : ""}`);
  return sql`(${key}, ${id}) ${raw(bound.greater ? ">" : "<")} (${bound.value}::${cast}, ${bound.id}::uuid)`;
}

/** A condition on a metric of the rows `r` of a list, in the forms that differ in what they cost. */
export interface MetricCondition {
  /** The same for conditions on the same metric. */
  key: string;
  /** For all rows at once, whichever way the planner takes. */
  whole: Sql;
  /** For one row after the other: where most rows hold it, a page is full after a few. */
  each: Sql;
  /** Selects as `id` the rows that hold it, some of them twice; null where rows without a metric do. */
  ids: Sql | null;
  /** What the planner estimates well, which leaves out what was written in the last second. */
  expected: Sql;
}
