import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { FEWEST_CONNECTIONS } from "../src/platform/database/connections/connectionBudget.js";
import { emptyDatabase, type FreshDatabase, freshDatabase } from "./setup/database.js";
import { type Program, startProgram } from "./support/program.js";
import { until } from "./support/until.js";

let database: FreshDatabase;
let dataDir: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), "clientela-start-"));
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

function start(settings: Record<string, string>, options: string[] = []): Program {
  const program = startProgram(
    { DATA_DIR: dataDir, DATABASE_URL: database.url, ...settings },
    options,
  );
  running.add(program.child);
  return program;
}

async function askAlone(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(database.url);
  await client.connect();
  return client.query(statement).finally(() => client.end());
}

/** Starts and expects it to exit at once, with a message for the operator and no stack. */
async function refusal(settings: Record<string, string>, options: string[] = []): Promise<string> {
  const server = start(settings, options);
  expect(await server.ended()).toBe(78);
  expect(server.said()).not.toMatch(/\n\s+at /);
  return server.said();
}

const signIn = (address: string, account: { email: string; password: string }) =>
  fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(account),
  });

test("a port in use is named", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = address && typeof address === "object" ? address.port : 0;
  expect(await refusal({ PORT: String(port) })).toContain(
    `Port ${port} on 127.0.0.1 is taken by another program. Set PORT to a free one.`,
  );
  other.close();
});

test("an unreachable database is named, without its password", async () => {
  const said = await refusal({ DATABASE_URL: "postgres://clientela:secret@127.0.0.1:1/clientela" });
  expect(said).toMatch(/The database clientela at 127\.0\.0\.1:1 does not answer/);
  expect(said).not.toContain("secret");
});

test("an invalid setting and an unknown option are named", async () => {
  expect(await refusal({ ORGANISATION_TIME_ZONE: "Brasilia" })).toMatch(
    /ORGANISATION_TIME_ZONE must be an IANA time zone .* \(it is "Brasilia"\)/,
  );
  expect(await refusal({}, ["--demos"])).toMatch(
    /--demos.*\n.*The options are --demo, .* --remove-demo, .* and --check-metrics/,
  );
});

test("two concurrent first starts create one admin, who exists before the server reports that it is ready", async () => {
  const empty = await emptyDatabase();
  const account = { email: "ana@example.com", password: "correct horse 9" };
  const starts = [1, 2].map(() =>
    start({
      DATABASE_URL: empty.url,
      DATA_DIR: path.join(dataDir, "two"),
      ADMIN_EMAIL: account.email,
      ADMIN_PASSWORD: account.password,
      LOG_LEVEL: "error",
    }),
  );
  for (const server of starts) {
    const [, address] = await server.says(/running at (\S+)/);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await signIn(`${address}`, account)).status).toBe(200);
    await server.says(/Ctrl-C stops it/);
  }
  for (const server of starts) {
    expect(server.said()).not.toMatch(/\n\s+at |"level"/);
    server.child.kill("SIGTERM");
    expect(await server.ended()).toBe(0);
  }
  await empty.drop();
});
test("an easily guessed password in the settings creates no admin", async () => {
  const said = await refusal({ ADMIN_EMAIL: "ana@example.com", ADMIN_PASSWORD: "Senha@123" });
  expect(said).toContain("ADMIN_PASSWORD is too easy to guess. Choose another one.");
});

test("an unattended start creates the admin of its settings, and stops gracefully", async () => {
  const account = { email: "ana@example.com", password: "correct horse 9" };
  const first = start({
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
    DATABASE_CONNECTIONS: String(FEWEST_CONNECTIONS),
  });
  const [, address] = await first.says(/running at (\S+)/);
  await first.says(/Ctrl-C stops it/);
  expect(first.said()).not.toContain("/welcome?token=");
  expect((await signIn(`${address}`, account)).status).toBe(200);
  // Neither the process that serves people nor its worker keeps a connection that could do more than serve.
  const users = async () => {
    const { rows } = await askAlone(
      `SELECT DISTINCT usename FROM pg_stat_activity
       WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return rows.map(({ usename }) => usename);
  };
  // Those that prepared the database may still be on their way out.
  await until(async () => (await users()).length === 1);
  expect(await users()).toEqual([`clientela_app_${new URL(database.url).username}`]);
  first.child.kill("SIGTERM");
  expect(await first.ended()).toBe(0);

  const second = start({});
  await second.says(/Ctrl-C stops it/);
  expect(second.said()).not.toContain("/welcome?token=");
  // It ends with what started it too, which may have been killed.
  second.child.disconnect();
  expect((await once(second.child, "exit"))[0]).toBe(0);
});
