import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ledgerFaults } from "../src/features/payments/ledger.factory.js";
import { startServer, type TestServer } from "./server.js";
import { keyWith } from "./support/keyWith.js";

const RECIPES = fileURLToPath(new URL("../../../docs/recipes", import.meta.url));

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  folder = await mkdtemp(path.join(os.tmpdir(), "clientela-recipes-"));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Runs a recipe beside the server, which it reaches over HTTP. */
async function run(recipe: string, key: string, file: string) {
  const env = {
    ...process.env,
    NODE_OPTIONS: "",
    CLIENTELA_URL: server.url,
    CLIENTELA_KEY: key,
    RETRY_MS: "50",
  };
  return new Promise<{ code: number; output: string; complaints: string }>((resolve) => {
    const args = [path.join(RECIPES, recipe), file];
    execFile(process.execPath, args, { env }, (error, output, complaints) =>
      resolve({ code: error ? 1 : 0, output, complaints }),
    );
  });
}

/** Ends the connections of two statements that write lines or payments, in the middle of their calls. */
const endConnections = () =>
  server.asOwner(`
    CREATE SEQUENCE writes;
    GRANT USAGE ON SEQUENCE writes TO PUBLIC;
    CREATE FUNCTION end_connection() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('writes') IN (2, 5) THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
        RETURN NULL;
      END $$;
    CREATE TRIGGER end_connection AFTER INSERT ON invoice_lines
      FOR EACH STATEMENT EXECUTE FUNCTION end_connection();
    CREATE TRIGGER end_connection AFTER INSERT ON payments
      FOR EACH STATEMENT EXECUTE FUNCTION end_connection()`);

const INVOICES = 1_200;
const CUSTOMERS = 20;

const customers = Array.from({ length: CUSTOMERS }, (_, n) => ({
  id: `C${n}`,
  name: `Customer ${n} Lda`,
  country: "PT",
  city: "Porto",
}));
const invoices = Array.from({ length: INVOICES }, (_, n) => ({
  id: `I${n}`,
  number: `FT ${n}`,
  customer: `C${n % CUSTOMERS}`,
  status: "AUTHORIZED",
  issuedOn: "2026-01-31",
  dueOn: "2026-02-28",
  currency: "EUR",
  lines: [1, 2].map((quantity) => ({
    description: `Service ${quantity}`,
    quantity: `${quantity}`,
    unitPrice: `${n + 1}.00`,
    taxRate: "23",
  })),
}));
const payments = invoices
  .filter((_, n) => n % 3 === 0)
  .map(({ id, customer }) => ({
    id: `P${id}`,
    customer,
    paidOn: "2026-02-15",
    amount: "3.00",
    currency: "EUR",
    pays: [{ invoice: id, amount: "3.00" }],
  }));

test("a billing system's push ends equal to what it has, over connections that end", async () => {
  const { authorization } = await keyWith(await server.signIn("admin"), [
    "customers:read",
    "customers:write",
    "invoices:read",
    "invoices:write",
  ]);
  const key = authorization.replace("Bearer ", "");
  const file = path.join(folder, "export.json");
  await endConnections();
  await writeFile(file, JSON.stringify({ customers, invoices, payments }));
  const all = CUSTOMERS + INVOICES + payments.length;
  const first = await run("billing-push.mjs", key, file);
  expect(first).toMatchObject({ code: 0, complaints: "" });
  expect(JSON.parse(first.output)).toEqual({ CREATED: all, ARCHIVED: 0 });
  const { rows } = await server.app.database.pool.query(`
    SELECT x.value AS id, i.number, c.value AS customer, trim_scale(i.total)::text AS total,
      trim_scale(i.paid)::text AS paid, (SELECT count(*)::int FROM invoice_lines l WHERE l.invoice_id = i.id) AS lines
    FROM invoices i JOIN external_ids x ON x.record_id = i.id AND x.source = 'billing'
    JOIN external_ids c ON c.record_id = i.customer_id AND c.source = 'billing'
    ORDER BY substr(x.value, 2)::int`);
  expect(rows).toEqual(
    invoices.map(({ id, number, customer }, n) => ({
      id,
      number,
      customer,
      total: `${Math.round((n + 1) * 3 * 123) / 100}`,
      paid: n % 3 === 0 ? "3" : "0",
      lines: 2,
    })),
  );
  expect(await ledgerFaults(server.app.database.pool)).toEqual([]);

  // The next night one that is not paid is gone, and one is wrong.
  const left = invoices
    .filter(({ id }) => id !== "I4")
    .map((invoice) => (invoice.id === "I2" ? { ...invoice, dueOn: "2026-01-01" } : invoice));
  await writeFile(file, JSON.stringify({ customers, invoices: left, payments }));
  const next = await run("billing-push.mjs", key, file);
  expect(next.code).toBe(1);
  expect(next.complaints).toMatch(/^upsertInvoices I2: dueOn .+\n$/);
  expect(JSON.parse(next.output)).toEqual({ UNCHANGED: all - 2, FAILED: 1, ARCHIVED: 1 });
});
