import sql, { raw } from "sql-template-tag";
import type { Db } from "../database/db.js";
import type { Storage } from "../files/storage.js";
import type { StoredKind } from "./storedKind.js";

/** The number of records of each kind to look for: the oldest and the newest. */
const LOOKED_FOR = 100;
const AT_ONCE = 10;

/** The comparison of a database and a storage without marks. */
export interface Inventory {
  /** The number of records whose bytes were looked for. */
  known: number;
  missing: number;
  /** Whether the storage has any object that would have a record. */
  holdsAny: boolean;
}

/** Checks whether the storage has the objects of some of the database's records. */
export async function takeInventory(
  db: Db,
  storage: Storage,
  kinds: readonly StoredKind[],
): Promise<Inventory> {
  const inventory: Inventory = { known: 0, missing: 0, holdsAny: false };
  for (const kind of kinds) {
    const keys = await someKeys(db, kind);
    inventory.known += keys.length;
    for (let start = 0; start < keys.length; start += AT_ONCE) {
      const found = await Promise.all(
        keys.slice(start, start + AT_ONCE).map((key) => storage.has(key)),
      );
      inventory.missing += found.filter((is) => !is).length;
    }
    inventory.holdsAny ||= await holdsAny(storage, kind.folder);
  }
  return inventory;
}

async function someKeys(db: Db, { stored, keyOf }: StoredKind): Promise<string[]> {
  const rows = (order: "ASC" | "DESC") => sql`
    (SELECT r.id FROM (${stored}) r ORDER BY r.id ${raw(order)} LIMIT ${LOOKED_FOR / 2})`;
  const found = await db.rows<{ id: string }>(sql`${rows("ASC")} UNION ${rows("DESC")}`);
  return found.map(({ id }) => keyOf(id));
}

async function holdsAny(storage: Storage, folder: string): Promise<boolean> {
  for await (const _ of storage.list(folder)) return true;
  return false;
}
