import pg from "pg";
import sql from "sql-template-tag";
import { startServer, type TestServer } from "../../../../test/server.js";
import { until } from "../../../../test/support/until.js";
import { systemContext } from "../../request/systemContext.js";
import { metricFaults } from "./metricFaults.js";
import { type HeldMetrics, holdMetrics } from "./metrics.factory.js";
import { keepAnew, refreshMetrics } from "./refreshMetrics.js";

let server: TestServer;
let metrics: HeldMetrics;
beforeAll(async () => {
  server = await startServer({ works: false });
  metrics = await holdMetrics(server);
  await server.asOwner(`
    INSERT INTO customers (legal_name, status) VALUES ('A', 'ACTIVE'), ('B', 'ACTIVE'), ('C', 'LEAD');
    INSERT INTO projects (customer_id, name, status) SELECT id, 'P', 'ACTIVE' FROM customers WHERE legal_name <> 'C';
    INSERT INTO time_entries (project_id, customer_id, worked_on, minutes)
      SELECT id, customer_id, current_date, 30 FROM projects, generate_series(1, 3);
    INSERT INTO tasks (customer_id, title, status, due_on)
      SELECT id, 'T', 'TODO', current_date + i FROM customers, generate_series(-2, 2) i;
    INSERT INTO orders (customer_id, number, status, ordered_on, currency)
      SELECT id, 'O-' || legal_name, 'OPEN', current_date, 'BRL' FROM customers;
    INSERT INTO invoices (customer_id, number, kind, status, issued_on, due_on, currency, total)
      SELECT id, 'I-' || legal_name || i, 'SALES', 'AUTHORIZED', current_date - 9, current_date + i, 'BRL', 10
      FROM customers, generate_series(-2, 2) i`);
});
afterAll(async () => {
  await metrics.release();
  await server.close();
});

const ONE = (name: string) => `(SELECT id FROM customers WHERE legal_name = '${name}')`;

test.each([
  ["a status", "UPDATE projects SET status = 'DONE'"],
  [
    "another customer",
    `UPDATE tasks SET customer_id = ${ONE("B")} WHERE customer_id = ${ONE("A")}`,
  ],
  ["minutes", "UPDATE time_entries SET minutes = minutes + 5"],
  ["the trash", `UPDATE orders SET deleted_at = now() WHERE customer_id = ${ONE("A")}`],
  ["a payment", "UPDATE invoices SET paid = 4 WHERE due_on < current_date"],
  ["another currency", `UPDATE invoices SET currency = 'EUR' WHERE customer_id = ${ONE("B")}`],
  ["the last of its kind", `DELETE FROM invoices WHERE customer_id = ${ONE("B")}`],
  [
    "activity",
    `INSERT INTO activity (customer_id, record_type, record_id, action, actor_kind, actor_name)
     SELECT id, 'Contact', id, 'created', 'SYSTEM', 'test' FROM customers WHERE legal_name <> 'C'`,
  ],
])("%s is read at once, and kept", async (_, change) => {
  await metrics.refresh();
  expect(await metrics.waiting()).toBe(0);
  await server.asOwner(change);
  expect(await metrics.waiting()).toBeGreaterThan(0);
  expect(await metricFaults(server.app)).toEqual([]);
  await metrics.refresh();
  expect(await metrics.waiting()).toBe(0);
  expect(await metricFaults(server.app)).toEqual([]);
});

test("what is gone is looked up by hash, however few changes the planner expects", async () => {
  const { app } = server;
  const reading = systemContext(app);
  for (const [group, kept] of Map.groupBy(app.registry.keptMetrics.values(), (one) => one.group)) {
    const names = kept.flatMap(({ name, isComplete }) => (isComplete ? [] : [name]));
    if (names.length === 0) continue;
    const steps = await app.database
      .db()
      .rows<{ "QUERY PLAN": string }>(sql`EXPLAIN ${keepAnew(group, names, reading)}`);
    const plan = steps.map((step) => step["QUERY PLAN"]).join("\n");
    expect(plan).toMatch(/Delete on kept_metrics.*hashed SubPlan/s);
    expect(plan).not.toContain("Anti Join");
  }
});

test("what was not committed when metrics were refreshed is read after its commit", async () => {
  const writer = new pg.Client(server.databaseUrl);
  await writer.connect();
  try {
    await writer.query(`BEGIN; UPDATE time_entries SET minutes = 500`);
    await metrics.refresh();
    expect(await metricFaults(server.app)).toEqual([]);
    await writer.query("COMMIT");
    expect(await metrics.waiting()).toBeGreaterThan(0);
    expect(await metricFaults(server.app)).toEqual([]);
  } finally {
    await writer.end();
  }
});

test("a server keeps what changed by itself, and leaves it to another one that does so", async () => {
  await server.asOwner("UPDATE projects SET status = 'ACTIVE'");
  expect(await refreshMetrics(server.app)).toBe(false);
  expect(await metrics.waiting()).toBeGreaterThan(0);
  await metrics.release();
  await until(async () => {
    const { rows } = await server.app.database.pool.query("SELECT 1 FROM metric_changes");
    return rows.length === 0;
  });
  metrics = await holdMetrics(server);
  expect(await metricFaults(server.app)).toEqual([]);
});
