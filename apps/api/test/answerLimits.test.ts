import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { makeContact } from "../src/features/contacts/contact.factory.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { connect } from "./network/sockets.js";
import { type Answer, type Caller, startServer, type TestServer } from "./server.js";
import { WAITING_FOR_CUSTOMERS } from "./support/locks.js";

const MEGABYTE = 1024 * 1024;
const LIMIT = 300;
const CHANGES = 400;

let server: TestServer;
let admin: Caller;
let id: string;

/** Inserts a history entry that is larger than the estimate assumes of any. */
async function makeLongEntry(): Promise<void> {
  const changes = Array.from({ length: CHANGES }, (_, n) => ({
    field: `f${n}`,
    old: null,
    new: n,
  }));
  await server.asOwner(`
    INSERT INTO activity (customer_id, record_type, record_id, action, changes, actor_kind, actor_name, request_id)
    VALUES ('${id}', 'Customer', '${id}', 'updated', '${JSON.stringify(changes)}', 'SYSTEM', 'Test', gen_random_uuid())`);
}

beforeAll(async () => {
  server = await startServer({ limits: { queryCost: LIMIT } });
  admin = await server.signIn("admin");
  ({ id } = await makeCustomer(admin));
  await makeLongEntry();
});
afterAll(() => server.close());

const LONG = 'activity(first: 1, filter: { action: ["updated"] }) { nodes { changes { field } } }';
const SHORT = 'activity(first: 1, filter: { action: ["created"] }) { nodes { changes { field } } }';
const tooComplex = { code: "QUERY_TOO_COMPLEX", cost: expect.any(Number), limit: LIMIT };

describe("the actual content of a response is counted during execution", () => {
  test("the same whether walked or compiled, and nothing of it is returned", async () => {
    for (const _ of ["walked", "compiled", "compiled again"]) {
      const { status, data, errors } = await admin.ask(
        `{ customer(id: "${id}") { legalName ${LONG} } }`,
      );
      expect({ status, data, refusals: errors?.map(({ extensions }) => extensions) }).toEqual({
        status: 400,
        data: undefined,
        refusals: [tooComplex],
      });
    }
  });

  test("again for each event of a subscription, which continues", async () => {
    const client = connect(server.url, admin);
    const events = client.iterate<{ customerChanged: { customer: object } }>({
      query: `subscription ($id: ID!) { customerChanged(id: $id) { event customer { ${SHORT} long: ${LONG} } } }`,
      variables: { id },
    });
    for (let event = 0; event < 2; event += 1) {
      const { value } = await events.next();
      expect(value.data).toBeUndefined();
      expect(value.errors).toEqual([expect.objectContaining({ extensions: tooComplex })]);
      await makeContact(admin, id);
    }
    const fine = client.iterate<{ customerChanged: { customer: object } }>({
      query: `subscription ($id: ID!) { customerChanged(id: $id) { customer { ${SHORT} } } }`,
      variables: { id },
    });
    for (let event = 0; event < LIMIT / 20; event += 1) {
      const { value } = await fine.next();
      expect(value.errors).toBeUndefined();
      await makeContact(admin, id);
    }
    await client.dispose();
  });

  test("of several mutations each says whether it was committed, and no further one is executed", async () => {
    const create = (name: string, selection: string) =>
      `${name}: createTask(input: { customerId: "${id}", title: "${name}" }) { task { id customer { ${selection} } } }`;
    const { status, data, errors } = await admin.ask(
      `mutation { ${create("first", SHORT)} ${create("second", LONG)} ${create("third", SHORT)} }`,
    );
    expect(status).toBe(200);
    expect(data).toEqual({ first: null, second: null, third: null });
    expect(errors?.map(({ path, extensions }) => ({ path, ...extensions }))).toEqual([
      { path: ["first"], committed: true, ...tooComplex },
      { path: ["second"], committed: true, ...tooComplex },
      { path: ["third"], committed: false, ...tooComplex },
    ]);
    const { rows } = await server.app.database.pool.query("SELECT title FROM tasks ORDER BY id");
    expect(rows).toEqual([{ title: "first" }, { title: "second" }]);
  });

  test("with an Idempotency-Key a mutation whose response is refused is rolled back", async () => {
    const before = await server.app.database.pool.query("SELECT count(*) FROM tasks");
    const once = await admin.ask(
      `mutation { createTask(input: { customerId: "${id}", title: "once" }) { task { id customer { ${LONG} } } } }`,
      {},
      { "idempotency-key": "too much" },
    );
    expect(once.errors?.[0]?.extensions).toEqual(tooComplex);
    const after = await server.app.database.pool.query("SELECT count(*) FROM tasks");
    expect(after.rows).toEqual(before.rows);
  });

  test("errors of fields count as well", async () => {
    const viewer = await server.signIn("viewer");
    const aliases = Array.from({ length: 31 }, (_, n) => `a${n}: apiKeys { id }`).slice(0, 30);
    const { status, errors } = await viewer.ask(`{ ${aliases.join(" ")} }`);
    expect(status).toBe(400);
    expect(errors).toHaveLength(1);
  });
});

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

