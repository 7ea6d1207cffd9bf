import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import sql from "sql-template-tag";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { freshDatabase } from "../../../test/setup/database.js";
import { FeedByCommits1764000000050 } from "../../migrations/1764000000050-feed-by-commits.js";
import { openDatabase } from "../../platform/database/database.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeDeal } from "../deals/deal.factory.js";
import { alignChangeFeed } from "./alignChangeFeed.js";
import {
  endOfFeed,
  entriesOf,
  type FeedPlace,
  placeOfTransaction,
  START_OF_FEED,
} from "./feedPosition.js";

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

const actionsOf = (page: Page) => page.changes.map((one) => `${one.recordType} ${one.action}`);

test("the feed returns actions page by page and continues where it ended", async () => {
  const { next: begin } = await read("?after=now");
  const { id, version } = await makeCustomer(admin, { legalName: "First" });
  await makeDeal(admin, id, {});
  const first = await read(`?after=${begin}&first=1`);
  expect(actionsOf(first)).toEqual(["CUSTOMER created"]);
  expect(first.more).toBe(true);
  const second = await read(`?after=${first.next}`);
  expect(actionsOf(second)).toEqual(["DEAL created"]);
  expect(second.more).toBe(false);
  expect(await read(`?after=${second.next}`)).toMatchObject({ changes: [], more: false });
  await admin.ask(
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }",
    { input: { id, version, legalName: "Second" } },
  );
  const { changes } = await read(`?after=${second.next}`);
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

/** A transaction that stays open until it is ended. */
async function openTransaction(...statements: string[]) {
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  await client.query("BEGIN");
  for (const statement of statements) await client.query(statement);
  return {
    query: (statement: string) => client.query(statement),
    async commit() {
      await client.query("COMMIT");
      await client.end();
    },
  };
}

const wrote = (action: string) => `
  INSERT INTO activity (record_type, record_id, action, actor_kind, actor_name)
  VALUES ('Customer', gen_random_uuid(), '${action}', 'SYSTEM', 'test')`;

test("open transactions do not block the feed; their actions appear when they are committed", async () => {
  const { next: begin } = await read("?after=now");
  const open = await openTransaction(wrote("slow"));
  const other = await openTransaction("SELECT pg_current_xact_id()");
  await makeCustomer(admin);
  const early = await read(`?after=${begin}`);
  expect(actionsOf(early)).toEqual(["CUSTOMER created"]);
  expect(actionsOf(await read(`?after=${early.next}`))).toEqual([]);
  await open.query(wrote("slower"));
  await open.commit();
  const late = await read(`?after=${early.next}`);
  expect(actionsOf(late)).toEqual(["CUSTOMER slow", "CUSTOMER slower"]);
  // It has not written history yet.
  await other.query(wrote("slowest"));
  await other.commit();
  expect(actionsOf(await read(`?after=${late.next}`))).toEqual(["CUSTOMER slowest"]);
  const again = await read(`?after=${begin}`);
  expect(actionsOf(again).slice(1)).toEqual([
    "CUSTOMER slow",
    "CUSTOMER slower",
    "CUSTOMER slowest",
  ]);
});

test("of transactions committed before anyone read, one that waited for another comes after it", async () => {
  const { next: begin } = await read("?after=now");
  const first = await openTransaction(wrote("began first"));
  const second = await openTransaction(wrote("began second"));
  await second.commit();
  await first.query(wrote("changed what the second had changed"));
  await first.commit();
  expect(actionsOf(await read(`?after=${begin}`))).toEqual([
    "CUSTOMER began second",
    "CUSTOMER began first",
    "CUSTOMER changed what the second had changed",
  ]);
});

test("the actions of one transaction are read page by page, also by those who may read only some of them", async () => {
  const { next: begin } = await read("?after=now");
  const many = await openTransaction(
    `INSERT INTO activity (record_type, record_id, action, actor_kind, actor_name)
     SELECT CASE n % 2 WHEN 0 THEN 'Customer' ELSE 'Deal' END, gen_random_uuid(), n::text, 'SYSTEM', 'test'
     FROM generate_series(1, 20) n ORDER BY n`,
  );
  await many.commit();
  await makeCustomer(admin);
  const projects = await server.signIn("projects");
  for (const [caller, count] of [
    [admin, 21],
    [projects, 11],
  ] as const) {
    const ids: string[] = [];
    for (let page = await read(`?first=3&after=${begin}`, caller); ; ) {
      ids.push(...page.changes.map(({ id }) => id));
      if (!page.more) break;
      page = await read(`?first=3&after=${page.next}`, caller);
    }
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(ids).toEqual((await read(`?after=${begin}`, caller)).changes.map(({ id }) => id));
  }
});

test("with many concurrent writers a reader misses nothing, reads nothing twice, and keeps one order", async () => {
  const { next: begin } = await read("?after=now");
  const WRITERS = 20;
  const ROUNDS = 6;
  let writing = true;
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: WRITERS });
  const write = async (writer: number) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const client = await pool.connect();
      await client.query("BEGIN");
      if (Math.random() < 0.5) await client.query("SELECT pg_current_xact_id()");
      for (let entry = 0; entry < 3; entry += 1) {
        await client.query(wrote(`${writer} ${round} ${entry}`));
        await pause(Math.random() * 4);
      }
      await client.query(Math.random() < 0.2 ? "ROLLBACK" : "COMMIT");
      client.release();
    }
  };
  const follow = async (first: number) => {
    const ids: string[] = [];
    for (let next = begin; ; ) {
      const ends = !writing;
      const page = await read(`?first=${first}&after=${next}`);
      ids.push(...page.changes.map(({ id }) => id));
      next = page.next;
      if (ends && !page.more) return ids;
      await pause(Math.random() * 3);
    }
  };
  const reading = Promise.all([follow(7), follow(50)]);
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  await pool.end();
  writing = false;
  const read7 = (await reading)[0];
  expect(await reading).toEqual([read7, read7]);
  const { rows } = await server.app.database.pool.query<{ id: string }>(
    "SELECT id FROM activity WHERE action ~ '^\\d+ \\d+ \\d+$'",
  );
  expect(rows.length).toBeGreaterThan(WRITERS);
  expect([...read7].sort()).toEqual(rows.map(({ id }) => id).sort());
});

