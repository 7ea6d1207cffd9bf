import sql, { type Sql } from "sql-template-tag";
import type { Db } from "../database/db.js";

/** A kind of record that has bytes in the storage, one object for each of its rows. */
export interface StoredKind {
  /** The folder of the storage with their objects. */
  folder: string;
  keyOf(id: string): string;
  idOf(key: string): string;
  /** Selects `id` of all rows that certainly have their bytes. */
  stored: Sql;
  /** Selects `id` of all rows that have bytes, or may get them. */
  expected: Sql;
}

/** The objects of a kind that have a record, or may get one. */
export async function knownAmong(
  db: Db,
  { idOf, expected }: StoredKind,
  keys: readonly string[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  // Ids as texts: names in a storage need not be ids.
  const rows = await db.rows<{ id: string }>(sql`
    SELECT r.id::text AS id FROM (${expected}) r WHERE r.id::text = ANY(${keys.map(idOf)}::text[])`);
  const known = new Set(rows.map(({ id }) => id));
  return new Set(keys.filter((key) => known.has(idOf(key))));
}
