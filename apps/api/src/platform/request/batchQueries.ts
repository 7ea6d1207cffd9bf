import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context, ViewerBatchLoader } from "../context.js";

const rowsOfQueries: ViewerBatchLoader<Sql, undefined, object[]> = async (queries, _, context) => {
  const columns = queries.map(
    (query, index) =>
      sql`(SELECT coalesce(json_agg(q), '[]') FROM (${query}) q) AS ${raw(`"${index}"`)}`,
  );
  const row = await context.db.row<Record<string, object[]>>(sql`SELECT ${join(columns)}`);
  return queries.map((_query, index) => row?.[index] ?? []);
};

/**
 * The rows of a query whose columns are of JSON's types alone. Queries that fall due in the same tick are one
 * statement, so that what each of many records asks in its own way takes no more statements than for one.
 */
export function batchQueries<Row extends object>(context: Context, query: Sql): Promise<Row[]> {
  return context.loadForViewer(rowsOfQueries, query) as Promise<Row[]>;
}
