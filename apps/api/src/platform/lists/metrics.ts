import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../context.js";
import type { BatchLoader, ReadContext } from "../readContext.js";
import { keyTable } from "./keys.js";

type Select = (reading: ReadContext) => Sql;

const selects = new Map<string, Select>();

// All figures that fall due in the same tick are one statement, whichever nouns they belong to.
const figuresByOwner: BatchLoader<string, { of: string }, unknown> = async (keys, _, reading) => {
  const wanted = keys.map((key) => key.split(" ")) as [name: string, ownerId: string][];
  const names = [...new Set(wanted.map(([name]) => name))].sort();
  const ids = [...new Set(wanted.map(([, ownerId]) => ownerId))];
  const parts = names.flatMap((name, index) => {
    const select = selects.get(name);
    return select
      ? [sql`LEFT JOIN LATERAL (${select(reading)}) f${raw(String(index))} ON true`]
      : [];
  });
  const columns = names.map((name, index) => raw(`to_jsonb(f${index}) AS "${name}"`));
  const rows = await reading.db.rows<Record<string, unknown> & { id: string }>(sql`
    SELECT k.id, ${join(columns)} FROM ${keyTable(ids)} ${join(parts, " ")}`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.map(([name, ownerId]) => byId.get(ownerId)?.[name]);
};

/**
 * Declares figures about an owner: `select` answers one row, JSON types alone, about the owner
 * `k.id`. What it gives reads them; all figures that a request asks for are one statement for each
 * kind of owner. `of` names that kind where it is not the customer.
 */
export function metricsOf<Row extends object>(
  name: string,
  select: Select,
  of = "customer",
): (context: Context, ownerId: string) => Promise<Row> {
  selects.set(name, select);
  const args = { of };
  return (context, ownerId) =>
    context.load(figuresByOwner, `${name} ${ownerId}`, args) as Promise<Row>;
}
