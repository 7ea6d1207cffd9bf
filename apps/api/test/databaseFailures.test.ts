import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import sql from "sql-template-tag";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { databaseFailure } from "../src/platform/database/databaseFailure.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { runAlone } from "./setup/database.js";
import { until } from "./support/until.js";

const STATEMENT_MS = 1_500;
const COUNT = "{ customers { totalCount } }";
const CREATE =
  'mutation { createCustomer(input: { legalName: "Ana", address: { city: "Olinda", country: "BR" } }) { customer { id } } }';

let server: TestServer;
let admin: Caller;
let name: string;
beforeAll(async () => {
  server = await startServer({
    statementTimeoutMs: STATEMENT_MS,
    // Background work takes connections when it likes, and here they are counted.
    works: false,
    limits: { requestsPerMinute: 10_000 },
  });
  admin = await server.signIn("admin");
  name = new URL(server.databaseUrl).pathname.slice(1);
  await server.asOwner(`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN EXECUTE TG_ARGV[0]; RETURN NEW; END $$`);
});
afterAll(() => server.close());

/** Runs a statement whenever a customer is created. */
const whenMade = (statement: string) =>
  server.asOwner(
    `CREATE TRIGGER fail BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION fail(${pg.escapeLiteral(statement)})`,
  );
const asBefore = () => server.asOwner("DROP TRIGGER IF EXISTS fail ON customers");
const raise = (sqlstate: string) =>
  whenMade(`DO $do$ BEGIN RAISE EXCEPTION 'so it is' USING ERRCODE = '${sqlstate}'; END $do$`);

/** Closes the connections of the server, as a failover does. */
const endConnections = () =>
  server.asOwner(`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'clientela'`);

async function isSleeping(): Promise<boolean> {
  const { rows } = await server.app.database.pool.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'",
  );
  return rows.length > 0;
}

async function withSetting(setting: string, work: () => Promise<void>): Promise<void> {
  await server.asOwner(`ALTER DATABASE ${name} SET ${setting}`);
  await endConnections();
  try {
    await work();
  } finally {
    const url = new URL(server.databaseUrl);
    url.searchParams.set("options", "-c default_transaction_read_only=off");
    await runAlone(url.href, `ALTER DATABASE ${name} RESET ALL`);
  }
}

interface Failure {
  status: number;
  code: unknown;
  reason: unknown;
  retryAfter: string | null;
  message: string | undefined;
}

async function failureOf(query: string, headers: Record<string, string> = {}): Promise<Failure> {
  const { status, headers: sent, errors } = await admin.ask(query, {}, headers);
  const { code, reason } = errors?.[0]?.extensions ?? {};
  return {
    status,
    code,
    reason,
    retryAfter: sent.get("retry-after"),
    message: errors?.[0]?.message,
  };
}

const unavailable = (reason: string) => ({
  status: 503,
  code: "UNAVAILABLE",
  reason,
  retryAfter: expect.stringMatching(/^\d+$/),
});

/** Repeats a request until it succeeds; each failure until then must report the database. */
async function backAgain(query: string): Promise<void> {
  await until(async () => {
    const { status } = await admin.ask(query);
    if (status !== 200) expect(status).toBe(503);
    return status === 200;
  });
}

