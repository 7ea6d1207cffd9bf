import { readFile } from "node:fs/promises";
import path from "node:path";
import { pino } from "pino";
import { Registry } from "prom-client";
import sql from "sql-template-tag";
import { LookedUp } from "../src/platform/metrics/lookedUp.js";
import { openMetricsPort } from "../src/platform/metrics/metricsPort.js";
import { OperationMetrics } from "../src/platform/metrics/operationMetrics.js";
import { serverMetrics } from "../src/server.js";
import { startServer, type TestServer } from "./server.js";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const textOf = (file: string) => readFile(path.join(ROOT, file), "utf8");
const log = pino({ level: "silent" });

let server: TestServer;
let metrics: string;
beforeAll(async () => {
  server = await startServer({ works: false });
  const admin = await server.signIn();
  await admin.ask("query NameOfViewer { viewer { name } }");
  await admin.ask("{ viewer { name } }");
  await admin.ask('query Missing { customerBy(key: { number: "none" }) { nothing } }');
  await server.db.execute(sql`
    INSERT INTO backup_runs (started_at, finished_at, name, place, rows, files, bytes)
    VALUES (now() - interval '2 hours', now() - interval '1 hour', 'x', 'y', 1, 1, 1)`);
  metrics = await (await server.stranger.fetch("/metrics")).text();
});
afterAll(() => server.close());

test("every metric that an alert or the dashboard names exists", async () => {
  const names = (text: string) => text.match(/\b(clientela|process|nodejs)_[a-z0-9_]+/g) ?? [];
  for (const file of ["deploy/prometheus/alerts.yml", "deploy/grafana/clientela.json"]) {
    const used = new Set(names(await textOf(file)));
    expect(used.size).toBeGreaterThan(8);
    const missing = [...used].filter((name) => !new RegExp(`^${name}[ {]`, "m").test(metrics));
    expect([file, missing]).toEqual([file, []]);
  }
});

test("every alert has an entry in the runbook, and is rehearsed", async () => {
  const runbook = await textOf("docs/runbook.md");
  const alerts = await textOf("deploy/prometheus/alerts.yml");
  const rehearsed = await textOf("deploy/prometheus/alerts.test.yml");
  const anchors = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = ""]) =>
    title.toLowerCase().replaceAll(" ", "-"),
  );
  const named = [...alerts.matchAll(/runbook: docs\/runbook\.md#(\S+)/g)].map(([, to]) => to);
  expect(named.length).toBeGreaterThan(5);
  expect(named).toEqual(anchors);
  for (const [, alert] of alerts.matchAll(/- alert: (\w+)/g)) {
    expect(runbook).toContain(`\`${alert}\``);
    expect(rehearsed).toContain(`- name: ${alert}\n`);
  }
});

test("the age of the last backup and the queues are measured when metrics are read", () => {
  const age = Number(/^clientela_backup_age_seconds (\S+)/m.exec(metrics)?.[1]);
  expect(age).toBeGreaterThan(3_600 - 1);
  expect(age).toBeLessThan(7_200);
  expect(metrics).toMatch(/^clientela_jobs\{queue="webhook",state="waiting"\} 0$/m);
  expect(metrics).toMatch(/^clientela_disk_free_bytes \d/m);
});

test("requests and errors of the graph are counted by operation", () => {
  const counted = (name: string) =>
    new RegExp(
      `^clientela_graphql_operation_duration_seconds_count\\{operation="${name}"\\} (\\d+)$`,
      "m",
    );
  expect(counted("NameOfViewer").exec(metrics)?.[1]).toBe("1");
  expect(counted("unnamed").exec(metrics)?.[1]).toBeDefined();
  expect(metrics).toMatch(
    /^clientela_graphql_errors_total\{operation="unnamed",code="GRAPHQL_VALIDATION_FAILED"\} 1$/m,
  );
});

test("callers who make up names of operations make no more than a few hundred series", async () => {
  const registry = new Registry();
  const operations = new OperationMetrics(registry);
  for (let at = 0; at < 5_000; at += 1) operations.observe(`Made${at}`, 0.01, ["NOT_FOUND"]);
  operations.observe("x".repeat(10_000), 0.01, []);
  const text = await registry.metrics();
  const series = text.match(/^clientela_graphql_operation_duration_seconds_count/gm) ?? [];
  expect(series.length).toBeLessThanOrEqual(201);
  expect(text).toMatch(/_count\{operation="other"\} 480\d$/m);
  expect(text.match(/^clientela_graphql_errors_total/gm)?.length).toBeLessThanOrEqual(201);
  expect(text).not.toContain("xxxx");
});

test("what cannot be looked up has no value, and fails nothing else", async () => {
  const registry = new Registry();
  let isAway = false;
  const looked = new LookedUp(registry, log, async () => {
    if (isAway) throw new Error("the database is away");
    return { one: [{ value: 7 }] };
  });
  looked.gauge("one", "one", "A number.");
  expect(await registry.metrics()).toMatch(/^one 7$/m);
  isAway = true;
  expect(await registry.metrics()).not.toMatch(/^one /m);
});

test("a port of its own serves metrics to whoever reaches it, and nothing else", async () => {
  const options = { host: "127.0.0.1", setting: "METRICS_PORT", log };
  const opened = await openMetricsPort(serverMetrics(server.app), { ...options, port: 0 });
  try {
    const url = `http://127.0.0.1:${opened.port}`;
    const response = await fetch(`${url}/metrics`);
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/process_resident_memory_bytes \d/);
    expect((await fetch(`${url}/graphql`)).status).toBe(404);
    await expect(
      openMetricsPort(new Registry(), { ...options, port: opened.port }),
    ).rejects.toThrow(/EADDRINUSE.*Set METRICS_PORT to a free port/);
  } finally {
    await opened.close();
  }
});
