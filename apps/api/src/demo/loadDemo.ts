import { Readable } from "node:stream";
import { todayIn } from "@clientela/shared/values/dates";
import sql, { join, raw } from "sql-template-tag";
import { NUMBER_SERIES } from "../features/documents/number.service.js";
import { keyOfFile } from "../features/files/fileBytes.js";
import type { App } from "../platform/app.js";
import { snakeNames } from "../platform/database/columns.js";
import type { Db } from "../platform/database/db.js";
import { DomainError } from "../platform/errors.js";
import { keepStored } from "../platform/installation/removals.js";
import { type DemoData, demoData, type FirstNumbers } from "./demoData.js";
import { markDemo } from "./demoRecords.js";
import { demoUsers } from "./people.js";
import type { Row } from "./story.js";

// What others point at comes first.
const TABLES = [
  "customers",
  "external_ids",
  "addresses",
  "contacts",
  "projects",
  "time_entries",
  "tasks",
  "deals",
  "quotes",
  "quote_lines",
  "orders",
  "order_lines",
  "invoices",
  "invoice_lines",
  "credit_notes",
  "credit_note_lines",
  "payments",
  "ledger_entries",
  "files",
  "notes",
  "conversations",
  "promises_to_pay",
  "activity",
] as const;
// They go with what they are part of; the history is marked by the transaction.
const UNMARKED: ReadonlySet<string> = new Set([
  "external_ids",
  "quote_lines",
  "order_lines",
  "invoice_lines",
  "credit_note_lines",
  "ledger_entries",
  "activity",
]);
const ROWS_AT_ONCE = 4_000;
const WRITES_AT_ONCE = 8;

/** The demo is for an empty database: there are customers already. */
export class NotEmpty extends DomainError {
  readonly code = "NOT_EMPTY";
  constructor(customers: number) {
    super({ customers });
  }
}

/** How many records of each kind the demo made. */
export type DemoCounts = Readonly<Record<string, number>>;

function countsOf({ rows }: DemoData): DemoCounts {
  const count = (table: string) => rows.get(table)?.length ?? 0;
  return {
    customers: count("customers"),
    contacts: count("contacts"),
    addresses: count("addresses"),
    projects: count("projects"),
    timeEntries: count("time_entries"),
    tasks: count("tasks"),
    deals: count("deals"),
    quotes: count("quotes"),
    orders: count("orders"),
    invoices: count("invoices"),
    payments: count("payments"),
    creditNotes: count("credit_notes"),
    files: count("files"),
    notes: count("notes"),
    conversations: count("conversations"),
    promises: count("promises_to_pay"),
    activity: count("activity"),
  };
}

async function insertRows(db: Db, table: string, rows: readonly Row[]): Promise<void> {
  const properties = Object.keys(rows[0] ?? {});
  const columns = properties.map((property) => snakeNames.columnName(property, undefined));
  const list = raw(columns.map((column) => `"${column}"`).join(", "));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const chunk = rows
      .slice(start, start + ROWS_AT_ONCE)
      .map((row) =>
        Object.fromEntries(properties.map((property, at) => [columns[at], row[property]])),
      );
    await db.execute(sql`
      INSERT INTO ${raw(`"${table}"`)} (${list})
      SELECT ${list} FROM jsonb_populate_recordset(NULL::${raw(`"${table}"`)}, ${JSON.stringify(chunk)}::jsonb)`);
  }
}

// Nobody else makes customers or takes numbers while the demo is loaded.
async function firstNumbers(db: Db): Promise<FirstNumbers> {
  await db.execute(
    sql`LOCK TABLE customers, document_counters, demo_records IN SHARE ROW EXCLUSIVE MODE`,
  );
  const there = await db.row<{ count: number }>(sql`SELECT count(*)::int AS count FROM customers`);
  if (there && there.count > 0) throw new NotEmpty(there.count);
  const rows = await db.rows<{ kind: string; value: number }>(sql`
    SELECT kind, value::int AS value FROM document_counters
    UNION ALL SELECT 'customer', (nextval('customer_number_seq') - 1)::int`);
  const taken = new Map(rows.map(({ kind, value }) => [kind, value]));
  const first = (kind: string) => (taken.get(kind) ?? 0) + 1;
  return {
    customer: first("customer"),
    quote: first("quote"),
    order: first("order"),
    invoice: first("invoice"),
    purchase: first("purchase"),
    creditNote: first("creditNote"),
  };
}

async function takeNumbers(db: Db, { rows }: DemoData, first: FirstNumbers): Promise<void> {
  const customers = rows.get("customers")?.length ?? 0;
  await db.execute(sql`SELECT setval('customer_number_seq', ${first.customer + customers - 1})`);
  const numbered = ["quotes", "orders", "invoices", "credit_notes"].flatMap(
    (table) => rows.get(table) ?? [],
  );
  const counters = Object.entries(NUMBER_SERIES).map(([kind, prefix]) => {
    const count = numbered.filter((row) => String(row.number).startsWith(prefix)).length;
    return sql`(${kind}, ${count}::bigint)`;
  });
  await db.execute(sql`
    INSERT INTO document_counters AS c (kind, value) VALUES ${join(counters)}
    ON CONFLICT (kind) DO UPDATE SET value = c.value + excluded.value`);
}

async function storeFiles(app: App, { files }: DemoData): Promise<void> {
  // A demo that was removed before had the same files, whose bytes may still wait to go.
  await keepStored(
    app.database.db(),
    files.map(({ id }) => keyOfFile(id)),
  );
  for (let start = 0; start < files.length; start += WRITES_AT_ONCE) {
    await Promise.all(
      files.slice(start, start + WRITES_AT_ONCE).map(async ({ id, bytes }) => {
        // A load that failed halfway may have left them there.
        await app.storage.remove(keyOfFile(id));
        await app.storage.write(keyOfFile(id), Readable.from([bytes]));
      }),
    );
  }
}

/**
 * Fills an empty database with customers and all that belongs to them, in one transaction. Throws
 * NotEmpty where there are customers, even deleted ones. Returns how many records of each kind it made.
 */
export async function loadDemo(app: App): Promise<DemoCounts> {
  const now = app.clock();
  return app.database.db().transaction(async (db) => {
    const first = await firstNumbers(db);
    const data = demoData(todayIn(app.organisation.timeZone, now), now, first);
    await db.execute(sql`SELECT begin_demo()`);
    // Whose bytes were still to be removed.
    await db.execute(sql`DELETE FROM demo_records`);
    await storeFiles(app, data);
    const people = await db.rows<{ id: string }>(sql`
      INSERT INTO users (id, name, email, role)
      SELECT id, name, email, role
      FROM jsonb_to_recordset(${JSON.stringify(demoUsers)}::jsonb) AS u (id uuid, name text, email text, role text)
      ON CONFLICT DO NOTHING RETURNING id`);
    await markDemo(
      db,
      "users",
      people.map(({ id }) => id),
    );
    for (const table of TABLES) {
      const rows = data.rows.get(table) ?? [];
      await insertRows(db, table, rows);
      if (!UNMARKED.has(table))
        await markDemo(
          db,
          table,
          rows.map(({ id }) => String(id)),
        );
    }
    await takeNumbers(db, data, first);
    // The planner would take the tables for empty until it looks at them by itself.
    await db.execute(sql`ANALYZE ${join(TABLES.map((table) => raw(`"${table}"`)))}`);
    return countsOf(data);
  });
}