describe("database errors are reported by class", () => {
  afterEach(asBefore);

  test("57014: statement timeout", async () => {
    await whenMade("SELECT pg_sleep(5)");
    expect(await failureOf(CREATE)).toMatchObject(unavailable("TIME_LIMIT"));
    expect((await admin.ask(COUNT)).status).toBe(200);
  });

  test("55P03: lock timeout", async () => {
    const { id, version } = await makeCustomer(admin);
    const other = new pg.Client(server.databaseUrl);
    await other.connect();
    await other.query("BEGIN");
    await other.query("SELECT 1 FROM customers WHERE id = $1 FOR UPDATE", [id]);
    await withSetting("lock_timeout = '200ms'", async () => {
      await backAgain(COUNT);
      const update = `mutation { updateCustomer(input: { id: "${id}", version: ${version}, notes: "x" }) { customer { id } } }`;
      expect(await failureOf(update)).toMatchObject(unavailable("LOCKED"));
    });
    await other.query("ROLLBACK");
    await other.end();
    await endConnections();
    await backAgain(COUNT);
  });

  test.each(["40001", "40P01"])(
    "%s: another transaction came first, three times",
    async (sqlstate) => {
      await raise(sqlstate);
      expect(await failureOf(CREATE)).toMatchObject(unavailable("CONTENDED"));
    },
  );

  test.each(["53000", "53200"])("%s: the server has no resources left", async (sqlstate) => {
    await raise(sqlstate);
    expect(await failureOf(CREATE)).toMatchObject(unavailable("OVERLOADED"));
  });

  test.each(["53100", "53400"])("%s: the disk is full, and reads go on", async (sqlstate) => {
    await raise(sqlstate);
    expect(await failureOf(CREATE)).toMatchObject({
      status: 507,
      code: "STORAGE_FULL",
      message:
        "The database has no disk space left. Nothing was saved, reading works; tell your administrator.",
    });
    expect((await failureOf(CREATE, { "accept-language": "pt-BR" })).message).toMatch(
      /^O banco de dados está sem espaço em disco/,
    );
    // A request with an Idempotency-Key reports the same.
    expect(await failureOf(CREATE, { "idempotency-key": `full-${sqlstate}` })).toMatchObject({
      status: 507,
      code: "STORAGE_FULL",
    });
    expect((await admin.ask(COUNT)).status).toBe(200);
  });

  test("57P01: the server closes the connection during a statement", async () => {
    await whenMade("SELECT pg_sleep(30)");
    const answer = failureOf(CREATE);
    await until(isSleeping);
    await endConnections();
    expect(await answer).toMatchObject(unavailable("AWAY"));
    await asBefore();
    await backAgain(CREATE);
  });

  test("57P01: the server closes the connection between the last statement and the commit", async () => {
    const lost = server.db.transaction(async (db) => {
      const row = await db.row<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
      await server.asOwner(`SELECT pg_terminate_backend(${row?.pid})`);
      // Until the driver knows of it; should it not yet, the commit itself fails in another way.
      await pause(200);
    });
    const error: unknown = await lost.catch((reason: unknown) => reason);
    expect(databaseFailure(error)).toMatchObject({ reason: "AWAY" });
    await backAgain(COUNT);
  });

  test("53300: no connection is available; the existing ones are shared", async () => {
    await server.asOwner(`ALTER DATABASE ${name} CONNECTION LIMIT 0`);
    await endConnections();
    // Until the last of those that were there is known to be gone.
    await until(async () => (await failureOf(COUNT)).reason !== "AWAY");
    expect(await failureOf(COUNT)).toMatchObject(unavailable("TOO_MANY_CONNECTIONS"));
    expect((await server.stranger.fetch("/readyz")).status).toBe(503);
    expect((await server.stranger.fetch("/healthz")).status).toBe(200);
    // The listeners have taken some of them.
    await server.asOwner(`ALTER DATABASE ${name} CONNECTION LIMIT 8`);
    await backAgain(COUNT);
    const answers = await Promise.all(Array.from({ length: 60 }, () => admin.ask(COUNT)));
    expect(answers.filter(({ status }) => status !== 200)).toHaveLength(0);
    await server.asOwner(`ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    await backAgain(COUNT);
  });
});

describe("25006: the database is read-only, as after a failover", () => {
  const signIn = (password: string) =>
    server.stranger.fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "admin1@example.com", password }),
    });

  const untilReady = () =>
    until(async () => (await server.stranger.fetch("/readyz")).status === 200);

  test("reads work, writes are refused in words, and connections are replaced", async () => {
    await withSetting("default_transaction_read_only = on", async () => {
      // As a minute after anyone was seen last: what is only noted down is left out.
      await backAgain(COUNT);
      expect((await server.stranger.fetch("/readyz")).status).toBe(503);
      expect((await admin.fetch("/changes")).status).toBe(200);
      expect(await failureOf(CREATE)).toMatchObject({
        ...unavailable("READ_ONLY"),
        message: expect.stringMatching(/accepts no changes right now/),
      });
      expect(await failureOf(CREATE, { "idempotency-key": "read-only" })).toMatchObject(
        unavailable("READ_ONLY"),
      );
      const form = new FormData();
      form.set("file", new Blob(["x"]), "x.txt");
      for (const refused of [
        await signIn("correct horse battery"),
        await admin.fetch("/files", { method: "POST", body: form }),
      ]) {
        expect(refused.status).toBe(503);
        expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
        expect(await refused.json()).toMatchObject({
          errors: [{ extensions: { code: "UNAVAILABLE", reason: "READ_ONLY" } }],
        });
      }
      expect((await admin.ask(COUNT)).status).toBe(200);
    });
    // Nobody closes the connections now: the server drops them itself.
    await backAgain(CREATE);
    await untilReady();
    expect((await signIn("correct horse battery")).status).toBe(200);
  });

  test("ready means that no connection remains that was opened while the database accepted no writes", async () => {
    const { pool } = server.app.database;
    const readOnly: pg.PoolClient[] = [];
    await withSetting("default_transaction_read_only = on", async () => {
      for (let count = 0; count < 6; count += 1) readOnly.push(await pool.connect());
    });
    // The pool hands out the one that came back last: this one hides the others.
    const writable = await pool.connect();
    for (const client of [...readOnly, writable]) client.release();
    await untilReady();
    const answers = await Promise.all(Array.from({ length: 12 }, () => admin.ask(CREATE)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });
});
