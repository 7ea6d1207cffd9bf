import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { type Cluster, openCluster, ownerName } from "../src/platform/embedded/cluster.js";
import {
  type Server as DatabaseServer,
  freePort,
  startServer as startDatabase,
} from "../src/platform/embedded/embeddedServer.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { createTemplate } from "./setup/template.js";
import { until } from "./support/until.js";

// What an operator does to their own database server: pg_ctl stop in its three modes, and start.

const COUNT = "{ customers { totalCount } }";
const CREATE =
  'mutation { createCustomer(input: { legalName: "Ana", address: { city: "Olinda", country: "BR" } }) { customer { id } } }';
const AWAY = { status: 503, code: "UNAVAILABLE", reason: "AWAY", retryAfter: "2" };

const given = process.env.TEST_DATABASE_URL;
let folder: string;
let cluster: Cluster;
let port: number;
let pid: number;
let database: DatabaseServer;
let server: TestServer;
let admin: Caller;

async function start(): Promise<void> {
  const lock = {
    inherited: null,
    record: (started: number) => {
      pid = started;
    },
    release: async () => undefined,
  };
  database = await startDatabase(cluster, port, { fsync: false, log: () => undefined, lock });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "clientela-shutdown-"));
  cluster = await openCluster(folder, { fsync: false });
  port = await freePort();
  await start();
  const url = `postgres://${ownerName}:${cluster.password}@127.0.0.1:${port}/postgres`;
  await createTemplate(url);
  process.env.TEST_DATABASE_URL = url;
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(async () => {
  await server.close();
  await database.stop();
  process.env.TEST_DATABASE_URL = given;
  await rm(folder, { recursive: true, force: true });
});

async function failureOf(query: string) {
  const { status, headers, errors } = await admin.ask(query);
  const { code, reason } = errors?.[0]?.extensions ?? {};
  return { status, code, reason, retryAfter: headers.get("retry-after") };
}

const health = async () =>
  Promise.all(["/healthz", "/readyz"].map(async (at) => (await server.stranger.fetch(at)).status));

const customers = async () =>
  (await admin.ask<{ customers: { totalCount: number } }>(COUNT)).data.customers.totalCount;

/** It recovers by itself: nobody restarts the application. */
async function back(): Promise<void> {
  await until(async () => {
    const { status } = await admin.ask(COUNT);
    if (status !== 200) expect(status).toBe(503);
    return status === 200;
  });
  await until(async () => (await health()).every((status) => status === 200));
}

describe.each([
  ["fast", () => database.stop()],
  ["immediate", () => database.abandon()],
] as const)("pg_ctl stop -m %s", (_mode, stop) => {
  test("requests in progress get a Retry-After, and everything recovers with the database", async () => {
    const before = await customers();
    expect((await admin.ask(CREATE)).status).toBe(200);
    await server.asOwner(`
      CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(30); RETURN NEW; END $$;
      CREATE TRIGGER slow BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION slow()`);
    const underWay = failureOf(CREATE);
    await until(async () => {
      const { rows } = await server.app.database.pool.query(
        "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'",
      );
      return rows.length > 0;
    });
    await stop();
    expect(await underWay).toEqual(AWAY);
    await database.gone;
    for (const query of [COUNT, CREATE]) expect(await failureOf(query)).toEqual(AWAY);
    expect(await health()).toEqual([200, 503]);

    await start();
    await back();
    await server.asOwner("DROP TRIGGER slow ON customers; DROP FUNCTION slow()");
    expect(await customers()).toBe(before + 1);
    expect((await admin.ask(CREATE)).status).toBe(200);
  });
});

test("57P03: a server that shuts down accepts no new connection, while an open one still works", async () => {
  const staying = new pg.Client(server.databaseUrl);
  await staying.connect();
  // Smart: it waits for connected clients.
  process.kill(pid, "SIGTERM");
  await until(async () => {
    const late = new pg.Client(server.databaseUrl);
    const refusal: unknown = await late.connect().catch((error: unknown) => error);
    return refusal instanceof pg.DatabaseError && refusal.code === "57P03";
  });
  await staying.query(
    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name LIKE 'clientela%'",
  );
  for (const query of [COUNT, CREATE]) expect(await failureOf(query)).toEqual(AWAY);
  expect(await health()).toEqual([200, 503]);
  await staying.end();
  await database.gone;
  await start();
  await back();
  expect((await admin.ask(CREATE)).status).toBe(200);
});