test("positions are not assigned by a transaction that writes", async () => {
  const writes = await openTransaction(wrote("early"));
  await expect(writes.query("SELECT sequence_feed()")).rejects.toThrow(
    "not given by a transaction that writes",
  );
  await writes.commit();
});

test("a cursor of an earlier version continues at the same place", async () => {
  const { next: begin } = await read("?after=now");
  await makeCustomer(admin);
  await makeCustomer(admin);
  const { changes } = await read(`?after=${begin}`);
  const { rows } = await server.app.database.pool.query<{ at: string }>(
    "SELECT transaction_id AS at FROM activity WHERE id = ANY($1) ORDER BY id",
    [changes.map(({ id }) => id)],
  );
  const older = (...cursor: unknown[]) => Buffer.from(JSON.stringify(cursor)).toString("base64url");
  const [first = "", second = ""] = rows.map(({ at }) => at);
  const ids = async (cursor: string) =>
    (await read(`?after=${cursor}`)).changes.map(({ id }) => id);
  expect(await ids(older(first, changes[0]?.id))).toEqual([changes[1]?.id]);
  expect(await ids(older(second, changes[1]?.id))).toEqual([]);
  const start = await read(`?after=${older("0", "00000000-0000-0000-0000-000000000000")}`);
  expect(start.changes).toEqual((await read()).changes);
});