describe("a large response", () => {
  let roomy: TestServer;
  let owner: Caller;
  beforeAll(async () => {
    roomy = await startServer({ limits: { responseBytes: 2 * MEGABYTE } });
    owner = await roomy.signIn("admin");
    const { id: first } = await makeCustomer(owner);
    await roomy.asOwner(`
      INSERT INTO customers (number, legal_name, country)
      SELECT 'X-' || n, 'Customer ' || n, 'BR' FROM generate_series(1, 99) n`);
    await roomy.asOwner("UPDATE customers SET notes = repeat('n', 10000)");
    await roomy.asOwner(`
      INSERT INTO contacts (customer_id, name)
      SELECT c.id, 'Person ' || n || ' of ' || c.number FROM customers c, generate_series(1, 15) n`);
    await roomy.asOwner(
      `INSERT INTO addresses (customer_id, kind, country) SELECT id, 'BILLING', 'PT' FROM customers WHERE id <> '${first}'`,
    );
  });
  afterAll(() => roomy.close());

  const DEEP =
    "contacts(first: 15) { name customer { number addresses(first: 2) { country } owner { name } } }";

  test("is the same as in small ones, and takes as many statements", async () => {
    const many = await owner.ask<{ customers: { nodes: { id: string }[] } }>(
      `{ customers(first: 100) { nodes { id ${DEEP} } } }`,
    );
    expect(many.errors).toBeUndefined();
    const { nodes } = many.data.customers;
    expect(nodes).toHaveLength(100);
    for (const node of [nodes[0], nodes[50], nodes[99]]) {
      const one = await owner.ask(`query ($id: ID!) { customer(id: $id) { id ${DEEP} } }`, {
        id: node?.id,
      });
      expect(one.data).toEqual({ customer: node });
    }
    const few = await owner.ask(`{ customers(first: 2) { nodes { id ${DEEP} } } }`);
    expect(statementsOf(many)).toBe(statementsOf(few));
  });

  test("is refused if its text is longer than the limit", async () => {
    const notes = Array.from({ length: 5 }, (_, n) => `a${n}: notes`).join(" ");
    const { status, data, errors } = await owner.ask(
      `{ customers(first: 100) { nodes { ${notes} } } }`,
    );
    expect({ status, data, errors }).toMatchObject({
      status: 400,
      data: undefined,
      errors: [{ extensions: { code: "QUERY_TOO_COMPLEX", what: "bytes", limit: 2 * MEGABYTE } }],
    });
    const once = await owner.ask("{ customers(first: 100) { nodes { notes } } }");
    expect(JSON.stringify(once.data).length).toBeGreaterThan(MEGABYTE / 2);
  });
});

describe("concurrent work is limited", () => {
  let small: TestServer;
  let busy: Caller;
  let other: Caller;
  beforeAll(async () => {
    small = await startServer({
      limits: { concurrentCost: 250, responseMemoryBytes: 2 * MEGABYTE },
    });
    [busy, other] = [await small.signIn("viewer"), await small.signIn("viewer")];
    await small.asOwner(`
      INSERT INTO customers (number, legal_name, country, notes)
      SELECT 'X-' || n, 'Customer ' || n, 'BR', repeat('n', 10000) FROM generate_series(1, 100) n`);
  });
  afterAll(() => small.close());

  const HUNDRED = "{ customers(first: 100) { nodes { id } } }";

  /** Runs `work` while nobody can read customers; `waits` resolves once that many wait to do so. */
  async function whileLocked<T>(
    work: (waits: (many: number) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    const client = new pg.Client(small.databaseUrl);
    await client.connect();
    const waiting = async () => {
      const { rows } = await client.query(
        `SELECT count(*)::int AS many FROM ${WAITING_FOR_CUSTOMERS}`,
      );
      return rows[0].many;
    };
    try {
      await client.query("BEGIN; LOCK TABLE customers");
      return await work(async (many) => {
        while ((await waiting()) < many) await sleep(20);
      });
    } finally {
      await client.end();
    }
  }

  test("per caller over HTTP: beyond the limit the response is 429, and everything works again afterwards", async () => {
    const [waiting, refused] = await whileLocked(async (waits) => {
      const first = [busy.ask(HUNDRED), busy.ask(HUNDRED)];
      await waits(2);
      const third = await busy.ask(HUNDRED);
      expect((await other.ask("{ viewer { name } }")).status).toBe(200);
      return [first, third] as const;
    });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(refused.errors).toMatchObject([
      { extensions: { code: "RATE_LIMITED", retryAfterSeconds: 1 } },
    ]);
    const statuses = (await Promise.all(waiting)).map(({ status }) => status);
    expect(statuses).toEqual([200, 200]);
    expect((await busy.ask(HUNDRED)).status).toBe(200);
  });

  test("for subscriptions as long as they are open", async () => {
    const client = connect(small.url, busy);
    const subscribe = () =>
      client.iterate({
        query:
          "subscription { customersChanged { customer { activity(first: 100) { nodes { id } } } } }",
      });
    const open = [subscribe(), subscribe()];
    for (const events of open) expect((await events.next()).value.errors).toBeUndefined();
    await expect(subscribe().next()).rejects.toMatchObject([
      { extensions: { code: "RATE_LIMITED", retryAfterSeconds: 1 } },
    ]);
    expect((await busy.ask(HUNDRED)).status).toBe(429);
    for (const events of open) await events.return?.();
    await client.dispose();
    while ((await busy.ask(HUNDRED)).status !== 200) await sleep(20);
  });

  test("for the whole process by memory: beyond the limit the response is 503, and small ones are still returned", async () => {
    const [large, little] = await Promise.all([
      busy.ask("{ customers(first: 100) { nodes { notes } } }"),
      other.ask("{ viewer { name } }"),
    ]);
    expect(large.status).toBe(503);
    expect(large.headers.get("retry-after")).toBe("1");
    expect(large.data).toBeUndefined();
    expect(large.errors).toMatchObject([
      { extensions: { code: "UNAVAILABLE", reason: "BUSY", retryAfterSeconds: 1 } },
    ]);
    expect(little.status).toBe(200);
    const few = await busy.ask("{ customers(first: 10) { nodes { notes } } }");
    expect(few.status).toBe(200);
  });
});
