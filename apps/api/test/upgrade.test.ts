import { readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import sql from "sql-template-tag";
import { migrations } from "../src/migrations.js";
import { metricFaults } from "../src/platform/lists/kept/metricFaults.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { emptyDatabase, type FreshDatabase, runAlone } from "./setup/database.js";
import { bringUpToDate } from "./setup/template.js";
import { until } from "./support/until.js";

// A database of commit a6141845, with the demo data of a dozen customers without files, as its own server
// wrote it and pg_dump took it.
const OLD_DATA = path.join(import.meta.dirname, "data/a6141845.sql.gz");
const OLD_MIGRATIONS = 28;
const OLD_PASSWORD = "correct horse battery 9";

/** What the old database says of each customer, by its old schema. Since then nothing is owed on a cancelled invoice. */
const FACTS = `SELECT c.id, c.number, c.legal_name AS "legalName", c.city, c.country, c.tax_id_value AS "taxId", c.version,
  (SELECT json_agg(x.name ORDER BY x.id) FROM contacts x WHERE x.customer_id = c.id AND x.deleted_at IS NULL) AS contacts,
  (SELECT json_agg(x.id ORDER BY x.id) FROM tasks x WHERE x.customer_id = c.id AND x.deleted_at IS NULL) AS tasks,
  (SELECT json_agg(json_build_array(x.id, x.status, trim_scale(x.total)::text, 
      CASE WHEN x.status = 'CANCELLED' THEN '0' ELSE trim_scale(x.balance)::text END) ORDER BY x.id)
    FROM invoices x WHERE x.customer_id = c.id AND x.deleted_at IS NULL) AS invoices,
  (SELECT json_agg(json_build_array(x.source, x.external_id) ORDER BY x.source, x.external_id)
    FROM customer_external_ids x WHERE x.customer_id = c.id) AS "externalIds",
  (SELECT count(*)::int FROM activity x WHERE x.customer_id = c.id) AS activity
  FROM customers c WHERE c.deleted_at IS NULL ORDER BY c.id`;

interface Fact {
  id: string;
  taxId: string | null;
  contacts: string[] | null;
  tasks: string[] | null;
  invoices: [string, string, string, string][] | null;
  externalIds: [string, string][] | null;
  activity: number;
}

interface Found {
  id: string;
  number: string;
  legalName: string;
  version: number;
  address: { city: string | null; country: string | null } | null;
  taxId: { value: string } | null;
  contacts: { id: string; name: string }[];
  tasks: { nodes: { id: string }[] };
  invoices: {
    nodes: {
      id: string;
      status: string;
      total: { amount: string };
      balance: { amount: string };
    }[];
  };
  externalIds: { source: string; value: string }[];
  activity: { totalCount: number };
}

const CUSTOMER = `query ($id: ID!) { customer(id: $id) { id number legalName version address { city country } taxId { value }
  contacts { id name } tasks(first: 100) { nodes { id } }
  invoices(first: 100) { nodes { id status total { amount } balance { amount } } }
  externalIds { source value } activity(first: 1) { totalCount } } }`;

let database: FreshDatabase;
let server: TestServer;
let admin: Caller;
let before: Fact[];
let migrated: number;
beforeAll(async () => {
  database = await emptyDatabase();
  await runAlone(database.url, statementsOf(gunzipSync(await readFile(OLD_DATA)).toString()));
  before = await rowsOf<Fact>(FACTS);
  migrated = (await rowsOf("SELECT FROM migrations")).length;
  await bringUpToDate(database.url);
  server = await startServer({ databaseUrl: () => database.url });
  admin = await server.signIn("admin");
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** What a statement finds in the old database. */
async function rowsOf<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The statements of a dump, without the commands that are psql's own. */
const statementsOf = (dump: string): string => dump.replace(/^\\.*$/gm, "");

const sorted = <T>(list: readonly T[], by: (one: T) => string): T[] =>
  list.toSorted((a, b) => (by(a) < by(b) ? -1 : 1));
const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id).toSorted();

test("the old data is what it is taken for", () => {
  expect(migrated).toBe(OLD_MIGRATIONS);
  expect(migrations.length).toBeGreaterThan(OLD_MIGRATIONS);
  expect(before).toHaveLength(12);
  for (const kind of ["contacts", "tasks", "invoices", "externalIds"] as const)
    expect(before.some((fact) => fact[kind])).toBe(true);
});

test("every customer of data from a6141845 has what it had, after all migrations since", async () => {
  for (const fact of before) {
    const { data, errors } = await admin.ask<{ customer: Found }>(CUSTOMER, { id: fact.id });
    expect(errors).toBeUndefined();
    const { customer } = data;
    const amount = (text: string) => String(Number(text));
    const found = {
      id: customer.id,
      number: customer.number,
      legalName: customer.legalName,
      version: customer.version,
      city: customer.address?.city ?? null,
      country: customer.address?.country ?? null,
      taxId: customer.taxId?.value ?? null,
      contacts: sorted(customer.contacts, ({ id }) => id).map(({ name }) => name),
      tasks: ids(customer.tasks.nodes),
      invoices: sorted(customer.invoices.nodes, ({ id }) => id).map((one) => [
        one.id,
        one.status,
        amount(one.total.amount),
        amount(one.balance.amount),
      ]),
      externalIds: sorted(customer.externalIds, ({ source, value }) => `${source} ${value}`).map(
        ({ source, value }) => [source, value],
      ),
      activity: customer.activity.totalCount,
    };
    expect(found).toEqual({
      ...fact,
      contacts: fact.contacts ?? [],
      tasks: fact.tasks ?? [],
      invoices: fact.invoices ?? [],
      externalIds: fact.externalIds ?? [],
    });
  }
});

test("what is kept of the old customers is right, and they can be found, paid and changed", async () => {
  // Kept metrics follow what was written in the background.
  await until(
    async () => (await server.db.rows(sql`SELECT FROM metric_changes LIMIT 1`)).length === 0,
  );
  expect(await metricFaults(server.app)).toEqual([]);
  const open = before
    .flatMap(({ invoices }) => invoices ?? [])
    .find(([, status]) => status === "AUTHORIZED");
  const { data } = await admin.ask<{ node: { version: number } }>(
    "query ($id: ID!) { node(id: $id) { ... on Invoice { version } } }",
    { id: open?.[0] },
  );
  const paid = await admin.ask<{ payInvoice: { invoice: { status: string } } }>(
    "mutation ($input: PayInvoiceInput!) { payInvoice(input: $input) { invoice { status } } }",
    { input: { id: open?.[0], version: data.node.version } },
  );
  expect(paid.data.payInvoice.invoice.status).toBe("PAID");
  const all = await admin.ask<{ customers: { totalCount: number } }>(
    "{ customers { totalCount } }",
  );
  expect(all.data.customers.totalCount).toBe(before.length);
});

test("people of the old version sign in with their passwords", async () => {
  const response = await server.stranger.fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "ana@example.com", password: OLD_PASSWORD }),
  });
  expect(response.status).toBe(200);
});
