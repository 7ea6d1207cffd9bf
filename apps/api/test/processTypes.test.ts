import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { emptyDatabase, type FreshDatabase } from "./setup/database.js";
import { type Program, startProgram, startWorkerProgram } from "./support/program.js";
import { until } from "./support/until.js";

const ACCOUNT = { email: "ana@example.com", password: "correct horse 9" };

let database: FreshDatabase;
let dataDir: string;
const programs: Program[] = [];
const settings = () => ({
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  ADMIN_EMAIL: ACCOUNT.email,
  ADMIN_PASSWORD: ACCOUNT.password,
  MIGRATE_AT_START: "off",
});

beforeAll(async () => {
  database = await emptyDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), "clientela-types-"));
});
afterAll(async () => {
  for (const { child } of programs) child.kill("SIGKILL");
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const started = (program: Program): Program => {
  programs.push(program);
  return program;
};

test("the API waits for the migrations of another process, and a worker of its own does its jobs", async () => {
  const api = started(startProgram(settings(), ["api"]));
  await api.says(/Waiting for another process to run the migrations/);
  const migrations = started(startProgram(settings(), ["migrate"]));
  expect(await migrations.ended()).toBe(0);
  expect(migrations.said()).toContain("The database is up to date.");
  const [, address = ""] = await api.says(/running at (\S+)/);

  const headers = { "content-type": "application/json" };
  const session = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers,
    body: JSON.stringify(ACCOUNT),
  });
  const cookie = session.headers.getSetCookie().map((one) => one.split(";")[0]);
  const ask = async (query: string): Promise<Record<string, { id: string; status: string }>> => {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { ...headers, cookie: cookie.join("; ") },
      body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as { data: Record<string, never> };
    return data.createExport ?? data;
  };
  const { export: made } = await ask(
    "mutation { createExport(input: { recordType: CUSTOMER, format: CSV }) { export { id status } } }",
  );
  const status = async () =>
    (await ask(`{ export(id: "${made?.id}") { id status } }`)).export?.status;
  expect(await status()).toBe("RUNNING");

  const worker = started(startWorkerProgram(settings()));
  await worker.says(/running background jobs/);
  await until(async () => (await status()) === "DONE");
  worker.child.kill("SIGTERM");
  expect(await worker.ended()).toBe(0);
  api.child.kill("SIGTERM");
  expect(await api.ended()).toBe(0);
});

test("a process of one type needs a database that others reach", async () => {
  for (const program of [
    startProgram({ DATABASE_URL: "" }, ["api"]),
    startWorkerProgram({ DATABASE_URL: "" }),
  ]) {
    expect(await started(program).ended()).toBe(78);
    expect(program.said()).toMatch(/A process of the type (api|worker) needs DATABASE_URL/);
  }
  const unknown = started(startProgram({}, ["apis"]));
  expect(await unknown.ended()).toBe(78);
  expect(unknown.said()).toContain("Unknown argument: apis.");
});
