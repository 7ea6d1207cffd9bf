import sql, { join, raw, type Sql } from "sql-template-tag";
import { getMetadataArgsStorage } from "typeorm";
import { User } from "../features/accounts/user.entity.js";
import { columnsOf, tableOf } from "../platform/database/columns.js";
import type { Db } from "../platform/database/db.js";
import type { Registry } from "../platform/registry.js";

/** Writes down which records of a table a demo brought. */
export async function markDemo(db: Db, table: string, ids: readonly string[]): Promise<void> {
  await db.execute(sql`
    INSERT INTO demo_records (id, table_name) SELECT id, ${table}::text FROM unnest(${ids}::uuid[]) AS i (id)`);
}

// What somebody does with a demo without working on it.
const NO_WORK = ["deleted", "restored", "archived", "exported"];

/** Holds for entries `a` of the history that no demo brought. */
const ofPeople = sql`a.transaction_id <> ALL ((SELECT demo_transactions())::bigint[])`;

// Records of people's own that hang on the customer `c`: of any kind, those in the trash among them.
function hasOwnRecords({ ownedRecords }: Registry): Sql {
  const own = ownedRecords.map(
    ({ type }) => sql`
      EXISTS (SELECT 1 FROM ${raw(`"${tableOf(type)}"`)} t WHERE t.customer_id = c.id
        AND NOT EXISTS (SELECT 1 FROM demo_records o WHERE o.id = t.id))`,
  );
  return join(
    [
      ...own,
      sql`EXISTS (SELECT 1 FROM customer_merges m WHERE m.survivor_id = c.id)`,
      sql`EXISTS (SELECT 1 FROM merged_customers m WHERE m.id = c.id OR m.survivor_id = c.id)`,
    ],
    " OR ",
  );
}

/** The customers of the demo that are there: `id`, and whether people hung own records on them, or changed them. */
export const demoCustomers = (registry: Registry): Sql => sql`
  SELECT c.id, (${hasOwnRecords(registry)}) AS "hasOwn",
    EXISTS (SELECT 1 FROM activity a WHERE a.customer_id = c.id AND a.action <> ALL(${NO_WORK}::text[]) AND ${ofPeople}) AS changed
  FROM customers c JOIN demo_records d ON d.id = c.id`;

/** Holds for users `u` at whom some record points still, or of whom people made something. */
export function isNeededUser({ entities }: Registry): Sql {
  const pointers = getMetadataArgsStorage().foreignKeys.flatMap(
    ({ target, propertyName, type }) => {
      const points = typeof type === "function" && (type as () => unknown)() === User;
      const entity = entities.find((one) => one === target);
      if (!points || !propertyName || !entity) return [];
      const column = columnsOf(entity).find(({ property }) => property === propertyName)?.column;
      return column
        ? [
            sql`EXISTS (SELECT 1 FROM ${raw(`"${tableOf(entity)}"`)} t WHERE t.${raw(`"${column}"`)} = u.id)`,
          ]
        : [];
    },
  );
  return join(
    [
      ...pointers,
      sql`EXISTS (SELECT 1 FROM activity a WHERE (a.record_id = u.id OR a.actor_id = u.id) AND ${ofPeople})`,
    ],
    " OR ",
  );
}
