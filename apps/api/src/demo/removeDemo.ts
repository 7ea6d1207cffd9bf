import sql, { join, raw } from "sql-template-tag";
import { keyOfFile } from "../features/files/fileBytes.js";
import type { Context } from "../platform/context.js";
import { tableOf } from "../platform/database/columns.js";
import { askRemoval } from "../platform/installation/removals.js";
import { remember } from "../platform/records/history.js";
import { demoCustomers, isNeededUser } from "./demoRecords.js";

/** What is there of a demo. */
export interface DemoThere {
  customers: number;
  /** Of those, which people changed and hung nothing on. */
  changed: number;
  /** Of those, on which people hung records of their own. */
  withOwnRecords: number;
}

/** What became of a demo. */
export interface DemoRemoved {
  customers: number;
  people: number;
  /** Customers that stay, with all that they have; they are no demo any more. */
  kept: number;
}

/** What is there of a demo; null where there is none. */
export async function demoThere({
  app,
  db,
}: Pick<Context, "app" | "db">): Promise<DemoThere | null> {
  const row = await db.row<DemoThere>(sql`
    SELECT count(*)::int AS customers, count(*) FILTER (WHERE changed AND NOT "hasOwn")::int AS changed,
      count(*) FILTER (WHERE "hasOwn")::int AS "withOwnRecords"
    FROM (${demoCustomers(app.registry)}) c`);
  return row && row.customers > 0 ? row : null;
}

/**
 * Takes away what a demo brought: customers with all that belongs to them, their part of the history, and people. A
 * customer on which somebody hung own records stays whole, as does one that somebody changed unless those go as well.
 * What stays is no demo any more. As many statements however much there is.
 */
export async function removeDemo(
  context: Context,
  { includeChanged }: { includeChanged: boolean },
): Promise<DemoRemoved> {
  const { app, db } = context;
  const { registry } = app;
  await db.execute(sql`LOCK TABLE customers, demo_records IN SHARE ROW EXCLUSIVE MODE`);
  const there = await demoThere(context);
  const doomed = await db.rows<{ id: string }>(sql`
    SELECT c.id FROM (${demoCustomers(registry)}) c WHERE NOT c."hasOwn" AND (NOT c.changed OR ${includeChanged}::boolean)`);
  const ids = doomed.map(({ id }) => id);
  await db.execute(sql`SELECT remove_demo_ledger(${ids}::uuid[])`);
  // Those that others of them point at come first in the list, and go last.
  for (const { type } of [...registry.ownedRecords].reverse()) {
    await db.execute(
      sql`DELETE FROM ${raw(`"${tableOf(type)}"`)} t WHERE t.customer_id = ANY(${ids}::uuid[])`,
    );
  }
  await db.execute(sql`
    DELETE FROM webhook_deliveries d USING activity a
    WHERE a.id = d.activity_id AND a.customer_id = ANY(${ids}::uuid[])`);
  await db.execute(sql`SELECT remove_demo_history(${ids}::uuid[])`);
  await db.execute(sql`DELETE FROM customers c WHERE c.id = ANY(${ids}::uuid[])`);
  const people = await db.rows<{ id: string }>(sql`
    DELETE FROM users u USING demo_records d WHERE d.id = u.id AND NOT (${isNeededUser(registry)}) RETURNING u.id`);
  const files = await db.rows<{ id: string }>(sql`
    SELECT d.id FROM demo_records d
    WHERE d.table_name = 'files' AND NOT EXISTS (SELECT 1 FROM files f WHERE f.id = d.id)`);
  await askRemoval(
    db,
    files.map(({ id }) => keyOfFile(id)),
    { reason: "the demo data was removed", forGood: false },
  );
  await db.execute(sql`DELETE FROM demo_records`);
  const removed = {
    customers: ids.length,
    people: people.length,
    kept: (there?.customers ?? 0) - ids.length,
  };
  if (there) await tellRemoval(context, removed);
  await db.execute(
    sql`ANALYZE ${join(registry.ownedRecords.map(({ type }) => raw(`"${tableOf(type)}"`)))}`,
  );
  context.refresh();
  return removed;
}

async function tellRemoval(context: Context, { customers, kept }: DemoRemoved): Promise<void> {
  const settings = await context.db.row<{ id: string }>(sql`SELECT id FROM organisation_settings`);
  if (!settings) throw new Error("the row of the organisation's settings is gone");
  await remember(context, [
    {
      parentId: null,
      recordType: "OrganisationSettings",
      recordId: settings.id,
      action: "updated",
      changes: [{ field: "demoCustomers", old: customers + kept, new: 0 }],
    },
  ]);
}
