import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { z } from "zod";
import { SetupError } from "../setupError.js";
import { type EmbeddedPostgres, startEmbedded } from "./embeddedPostgres.js";
import { isAlive } from "./holder.js";

const holder = fileURLToPath(new URL("../../../test/setup/holdEmbedded.ts", import.meta.url));

let folder: string;
let dataDir: string;
let lines: string[];
let running: EmbeddedPostgres[];
let children: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "clientela-embedded-"));
  dataDir = path.join(folder, "data");
  lines = [];
  running = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) await end(child, "SIGTERM");
  for (const server of running) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({
    dataDir,
    log: (line) => lines.push(line),
    onLost: (error) => lines.push(error.message),
    fsync: false,
  });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url);
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function postmaster(): Promise<number> {
  return Number.parseInt(
    await readFile(path.join(dataDir, "postgres", "postmaster.pid"), "utf8"),
    10,
  );
}

/** Starts an embedded database in another process, which the test may then kill. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(holder, [dataDir], {
    silent: true,
    execArgv: ["--conditions=source", "--import", "@oxc-node/core/register"],
  });
  children.push(child);
  const [message] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("The other process ended"))),
  ]);
  return { child, url: z.object({ url: z.string() }).parse(message).url };
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

async function refusal(): Promise<SetupError> {
  const ignore = () => undefined;
  const error = await startEmbedded({ dataDir, log: ignore, onLost: ignore }).catch(
    (thrown: unknown) => thrown,
  );
  if (error instanceof SetupError) return error;
  throw new Error(`Expected a SetupError, got ${String(error)}`);
}

test("an empty folder becomes a UTF-8 database with checksums that sorts as people do", async () => {
  const { url } = await start();
  expect(await ask(url, "SHOW data_checksums")).toBe("on");
  expect(await ask(url, "SHOW server_encoding")).toBe("UTF8");
  expect(await ask(url, "SHOW listen_addresses")).toBe("127.0.0.1");
  expect(await ask(url, "SHOW server_version")).toMatch(/^18\./);
  const sorted =
    "SELECT string_agg(n, ' ' ORDER BY n) FROM unnest('{Zebra,abacate,Água,banana}'::text[]) n";
  expect(await ask(url, sorted)).toBe("abacate Água banana Zebra");
  await ask(url, "CREATE EXTENSION pg_trgm");
  // Accented letters are letters for the search, whatever the machine's locale is.
  expect(await ask(url, "SELECT similarity('ação', 'aço') > similarity('ação', 'no')")).toBe(true);
});

test("the password is in a file that others cannot read, and nobody signs in without it", async () => {
  const { url } = await start();
  const file = path.join(dataDir, "postgres.password");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(new URL(url).password).toBe((await readFile(file, "utf8")).trim());
  const wrong = new URL(url);
  wrong.password = "guess";
  await expect(ask(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
});

test("start, stop, start keeps the data, and the folder is free in between", async () => {
  const first = await start();
  await ask(first.url, "CREATE TABLE kept AS SELECT 42 AS n");
  await first.stop();
  const second = await start();
  expect(await ask(second.url, "SELECT n FROM kept")).toBe(42);
});

test("a server that is killed comes back within five seconds, at the same address, with its data", async () => {
  const { url } = await start();
  await ask(url, "CREATE TABLE kept AS SELECT 42 AS n");
  const killed = await postmaster();
  process.kill(killed, "SIGKILL");
  const deadline = Date.now() + 5_000;
  let answer: unknown;
  while (answer === undefined && Date.now() < deadline)
    answer = await ask(url, "SELECT n FROM kept").catch(() => pause(50, undefined));
  expect(answer).toBe(42);
  expect(await postmaster()).not.toBe(killed);
});

test("after both processes are killed the next start brings the data back", async () => {
  const { child, url } = await startElsewhere();
  await ask(url, "CREATE TABLE kept AS SELECT 42 AS n");
  const server = await postmaster();
  await end(child, "SIGKILL");
  process.kill(server, "SIGKILL");
  const next = await start();
  expect(await ask(next.url, "SELECT n FROM kept")).toBe(42);
});

test("a server that a killed process left behind is stopped and its data served again", async () => {
  const { child, url } = await startElsewhere();
  await ask(url, "CREATE TABLE kept AS SELECT 42 AS n");
  const orphan = await postmaster();
  await end(child, "SIGKILL");
  expect(await ask(url, "SELECT 1")).toBe(1);
  const next = await start();
  expect(await ask(next.url, "SELECT n FROM kept")).toBe(42);
  expect(await postmaster()).not.toBe(orphan);
  expect(lines).toContain(
    `Stopping the database server (process ${orphan}) that an earlier run left behind`,
  );
});

test("a pid file whose number now belongs to another program is ignored", async () => {
  await (await start()).stop();
  const file = path.join(dataDir, "postgres", "postmaster.pid");
  const { pid } = process;
  await writeFile(file, `${pid}\n${path.join(dataDir, "postgres")}\n0\n5432\n\n127.0.0.1\n`);
  const next = await start();
  expect(await ask(next.url, "SELECT 1")).toBe(1);
});

test("a second start on the same folder is refused, and the first goes on", async () => {
  const { child, url } = await startElsewhere();
  const { message } = await refusal();
  expect(message).toContain(
    `Clientela is already running on this data folder (process ${child.pid}).`,
  );
  expect(await ask(url, "SELECT 1")).toBe(1);
});

test("a lock whose process id now belongs to another process is ignored", async () => {
  const first = await start();
  const lock = path.join(dataDir, "clientela.lock");
  const held = JSON.parse(await readFile(lock, "utf8"));
  await first.stop();
  await writeFile(lock, JSON.stringify({ ...held, started: "long ago" }));
  const next = await start();
  expect(await ask(next.url, "SELECT 1")).toBe(1);
});

test("who loses the folder ends at once, and its database server with it", async () => {
  const { child } = await startElsewhere();
  const server = await postmaster();
  const ended = once(child, "exit");
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const lock = path.join(dataDir, "clientela.lock");
  const held = JSON.parse(await readFile(lock, "utf8"));
  await rm(lock);
  await writeFile(lock, JSON.stringify({ ...held, pid: 1, host: "other", namespace: "other" }));
  const [code] = await ended;
  expect(code).toBe(78);
  expect(said).toContain("was taken by process 1 of another container or machine, other.");
  while (isAlive(server)) await pause(20);
});

test("a lock that only its heartbeat shows holds, and one whose heartbeat has stopped does not", async () => {
  await (await start()).stop();
  const lock = path.join(dataDir, "clientela.lock");
  const other = { pid: 1, started: "there", host: "other", namespace: "other machine" };
  let beat = 0;
  const write = () => writeFile(lock, JSON.stringify({ ...other, beat: ++beat }));
  await write();
  const beats = setInterval(write, 1_000);
  const { message } = await refusal().finally(() => clearInterval(beats));
  expect(message).toContain("process 1 of another container or machine, other");
  const next = await start();
  expect(await ask(next.url, "SELECT 1")).toBe(1);
});

test("a file in place of the folder is named in one sentence", async () => {
  await writeFile(dataDir, "");
  expect((await refusal()).message).toBe(
    `The data folder ${dataDir} is not a folder. Move that file away, or set DATA_DIR to another folder.`,
  );
});

test("a database of another PostgreSQL and files that are no database are left alone", async () => {
  await (await start()).stop();
  const version = path.join(dataDir, "postgres", "PG_VERSION");
  await writeFile(version, "17\n");
  expect((await refusal()).message).toContain("was made by PostgreSQL 17");
  await rm(version);
  expect((await refusal()).message).toContain("holds files but no database");
});
