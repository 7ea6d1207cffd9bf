import { setTimeout as pause } from "node:timers/promises";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { startTcpProxy, type TcpProxy } from "./network/tcpProxy.js";
import { type Caller, startServer, type TestServer } from "./server.js";

const BACK_WITHIN_MS = 10_000;
const COUNT = "{ customers { totalCount } }";

let proxy: TcpProxy;
let server: TestServer;
let admin: Caller;
let other: Caller;
beforeAll(async () => {
  const real = new URL(process.env.TEST_DATABASE_URL ?? "");
  proxy = await startTcpProxy({ host: real.hostname, port: Number(real.port || 5432) });
  server = await startServer({
    databaseUrl: (given) => {
      const url = new URL(given);
      url.hostname = "127.0.0.1";
      url.port = String(proxy.port);
      return url.href;
    },
  });
  admin = await server.signIn("admin");
  other = await server.signIn("viewer");
});
afterAll(async () => {
  await server.close();
  await proxy.close();
});

// By two people, as one does not get all connections.
const inParallel = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => (n % 2 ? admin : other).ask(COUNT)));

/** Opens as many connections as the server ever does. */
async function openAll(): Promise<void> {
  const { pool } = server.app.database;
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  for (const client of held) client.release();
  await inParallel(60);
}

/** Returns after how many milliseconds 40 concurrent requests in a row succeeded again. */
async function backAfter(began: number): Promise<number> {
  for (;;) {
    const ready = await server.stranger.fetch("/readyz");
    const answers = await inParallel(40);
    if (ready.status === 200 && answers.every(({ status }) => status === 200))
      return performance.now() - began;
    for (const { status, errors } of answers) {
      if (status !== 200)
        expect([status, errors?.[0]?.extensions.code]).toEqual([503, "UNAVAILABLE"]);
    }
    expect(performance.now() - began).toBeLessThan(2 * BACK_WITHIN_MS);
  }
}

test("connections that died while idle are all replaced, and /readyz reports it meanwhile", async () => {
  await openAll();
  const frozen = proxy.freeze();
  expect(frozen).toBeGreaterThan(25);
  const began = performance.now();
  expect((await server.stranger.fetch("/readyz")).status).toBe(503);
  expect((await server.stranger.fetch("/healthz")).status).toBe(200);
  expect(await backAfter(began)).toBeLessThan(BACK_WITHIN_MS);
});

test("connections that die during requests are replaced, and acknowledged writes are in effect", async () => {
  const { data } = await admin.ask<{ customers: { totalCount: number } }>(COUNT);
  let acknowledged = 0;
  let requests = 0;
  let back: Promise<number> | undefined;
  const worker = async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      requests += 1;
      const answer = await admin.ask(
        'mutation { createCustomer(input: { legalName: "Ana", address: { city: "Recife", country: "BR" } }) { customer { id } } }',
      );
      if (answer.status === 200) acknowledged += 1;
      else expect(answer.status).toBe(503);
      if (acknowledged > 40 && !back) {
        proxy.freeze();
        back = backAfter(performance.now());
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  expect(await back).toBeLessThan(BACK_WITHIN_MS);
  const after = await admin.ask<{ customers: { totalCount: number } }>(COUNT);
  const grown = after.data.customers.totalCount - data.customers.totalCount;
  expect(grown).toBeGreaterThanOrEqual(acknowledged);
  expect(grown).toBeLessThanOrEqual(requests);
});

test("a subscription that may have missed events is closed, so that clients subscribe again", async () => {
  const { id } = await makeCustomer(admin);
  const closed: number[] = [];
  const client = createClient({
    url: `${server.url.replace("http", "ws")}/graphql`,
    retryAttempts: 20,
    retryWait: () => pause(200),
    shouldRetry: () => true,
    on: {
      closed: (event) => {
        if (typeof event === "object" && event !== null && "code" in event)
          closed.push(Number(event.code));
      },
    },
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { cookie: admin.cookie } });
      }
    },
  });
  const changes = client.iterate<{ customerChanged: { event: string } }>({
    query: "subscription ($id: ID!) { customerChanged(id: $id) { event } }",
    variables: { id },
  });
  const next = async () => (await changes.next()).value.data?.customerChanged.event;
  expect(await next()).toBe("started");
  const began = performance.now();
  proxy.freeze();
  expect(await next()).toBe("started");
  expect(performance.now() - began).toBeLessThan(BACK_WITHIN_MS);
  // Whoever connects again before the database is back is closed again.
  expect(closed[0]).toBe(1012);
  await backAfter(began);
  await admin.ask(
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }",
    { input: { id, version: 1, tradeName: "Heard again" } },
  );
  expect(await next()).toBe("customer.updated");
  await client.dispose();
});
