import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pino } from "pino";
import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import { copyOf, type FreshDatabase, freshDatabase } from "../../../test/setup/database.js";
import { keyOfFile } from "../../features/files/fileBytes.js";
import { registry } from "../../features.js";
import { type Database, openDatabase } from "../database/database.js";
import { openStorage } from "../files/openStorage.js";
import { Installation } from "./installation.js";
import { sweepOrphans } from "./orphans.js";
import { sweepQuarantine } from "./quarantine.js";
import { askRemoval, sweepRemovals } from "./removals.js";

const LATER_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

let folder: string;
let databases: FreshDatabase[];
let opened: Database[];
let logged: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "clientela-installation-"));
  databases = [];
  opened = [];
  logged = [];
});
afterEach(async () => {
  for (const database of opened) await database.close();
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function fresh(made: Promise<FreshDatabase> = freshDatabase()): Promise<string> {
  const database = await made;
  databases.push(database);
  return database.url;
}

/** A process on a database, with its files in a folder. */
class Process {
  constructor(
    readonly installation: Installation,
    readonly database: Database,
  ) {}

  static async on(url: string, files = "files", confirmed?: string): Promise<Process> {
    const log = pino({ level: "info" }, { write: (line: string) => logged.push(line) });
    const database = await openDatabase({ url, log: pino({ level: "silent" }), sizes: undefined });
    opened.push(database);
    const storage = await openStorage(`file://${path.join(folder, files)}`, folder);
    return new Process(
      new Installation({ database, storage, kinds: registry.storedKinds, log, confirmed }),
      database,
    );
  }

  get db() {
    return this.database.db();
  }

  async start(adopt?: string): Promise<Process> {
    await this.installation.claim(adopt);
    return this;
  }

  /** Takes leave and closes its connections. */
  async end(): Promise<void> {
    await this.installation.watch()();
    await this.database.close();
    opened.splice(opened.indexOf(this.database), 1);
  }

  async addFile(): Promise<string> {
    const id = uuidV7();
    await this.addBytes(id);
    await this.db.execute(sql`
      INSERT INTO files (id, name, media_type, size, sha256) VALUES (${id}::uuid, 'a.txt', 'text/plain', 1, ${"0".repeat(64)})`);
    return id;
  }

  async addBytes(id: string): Promise<void> {
    await this.installation.storage.write(keyOfFile(id), Readable.from([Buffer.from("x")]));
  }

  async sweep(now = new Date(Date.now() + LATER_MS)): Promise<void> {
    await sweepRemovals(this.installation, this.db, now);
    await sweepQuarantine(this.installation, this.db, now);
    await sweepOrphans(this.installation, this.db, now);
  }
}

async function stored(below: string): Promise<number> {
  const entries = await readdir(path.join(folder, below), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).length;
}

async function refusal(start: Promise<unknown>): Promise<string> {
  const error = await start.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Error && error.name === "SetupError") return error.message;
  throw new Error(`Expected a SetupError, got ${String(error)}`);
}

const codeIn = (sentence: string | null) => /=([0-9a-f]{8})/.exec(sentence ?? "")?.[1];

test("an empty database is refused at a storage that is used, in words on both, until a person adopts it", async () => {
  const first = await (await Process.on(await fresh())).start();
  const id = await first.addFile();
  await first.end();

  const unknown = await Process.on(await fresh());
  const said = await refusal(unknown.start());
  expect(said).toMatch(
    /^The files at .*files belong to the installation [0-9a-f-]{36} \(last used by .*\), and the database is one that was never used with any\..* start once with ADOPT_STORAGE=[0-9a-f]{8}\.$/,
  );
  expect(await refusal(unknown.start("00000000"))).toBe(said);
  await unknown.sweep();
  expect(await first.installation.storage.has(keyOfFile(id))).toBe(true);

  await unknown.start(codeIn(said));
  expect(unknown.installation.waitsFor).toBeNull();
  // The code was for that once.
  const third = await Process.on(await fresh());
  expect(codeIn(await refusal(third.start(codeIn(said))))).not.toBe(codeIn(said));
});

test("two installations, and a newer format, are refused", async () => {
  await (await Process.on(await fresh(), "one")).start();
  const two = await (await Process.on(await fresh(), "two")).start();
  await two.end();
  const mixed = await Process.on(two.database.url, "one");
  expect(await refusal(mixed.start())).toMatch(
    /belong to the installation [0-9a-f-]{36} .* and the database to the installation [0-9a-f-]{36}\./,
  );
  await writeFile(path.join(folder, "two/installation.json"), '{"format":2}');
  const older = await Process.on(two.database.url, "two");
  expect(await refusal(older.start())).toContain("are newer than this Clientela");
});

test("a copy of the database serves, but removes nothing; nor does the original once there are two", async () => {
  const url = await fresh();
  const original = await (await Process.on(url)).start();
  await original.addFile();
  await original.end();
  const copyUrl = await fresh(copyOf(url));

  const again = await (await Process.on(url)).start();
  const late = await again.addFile();
  const copy = await (await Process.on(copyUrl)).start();
  expect(copy.installation.waitsFor).toMatch(
    /were used last with another database of this installation \(by .*; generation 2, the database has 1\)/,
  );
  await askRemoval(copy.db, [keyOfFile(late)], { reason: "test", forGood: true });
  await copy.sweep();
  expect(await stored("files/uploads")).toBe(2);
  // It goes on to say so, however often it starts.
  await copy.end();
  const restarted = await (await Process.on(copyUrl)).start();
  expect(restarted.installation.waitsFor).not.toBeNull();

  // A person gives the copy these files, and the original finds that out before it sweeps.
  await restarted.start(codeIn(restarted.installation.waitsFor));
  expect(await again.installation.maySweep()).toBe(false);
  expect(await restarted.installation.maySweep()).toBe(false);
  expect(restarted.installation.waitsFor).toContain("Two databases use the files");
  expect(logged.join()).toContain("Nothing is removed from the storage");
});

test("a database that was moved has to be confirmed, and is then the one", async () => {
  const url = await fresh();
  const original = await (await Process.on(url)).start();
  await original.addFile();
  await original.end();
  const moved = await (await Process.on(await fresh(copyOf(url)))).start();
  expect(moved.installation.waitsFor).toContain("was restored from a backup or moved");
  await moved.start(codeIn(moved.installation.waitsFor));
  expect(await moved.installation.maySweep()).toBe(true);
});

test("an installation from before this is adopted where its files are, and refused where they are not", async () => {
  const url = await fresh();
  const before = await Process.on(url);
  await before.addFile();
  const elsewhere = await Process.on(url, "empty");
  expect(await refusal(elsewhere.start())).toMatch(
    /^Of 1 files of the database that were looked for, 1 are not in the storage/,
  );
  const unknown = await Process.on(await fresh());
  expect(await refusal(unknown.start())).toMatch(
    /^The storage at .* holds files, and the database knows none of them/,
  );
  await before.start();
  expect(await before.installation.maySweep()).toBe(true);
  await rm(path.join(folder, "files/installation.json"));
  expect(await before.installation.maySweep()).toBe(false);
  expect(before.installation.waitsFor).toContain("no longer says whose it is");
});

test("processes that do not see the same files do not work together", async () => {
  const url = await fresh();
  const first = await (await Process.on(url)).start();
  const apart = await Process.on(url, "another");
  expect(await refusal(apart.start())).toMatch(
    /^Another process on this database \(process \d+ on .*\) keeps its files elsewhere/,
  );
  const together = await (await Process.on(url)).start();
  expect(await first.installation.maySweep()).toBe(true);
  await together.end();
  await first.end();
  // With nobody there and no file known, another place is a new beginning.
  await apart.start();
});

test("more objects without a record than a few stay, until a person confirms these; then they wait in the quarantine", async () => {
  const url = await fresh();
  const one = await (await Process.on(url)).start();
  for (let count = 0; count < 5; count++) await one.addFile();
  const [orphan = "", ...others] = Array.from({ length: 6 }, () => uuidV7());
  await one.addBytes(orphan);
  await one.sweep(new Date());
  expect(await stored("files/uploads")).toBe(6);
  await one.sweep();
  expect([await stored("files/uploads"), await stored("files/quarantine")]).toEqual([5, 1]);
  expect(logged.join()).toMatch(new RegExp(`"key":"${keyOfFile(orphan)}","reason":"no record"`));

  for (const id of others) await one.addBytes(id);
  await one.sweep();
  expect(await stored("files/uploads")).toBe(10);
  expect(one.installation.waitsFor).toMatch(/^5 of 10 objects in the storage .* have no record/);
  const code = codeIn(one.installation.waitsFor);
  const confirmed = await (await Process.on(url, "files", code)).start();
  await confirmed.sweep();
  expect([await stored("files/uploads"), await stored("files/quarantine")]).toEqual([5, 6]);

  // What turns out to have a record comes back, the rest goes after 30 days there.
  await one.db.execute(sql`
    INSERT INTO files (id, name, media_type, size, sha256) VALUES (${orphan}::uuid, 'a.txt', 'text/plain', 1, ${"0".repeat(64)})`);
  await one.sweep(new Date(Date.now() + 29 * DAY_MS));
  expect([await stored("files/uploads"), await stored("files/quarantine")]).toEqual([6, 5]);
  await one.sweep(new Date(Date.now() + 32 * DAY_MS));
  expect([await stored("files/uploads"), await stored("files/quarantine")]).toEqual([6, 0]);
});
