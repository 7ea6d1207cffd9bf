import sql, { raw, type Sql } from "sql-template-tag";

/** An expression that a list can be sorted by, and the type its values have. */
export interface SortKey {
  sql: Sql;
  type: "text" | "timestamptz" | "date" | "numeric" | "integer" | "uuid";
  /** Where it is worked out from other tables: how pages are found without doing so for every row. */
  figures?: Metrics;
}

/** Metrics that rows `r` of a list have in other tables. */
export interface Metrics {
  /** Selects `id` and `figure` of all rows, in their order. */
  rows: (descending: boolean) => Sql;
  /** Rows that `rows` leaves out: what holds for them, and their figure, which is below all others. */
  rest?: { where: Sql; figure: string };
}

/** A place in a list that rows must be beyond. */
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
