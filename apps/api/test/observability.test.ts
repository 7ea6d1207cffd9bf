import { readFile } from "node:fs/promises";
import path from "node:path";
import { pino } from "pino";
import { Registry } from "prom-client";
import sql from "sql-template-tag";
import { LookedUp } from "../src/platform/metrics/lookedUp.js";
import { openMetricsPort } from "../src/platform/metrics/metricsPort.js";
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
  await admin.ask("{ viewer { name } }");
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

test("every alert has an entry in the runbook", async () => {
  const runbook = await textOf("docs/runbook.md");
  const alerts = await textOf("deploy/prometheus/alerts.yml");
  const anchors = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = ""]) =>
    title.toLowerCase().replaceAll(" ", "-"),
  );
  const named = [...alerts.matchAll(/runbook: docs\/runbook\.md#(\S+)/g)].map(([, to]) => to);
  expect(named.length).toBeGreaterThan(5);
  expect(named).toEqual(anchors);
  for (const [, alert] of alerts.matchAll(/- alert: (\w+)/g))
    expect(runbook).toContain(`\`${alert}\``);
});

test("the age of the last backup and the queues are measured when metrics are read", () => {
  const age = Number(/^clientela_backup_age_seconds (\S+)/m.exec(metrics)?.[1]);
  expect(age).toBeGreaterThan(3_600 - 1);
  expect(age).toBeLessThan(7_200);
  expect(metrics).toMatch(/^clientela_jobs\{queue="webhook",state="waiting"\} 0$/m);
  expect(metrics).toMatch(/^clientela_disk_free_bytes \d/m);
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
