import { randomBytes } from "node:crypto";
import pg from "pg";
import { pino } from "pino";
import { registry } from "../src/features.js";
import {
  prepareServing,
  servingLoginOf,
} from "../src/platform/database/connections/servingLogin.js";
import { migrate, openDatabase } from "../src/platform/database/database.js";
import { migrateJobs } from "../src/platform/jobs/jobs.js";
import { emptyDatabase, type FreshDatabase, runAlone } from "./setup/database.js";

// The database of an owner who is no superuser, as hosts give them out.
const owner = `owner_${randomBytes(4).toString("hex")}`;
const given = `given_${randomBytes(4).toString("hex")}`;
let database: FreshDatabase;

const urlOf = (user: string, password: string) => {
  const url = new URL(database.url);
  url.username = user;
  url.password = password;
  return url.href;
};
const asAdmin = (statement: string) => runAlone(database.url, statement);

let warned: string[] = [];
const log = pino({ level: "warn" }, { write: (line: string) => warned.push(line) });

async function prepare(ownerUrl: string, servingUrl?: string): Promise<string> {
  const opened = await openDatabase({ url: ownerUrl, log });
  try {
    return await prepareServing(opened.pool, {
      ownerUrl,
      servingUrl,
      appendOnly: registry.appendOnly,
      log,
    });
  } finally {
    await opened.close();
  }
}

async function refusesHistory(url: string): Promise<void> {
  for (const first of ["SELECT 1", "SET ROLE NONE", `SET ROLE ${owner}`]) {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query(first).catch(() => undefined);
      await expect(client.query("DELETE FROM activity")).rejects.toMatchObject({ code: "42501" });
      expect((await client.query("SELECT count(*)::int AS n FROM activity")).rows).toEqual([
        { n: 0 },
      ]);
    } finally {
      await client.end();
    }
  }
}

beforeAll(async () => {
  database = await emptyDatabase();
  await asAdmin(`CREATE ROLE ${owner} LOGIN PASSWORD 'first'`);
  await asAdmin(`CREATE ROLE ${given} LOGIN PASSWORD 'given'`);
  const name = new URL(database.url).pathname.slice(1);
  await asAdmin(`ALTER DATABASE ${name} OWNER TO ${owner}`);
  const opened = await openDatabase({ url: urlOf(owner, "first"), log });
  await migrate(opened);
  await migrateJobs(opened, log);
  await opened.close();
});
beforeEach(() => {
  warned = [];
});
afterAll(async () => {
  await database.drop();
  const url = process.env.TEST_DATABASE_URL ?? "";
  for (const role of [`clientela_app_${owner}`, owner, given])
    await runAlone(url, `DROP ROLE IF EXISTS ${role}`);
});

test("an owner that may not create logins serves as before, and the log says what to do", async () => {
  expect(await prepare(urlOf(owner, "first"))).toBe(urlOf(owner, "first"));
  expect(warned.join()).toContain("set SERVING_DATABASE_URL");
});

test("an owner that may create logins is replaced by one with minimal privileges", async () => {
  await asAdmin(`ALTER ROLE ${owner} CREATEROLE`);
  const url = await prepare(urlOf(owner, "first"));
  expect(new URL(url).username).toBe(`clientela_app_${owner}`);
  expect(warned).toEqual([]);
  await refusesHistory(url);
});

test("the login's password changes with the owner's", async () => {
  const before = await prepare(urlOf(owner, "first"));
  await asAdmin(`ALTER ROLE ${owner} PASSWORD 'second'`);
  const after = await prepare(urlOf(owner, "second"));
  expect(new URL(after).password).not.toBe(new URL(before).password);
  await refusesHistory(after);
  await expect(runAlone(before, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
});

test("a configured login gets the privileges it needs, and is refused if it has more", async () => {
  await expect(prepare(urlOf(owner, "second"), urlOf(given, "wrong"))).rejects.toThrow(
    `The user ${given} of SERVING_DATABASE_URL cannot sign in`,
  );
  const url = await prepare(urlOf(owner, "second"), urlOf(given, "given"));
  expect(url).toBe(urlOf(given, "given"));
  await refusesHistory(url);
  await expect(prepare(urlOf(owner, "second"), urlOf(owner, "second"))).rejects.toThrow(
    "may make roles",
  );
  await asAdmin(`GRANT ${owner} TO ${given}`);
  await expect(prepare(urlOf(owner, "second"), url)).rejects.toThrow("owns the tables");
  await asAdmin(`REVOKE ${owner} FROM ${given}`);
  await asAdmin(`GRANT pg_read_server_files TO ${given}`);
  await expect(prepare(urlOf(owner, "second"), url)).rejects.toThrow("files of the database");
  await asAdmin(`ALTER ROLE ${given} SUPERUSER`);
  await expect(prepare(urlOf(owner, "second"), url)).rejects.toThrow("is a superuser");
});

test("an address without a password has no derived login, and a long name is shortened", () => {
  expect(servingLoginOf("postgres://clientela@localhost/clientela")).toBeNull();
  expect(servingLoginOf("postgres:///clientela?host=/run/postgresql")).toBeNull();
  const long = servingLoginOf(`postgres://${"a".repeat(63)}:secret@localhost/clientela`);
  expect(long?.name).toHaveLength(46);
});
