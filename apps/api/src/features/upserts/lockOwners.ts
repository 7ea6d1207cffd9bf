import sql, { join, raw } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { selectList, tableOf } from "../../platform/database/columns.js";
import { Customer } from "../customers/customer.entity.js";
import { customersOfKeys, type PlacedKey } from "../customers/identity/customerKeySql.js";

/** The customers of a call, kept from being deleted until the transaction ends. */
export interface LockedOwners {
  /** By the place of the item that names them. */
  byPlace: ReadonlyMap<number, Customer>;
  byId: ReadonlyMap<string, Customer>;
}

/** What names customers: keys of items, and records that exist. */
interface Named {
  keys: readonly PlacedKey[];
  table: new () => object;
  recordIds: readonly string[];
  /** Whether writers of the same customers take turns. */
  takeTurns: boolean;
}

const TRIES = 2;

/** Finds and locks the customers that items name, and those of records; such as the caller does not see are left out. */
export async function lockOwners(context: Context, named: Named): Promise<LockedOwners> {
  for (let tries = 1; ; tries += 1) {
    const found = await namedCustomers(context, named);
    const ids = [...new Set(found.map(({ id }) => id))];
    const byId = new Map((await lock(context, ids, named)).map((one) => [one.id, one]));
    // A customer that was merged meanwhile is found again as its survivor.
    if (tries === TRIES || ids.every((id) => byId.has(id))) {
      const byPlace = found.flatMap(({ place, id }): [number, Customer][] => {
        const customer = byId.get(id);
        return customer && place !== null ? [[place, customer]] : [];
      });
      return { byPlace: new Map(byPlace), byId };
    }
  }
}

async function namedCustomers(
  { db }: Context,
  { keys, table, recordIds }: Named,
): Promise<{ place: number | null; id: string }[]> {
  const ofRecords =
    recordIds.length > 0
      ? [
          sql`
            SELECT NULL::int AS place, r.customer_id AS id FROM ${raw(`"${tableOf(table)}"`)} r
            WHERE r.id = ANY(${recordIds}::uuid[])`,
        ]
      : [];
  const selects = [...customersOfKeys(keys), ...ofRecords];
  if (selects.length === 0) return [];
  return db.rows(sql`SELECT f.place, f.id FROM (${join(selects, " UNION ALL ")}) f`);
}

async function lock(
  { db }: Context,
  ids: readonly string[],
  { takeTurns }: Named,
): Promise<Customer[]> {
  if (ids.length === 0) return [];
  const strength = raw(takeTurns ? "FOR NO KEY UPDATE OF r" : "FOR KEY SHARE OF r");
  return db.rowsOf(
    Customer,
    sql`
      SELECT ${selectList(Customer, "r")} FROM customers r
      WHERE r.id = ANY(${ids}::uuid[]) AND r.deleted_at IS NULL ORDER BY r.id ${strength}`,
  );
}
