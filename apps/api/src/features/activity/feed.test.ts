import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { alignChangeFeed } from "../../platform/database/changeFeed.js";
import { makeCustomer } from "../customers/customer.make.js";
import { makeDeal } from "../deals/deal.make.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

interface Page {
  changes: {
    id: string;
    action: string;
    recordType: string;
    recordId: string;
    changes: object[];
  }[];
  next: string;
  more: boolean;
}

async function read(query = "", caller: Caller = admin): Promise<Page> {
  const response = await caller.fetch(`/changes${query}`);
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Page;
}

/** Reads until so much is told: what other tests have under way on the same PostgreSQL server is waited for. */
async function readSome(query: string, count: number, caller: Caller = admin): Promise<Page> {
  for (;;) {
    const page = await read(query, caller);
    if (page.changes.length >= count) return page;
    await pause(20);
  }
}

const told = (page: Page) => page.changes.map((one) => `${one.recordType} ${one.action}`);

test("the feed tells what was done, page by page, and goes on where it ended", async () => {
  const { next: begin } = await read("?after=now");
  const { id, version } = await makeCustomer(admin, { legalName: "First" });
  await makeDeal(admin, id, {});
  await readSome(`?after=${begin}`, 2);
  const first = await read(`?after=${begin}&first=1`);
  expect(told(first)).toEqual(["Customer created"]);
  expect(first.more).toBe(true);
  const second = await read(`?after=${first.next}`);
  expect(told(second)).toEqual(["Deal created"]);
  expect(second.more).toBe(false);
  expect(await read(`?after=${second.next}`)).toMatchObject({ changes: [], more: false });
  await admin.ask(
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }",
    { input: { id, version, legalName: "Second" } },
  );
  const { changes } = await readSome(`?after=${second.next}`, 1);
  expect(changes).toEqual([
    expect.objectContaining({
      recordId: id,
      customerId: id,
      action: "updated",
      actor: { kind: "USER", id: admin.userId, name: "admin 1" },
      changes: [{ field: "legalName", oldValue: "First", newValue: "Second" }],
    }),
  ]);
});

test("what is committed late is missed by nobody who read in between", async () => {
  const { next: begin } = await read("?after=now");
  const slow = new pg.Client(server.databaseUrl);
  await slow.connect();
  try {
    await slow.query("BEGIN");
    await slow.query(`
      INSERT INTO activity (record_type, record_id, action, actor_kind, actor_name)
      VALUES ('Customer', gen_random_uuid(), 'slow', 'SYSTEM', 'test')`);
    await makeCustomer(admin);
    const early = await read(`?after=${begin}`);
    await slow.query("COMMIT");
    const late = await readSome(`?after=${early.next}`, 2);
    expect([...told(early), ...told(late)].sort()).toEqual(["Customer created", "Customer slow"]);
  } finally {
    await slow.end();
  }
});

test("nobody hears of what they may not see, and strangers of nothing", async () => {
  const { next } = await read("?after=now");
  const { id } = await makeCustomer(admin);
  await makeDeal(admin, id, {});
  const projects = await server.signIn("projects");
  await readSome(`?after=${next}`, 2);
  expect(told(await read(`?after=${next}`, projects))).toEqual(["Customer created"]);
  expect((await server.stranger.fetch("/changes")).status).toBe(401);
});

test.each([
  "?after=nonsense",
  "?after=WyI5OTk5OTk5OTk5OTkiLCIwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDAiXQ",
  "?first=0",
  "?first=1001",
  "?first=x",
  "?after=a&after=b",
])("%s is refused", async (query) => {
  const response = await admin.fetch(`/changes${query}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: "VALIDATION_FAILED" } }],
  });
});

test("it goes on where the rows were brought to a server that counts from anew", async () => {
  await makeCustomer(admin);
  const { next } = await read();
  await server.asOwner(`
    CREATE OR REPLACE FUNCTION change_feed_offset() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1000000::bigint'`);
  await makeCustomer(admin, { legalName: "Far" });
  const { next: far } = await readSome(`?after=${next}`, 1);
  await server.asOwner(`
    CREATE OR REPLACE FUNCTION change_feed_offset() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint'`);
  const owner = new pg.Pool({ connectionString: server.databaseUrl });
  try {
    await alignChangeFeed(owner);
    await alignChangeFeed(owner);
  } finally {
    await owner.end();
  }
  await makeCustomer(admin, { legalName: "After the move" });
  const page = await readSome(`?after=${far}`, 1);
  expect(page.changes).toHaveLength(1);
  expect(JSON.stringify(page)).toContain("After the move");
});