test("readers get what they may read only, and unauthenticated callers nothing", async () => {
  const { next } = await read("?after=now");
  const { id } = await makeCustomer(admin);
  await makeDeal(admin, id, {});
  const projects = await server.signIn("projects");
  expect(actionsOf(await read(`?after=${next}`, projects))).toEqual(["CUSTOMER created"]);
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

test("the feed continues after the rows were moved to a server whose counter starts again", async () => {
  const offset = (by: number) =>
    server.asOwner(
      `CREATE OR REPLACE FUNCTION change_feed_offset() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT ${by}::bigint'`,
    );
  await makeCustomer(admin);
  const { next } = await read("?after=now");
  await offset(1_000_000);
  await makeCustomer(admin, { legalName: "Far" });
  // Nothing was written since the end of the feed was read.
  await server.app.database.pool.query("SELECT pg_current_xact_id()");
  const { next: far } = await read(`?after=${next}`);
  await offset(0);
  const owner = new pg.Pool({ connectionString: server.databaseUrl });
  try {
    await alignChangeFeed(owner);
    await alignChangeFeed(owner);
  } finally {
    await owner.end();
  }
  await makeCustomer(admin, { legalName: "After the move" });
  const page = await read(`?after=${far}`);
  expect(page.changes).toHaveLength(1);
  expect(JSON.stringify(page)).toContain("After the move");
});

test("entries from before the feed was in commit order keep their order, and readers their position", async () => {
  const { url, drop } = await freshDatabase();
  const database = await openDatabase({ url, log: pino({ level: "silent" }) });
  const runner = database.source.createQueryRunner();
  const migration = new FeedByCommits1764000000050();
  try {
    await migration.down(runner);
    await runner.query(`
      INSERT INTO activity (record_type, record_id, action, actor_kind, actor_name, position, id)
      SELECT 'Customer', gen_random_uuid(), position || ' ' || n, 'SYSTEM', 'test', position,
        ('00000000-0000-7000-8000-00000000000' || n)::uuid
      FROM (VALUES (0, 1), (0, 2), (40, 5), (40, 6), (30, 7), (50, 4)) e (position, n);
      INSERT INTO webhooks (url, events, sealed_secret, position, feed_id)
      SELECT 'https://example.com', '{*}', place, position, ('00000000-0000-7000-8000-00000000000' || n)::uuid
      FROM (VALUES ('middle', 40, 5), ('between', 45, 0), ('end', 1000, 0), ('start', 30, 7)) w (place, position, n)`);
    await runner.startTransaction();
    await migration.up(runner);
    await runner.commitTransaction();
    const db = database.db();
    const until = await endOfFeed(db);
    const left = async (after: FeedPlace) => {
      const slice = { after, until, which: sql`true`, most: 10 };
      const rows = await db.rows<{ action: string }>(entriesOf(sql`r.id, r.action`, slice));
      return rows.map(({ action }) => action);
    };
    expect(await left(START_OF_FEED)).toEqual(["0 1", "0 2", "30 7", "40 5", "40 6", "50 4"]);
    const places = await db.rows<FeedPlace & { name: string }>(
      sql`SELECT sealed_secret AS name, position, feed_id AS id FROM webhooks ORDER BY name`,
    );
    const rest = await Promise.all(
      places.map(async ({ name, ...place }) => [name, await left(place)]),
    );
    expect(Object.fromEntries(rest)).toEqual({
      between: ["50 4"],
      end: [],
      middle: ["40 6", "50 4"],
      start: ["40 5", "40 6", "50 4"],
    });
    // Earlier cursors: of an entry, of an end without an entry, and of another database.
    const first = await placeOfTransaction(db, "40", "00000000-0000-7000-8000-000000000005");
    const end = await placeOfTransaction(db, "49", "ffffffff-ffff-ffff-ffff-ffffffffffff");
    if (!first || !end) throw new Error("a cursor was refused");
    expect(await left(first)).toEqual(["40 6", "50 4"]);
    expect(await left(end)).toEqual(["50 4"]);
    expect(await placeOfTransaction(db, "999999999999", first.id)).toBeNull();
  } finally {
    await runner.release();
    await database.close();
    await drop();
  }
});
