import { setTimeout as pause } from "node:timers/promises";
import { type Client, createClient } from "graphql-ws";
import pg from "pg";
import WebSocket from "ws";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { until } from "./support/until.js";

let server: TestServer;
let admin: Caller;
let owner: pg.Client;
let watcher: pg.Client;
let id: string;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  ({ id } = await makeCustomer(admin));
  owner = new pg.Client(server.databaseUrl);
  await owner.connect();
  watcher = new pg.Client(server.databaseUrl);
  await watcher.connect();
});
afterAll(async () => {
  await owner.end();
  await watcher.end();
  await server.close();
});

const LIST = "{ customers { nodes { id } } }";
const ONE = "query ($id: ID!) { customer(id: $id) { id legalName } }";

/** The number of the server's statements that wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await watcher.query(`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'clientela' AND state = 'active' AND wait_event_type = 'Lock'`);
  return rows[0].count;
}

const nothingWaits = async () => (await waiting()) === 0;
const somethingWaits = async () => (await waiting()) > 0;

/** Runs `work` while nobody can read customers. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await owner.query("BEGIN; LOCK TABLE customers IN ACCESS EXCLUSIVE MODE");
  try {
    await work();
  } finally {
    await owner.query("ROLLBACK");
  }
}

function askThenGo(query: string, variables = {}): { go(): Promise<void> } {
  const leaving = new AbortController();
  const pending = admin
    .fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
      signal: leaving.signal,
    })
    .catch(() => undefined);
  return {
    async go() {
      leaving.abort();
      await pending;
    },
  };
}

test.each([
  ["a list", LIST],
  ["a record by its id", ONE],
])("the statement of a caller who goes away is cancelled: %s", async (_what, query) => {
  await whileLocked(async () => {
    const caller = askThenGo(query, { id });
    await until(somethingWaits);
    await caller.go();
    await until(nothingWaits);
  });
  expect((await admin.ask(query, { id })).errors).toBeUndefined();
});

test("many clients that disconnect at once leave nothing behind, and others get their responses", async () => {
  const staying: Promise<{ status: number }>[] = [];
  await whileLocked(async () => {
    const callers = Array.from({ length: 8 }, (_, at) => {
      staying.push(admin.ask(at % 2 ? ONE : LIST, { id }));
      return askThenGo(at % 2 ? ONE : LIST, { id });
    });
    await until(async () => (await waiting()) > 4);
    await Promise.all(callers.map((caller) => caller.go()));
    await pause(500);
    expect(await waiting()).toBeGreaterThan(0);
  });
  expect((await Promise.all(staying)).map(({ status }) => status)).toEqual(Array(8).fill(200));
  await until(nothingWaits);
});

test("a write is completed although its caller has disconnected", async () => {
  await server.asOwner(`
    CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END $$;
    CREATE TRIGGER slow BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION slow()`);
  await owner.query("SELECT pg_advisory_lock(1)");
  const caller = askThenGo(
    'mutation { createCustomer(input: { legalName: "Left Early", address: { city: "Olinda", country: "BR" } }) { customer { id } } }',
  );
  await until(somethingWaits);
  await caller.go();
  // Time for the server to notice.
  await pause(500);
  await owner.query("SELECT pg_advisory_unlock(1)");
  const entries = async () => {
    const { rows } = await owner.query(`
      SELECT (SELECT count(*)::int FROM activity a WHERE a.customer_id = c.id) AS entries
      FROM customers c WHERE legal_name = 'Left Early'`);
    return rows;
  };
  await until(async () => (await entries()).length > 0);
  expect(await entries()).toEqual([{ entries: 1 }]);
  await server.asOwner("DROP TRIGGER slow ON customers");
});

function connect(): Client {
  return createClient({
    url: `${server.url.replace("http", "ws")}/graphql`,
    retryAttempts: 0,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { cookie: admin.cookie } });
      }
    },
  });
}

test.each(["completes", "closes its socket"])(
  "the statement of a subscriber who %s is cancelled",
  async (how) => {
    const client = connect();
    const changes = client.iterate({
      query: "subscription ($id: ID!) { customerChanged(id: $id) { customer { legalName } } }",
      variables: { id },
    });
    await changes.next();
    await whileLocked(async () => {
      server.app.events.publish([{ name: "customer.updated", id, parentId: id }]);
      await until(somethingWaits);
      if (how === "completes") await changes.return?.();
      else client.terminate();
      await until(nothingWaits);
    });
    await client.dispose();
  },
);
