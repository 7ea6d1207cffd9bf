import sql, { raw, type Sql } from "sql-template-tag";

// PostgreSQL keeps a generic plan only where it is no more expensive than one made for the actual values, and
// it assumes ten elements for an array parameter: a single key is a parameter by itself.

/** The keys of a batch as the table `k (id)`. */
export function keyTable(ids: readonly string[]): Sql {
  return ids.length === 1
    ? sql`(SELECT ${ids[0]}::uuid) AS k (id)`
    : sql`unnest(${ids}::uuid[]) AS k (id)`;
}

/** Holds where a column is one of some values of its type. */
export function isOneOf(column: Sql, type: "uuid" | "text", values: readonly string[]): Sql {
  return values.length === 1
    ? sql`${column} = ${values[0]}::${raw(type)}`
    : sql`${column} = ANY(${values}::${raw(type)}[])`;
}

/** Holds where a column is one of the keys of a batch. */
export function isOneOfKeys(column: Sql, ids: readonly string[]): Sql {
  return isOneOf(column, "uuid", ids);
}
