import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, truncate, unlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { pino } from "pino";
import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { emptyDatabase, type FreshDatabase, freshDatabase } from "../../../test/setup/database.js";
import { until } from "../../../test/support/until.js";
import { loadDemo } from "../../demo/loadDemo.js";
import { keyOfFile } from "../../features/files/fileBytes.js";
import { registry } from "../../features.js";
import { migrations } from "../../migrations.js";
import { openDatabase } from "../database/database.js";
import { refuseUnfinishedRestore } from "../database/unfinishedRestore.js";
import { openStorage } from "../files/openStorage.js";
import type { Storage } from "../files/storage.js";
import { Installation } from "../installation/installation.js";
import { checkBackup } from "./checkBackup.js";
import { decompressed } from "./compression.js";
import { fillDatabase } from "./fillDatabase.js";
import { listedFiles } from "./listedFiles.js";
import { restoreBackup } from "./restoreBackup.js";
import { namesToKeep, removeOldBackups } from "./retention.js";
import { BackupTarget } from "./target.js";
import { verifyBackup } from "./verifyBackup.js";
import { type WrittenBackup, writeBackup } from "./writeBackup.js";

const log = pino({ level: "silent" });
const PASSPHRASE = "correct horse battery";
const known = migrations.map(({ name }) => name);

let server: TestServer;
let admin: Caller;
let folder: string;
/** A target with one backup of the demo data, which tests copy. */
let made: string;
let databases: FreshDatabase[];

beforeAll(async () => {
  // The jobs of this server wait: they belong to the backup.
  server = await startServer({ works: false });
  admin = await server.signIn();
  await loadDemo(server.app);
  await server.app.jobs.enqueue(server.db, "webhook", uuidV7());
  // Kept metrics follow what was written in the background.
  await until(
    async () => (await server.db.rows(sql`SELECT FROM metric_changes LIMIT 1`)).length === 0,
  );
  folder = await mkdtemp(path.join(os.tmpdir(), "clientela-backups-"));
  made = path.join(folder, "made");
  await backUp(made, { now: new Date("2026-11-30T02:00:00Z") });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  databases = [];
});
afterEach(async () => {
  for (const database of databases) await database.drop();
});

function backUp(
  to: string,
  { now = new Date(), passphrase }: { now?: Date; passphrase?: string } = {},
): Promise<WrittenBackup> {
  // As the process for background work does: with the login that may only read and write rows.
  const { servingUrl: databaseUrl, app } = server;
  return writeBackup({
    databaseUrl,
    storage: app.storage,
    kinds: registry.storedKinds,
    to,
    passphrase,
    now,
    log,
  });
}

async function scratch(): Promise<string> {
  const database = await emptyDatabase();
  databases.push(database);
  return database.url;
}

const folderStorage = (name: string): Promise<Storage> =>
  openStorage(pathToFileURL(path.join(folder, name)).href, folder);

async function restore(from: string, to: { databaseUrl: string; storage: Storage }) {
  await restoreBackup({
    ...to,
    target: await BackupTarget.open({ url: from, passphrase: undefined }),
    name: undefined,
    kinds: registry.storedKinds,
    handlers: registry.jobHandlers,
    migrations: known,
    log,
  });
}

const verify = async (from: string) =>
  verifyBackup({
    target: await BackupTarget.open({ url: from, passphrase: undefined }),
    name: undefined,
    migrations: known,
    scratchUrl: scratch,
    log,
  });

const check = async (from: string, passphrase?: string, name?: string) =>
  checkBackup(await BackupTarget.open({ url: from, passphrase }), name, known);

/** A copy of the target that may be damaged. */
async function copied(): Promise<string> {
  const copy = path.join(folder, uuidV7());
  await cp(made, copy, { recursive: true });
  return copy;
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

// Those describe a place and its processes, or may be forgotten.
const OF_THE_PLACE = ["migrations", "installation", "storage_generations", "server_processes"];
const NOT_KEPT = [...OF_THE_PLACE, "job_holders", "attempts", "attempt_counts"];

/** All rows of all tables, as texts, in an order of their own. */
const contentsOf = (url: string): Promise<Record<string, string[]>> =>
  onDatabase(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1) ORDER BY 1",
      [NOT_KEPT],
    );
    const contents: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM ${pg.escapeIdentifier(name)} t ORDER BY 1`,
      );
      contents[name] = rows.map(({ row }) => row);
    }
    return contents;
  });

/** What the schema says beyond the rows. */
const schemaOf = (url: string) =>
  onDatabase(url, async (client) => {
    const { rows } = await client.query(`
      SELECT c.conrelid::regclass::text AS of, c.conname::text AS name, pg_get_constraintdef(c.oid) AS is
      FROM pg_constraint c WHERE c.connamespace = 'public'::regnamespace AND c.conrelid <> 0
      UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT t.tgrelid::regclass::text, t.tgname, concat(t.tgenabled, pg_get_triggerdef(t.oid))
      FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
      WHERE NOT t.tgisinternal AND r.relnamespace = 'public'::regnamespace
      ORDER BY 1, 2, 3`);
    return rows;
  });

async function filesIn(storage: Storage): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { key } of storage.list("uploads"))
    files[key] = await text(await storage.read(key));
  return files;
}

test("a restore is continued after it was interrupted, and gives back every row, file, index, trigger, sequence and waiting job", async () => {
  const url = await scratch();
  const storage = await folderStorage("restored");
  let writes = 0;
  const breaking: Storage = {
    ...storage,
    write: async (key, contents) => {
      writes += 1;
      if (writes > 5) throw new Error("the plug was pulled");
      await storage.write(key, contents);
    },
  };
  await expect(restore(made, { databaseUrl: url, storage: breaking })).rejects.toThrow("the plug");
  await onDatabase(url, (client) =>
    expect(refuseUnfinishedRestore(client)).rejects.toThrow(/begun to be restored/),
  );
  await restore(made, { databaseUrl: url, storage });
  await onDatabase(url, refuseUnfinishedRestore);

  const [before, after] = [await contentsOf(server.databaseUrl), await contentsOf(url)];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  const different = Object.keys(before).filter(
    (table) => before[table]?.join("\n") !== after[table]?.join("\n"),
  );
  expect(different).toEqual([]);
  expect(before.customers?.length).toBe(500);
  expect(await schemaOf(url)).toEqual(await schemaOf(server.databaseUrl));
  const files = await filesIn(storage);
  expect(files).toEqual(await filesIn(server.app.storage));
  expect(Object.keys(files).length).toBeGreaterThan(10);
  const sequences = (client: pg.Client) =>
    client.query(
      "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
    );
  expect((await onDatabase(url, sequences)).rows).toEqual(
    (await onDatabase(server.databaseUrl, sequences)).rows,
  );
  const jobs = (client: pg.Client) =>
    client.query("SELECT name, data FROM jobs.job WHERE state = 'created' ORDER BY 1, data::text");
  const waiting = (await onDatabase(url, jobs)).rows;
  expect(waiting).toEqual((await onDatabase(server.databaseUrl, jobs)).rows);
  expect(waiting.length).toBeGreaterThan(0);

  const database = await openDatabase({ url, log });
  try {
    const installationAt = (at: Storage) =>
      new Installation({
        database,
        storage: at,
        kinds: registry.storedKinds,
        log,
        confirmed: undefined,
      });
    // Next to the files of the installation that was backed up, it does not start at all.
    await expect(installationAt(server.app.storage).claim(undefined)).rejects.toThrow(
      /belong to the installation/,
    );
    // With its own, it gets an id of its own, and may remove files.
    const installation = installationAt(storage);
    await installation.claim(undefined);
    expect(installation.waitsFor).toBeNull();
    const idOf = (db: typeof server.db) => db.row(sql`SELECT id FROM installation`);
    expect(await idOf(database.db())).not.toEqual(await idOf(server.db));
  } finally {
    await database.close();
  }
});

test("a backup is verified in a scratch database", async () => {
  const { name, manifest } = await verify(made);
  expect(name).toBe("2026-11-30T020000Z");
  expect(manifest.tables.find((table) => table.name === "customers")?.rows).toBe(500);
});

test("another backup copies only what the target does not have", async () => {
  const to = await copied();
  const id = uuidV7();
  const bytes = Buffer.from(`new bytes ${id}`);
  await server.app.storage.write(keyOfFile(id), Readable.from([bytes]));
  await server.db.execute(sql`
    INSERT INTO files (id, customer_id, name, media_type, size, sha256, uploaded_by_id)
    SELECT ${id}::uuid, customer_id, 'new.txt', media_type, ${bytes.length}, repeat('0', 64), uploaded_by_id
    FROM files WHERE customer_id IS NOT NULL LIMIT 1`);
  try {
    const { manifest, target } = await backUp(to);
    expect(manifest.files).toMatchObject({ added: 1, addedBytes: bytes.length, missing: [] });
    const listed = [];
    for await (const file of listedFiles(target, (await target.names()).at(-1) ?? ""))
      if (file.key === keyOfFile(id)) listed.push(await text(await target.readFile(file.sha256)));
    expect(listed).toEqual([bytes.toString()]);
  } finally {
    await server.db.execute(sql`DELETE FROM files WHERE id = ${id}::uuid`);
    await server.app.storage.remove(keyOfFile(id));
  }
});

test("rows and files are those of one moment, whatever is written and removed while they are copied", async () => {
  const { app, db } = server;
  const create = () =>
    admin.ask(
      'mutation { createCustomer(input: { legalName: "Meanwhile", address: { city: "Porto", country: "PT" } }) { customer { id } } }',
    );
  // The first file that is read loses its record just then, and goes to the quarantine; customers are made all the time.
  let removed: string | undefined;
  const storage: Storage = {
    ...app.storage,
    has: async (key) => {
      if (!removed && key.startsWith("uploads/")) {
        removed = key;
        // After the moment of the backup, however quick the others are.
        await create();
        await app.storage.move(key, `quarantine/${new Date().toISOString().slice(0, 10)}/${key}`);
      }
      return app.storage.has(key);
    },
  };
  let isDone = false;
  const writing = (async () => {
    while (!isDone) await create();
  })();
  await until(async () => (await madeMeanwhile()) > 5);
  const before = await madeMeanwhile();
  const { manifest, target } = await writeBackup({
    databaseUrl: server.databaseUrl,
    storage,
    kinds: registry.storedKinds,
    to: path.join(folder, uuidV7()),
    passphrase: undefined,
    now: new Date(),
    log,
  });
  const during = await madeMeanwhile();
  isDone = true;
  await writing;
  if (!removed) throw new Error("no file was read");
  await app.storage.move(`quarantine/${new Date().toISOString().slice(0, 10)}/${removed}`, removed);
  const files = await db.rows(sql`SELECT FROM files`);
  expect(manifest.files).toMatchObject({ count: files.length, missing: [] });
  const rowsIn = async (table: string) => {
    const part = manifest.tables.find(({ name }) => name === table);
    if (!part) throw new Error(`the backup has no ${table}`);
    const rows = await text(decompressed(await target.readPart(part)));
    return rows.split("\n").flatMap((row) => (row.includes("Meanwhile") ? [row.split("\t")] : []));
  };
  const customers = await rowsIn("customers");
  expect(customers.length).toBeGreaterThanOrEqual(before);
  expect(customers.length).toBeLessThan(during);
  // Each of them with its history, and none without.
  const ids = customers.flatMap((row) => row.filter((value) => /^[0-9a-f-]{36}$/.test(value)));
  const histories = await rowsIn("activity");
  expect(histories.length).toBe(customers.length);
  for (const history of histories) expect(history.some((value) => ids.includes(value))).toBe(true);

  async function madeMeanwhile(): Promise<number> {
    const rows = await db.rows(sql`SELECT FROM customers WHERE legal_name = 'Meanwhile'`);
    return rows.length;
  }
});

test("only one backup is made at a time", async () => {
  const to = await copied();
  let second: Promise<WrittenBackup> | undefined;
  await writeBackup(
    {
      databaseUrl: server.databaseUrl,
      storage: server.app.storage,
      kinds: registry.storedKinds,
      to,
      passphrase: undefined,
      now: new Date(),
      log,
    },
    async () => {
      second = backUp(to);
      await expect(second).rejects.toThrow("is being made already");
    },
  );
  expect(second).toBeDefined();
});

describe("what cannot be used is refused, before anything is touched", () => {
  const part = (name: string) => path.join("backups", "2026-11-30T020000Z", name);

  async function refuses(target: string, sentence: RegExp): Promise<void> {
    const url = await scratch();
    const storage = await folderStorage(`untouched-${uuidV7()}`);
    await expect(restore(target, { databaseUrl: url, storage })).rejects.toThrow(sentence);
    expect(await contentsOf(url)).toEqual({});
    expect(await readdir(storage.place)).toEqual([]);
  }

  test.each(["tables/customers", "tables/activity", "jobs", "files"])(
    "a changed byte of %s",
    async (name) => {
      const target = await copied();
      const file = path.join(target, part(name));
      const bytes = await readFile(file);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await writeFile(file, bytes);
      await refuses(target, /damaged: .* is not what was written/);
    },
  );

  test("a cut table, a missing one, and a cut manifest", async () => {
    const target = await copied();
    await truncate(path.join(target, part("tables/invoices")), 100);
    await refuses(target, /tables\/invoices .* is cut: it has 100 of \d+ bytes/);
    await unlink(path.join(target, part("tables/invoices")));
    await refuses(target, /tables\/invoices .* is missing/);
    await truncate(path.join(target, part("manifest")), 1_000);
    await refuses(target, /manifest of the backup .* is damaged/);
    await unlink(path.join(target, part("manifest")));
    await refuses(target, /There is no complete backup/);
  });

  test("changed bytes of a file, and a missing one", async () => {
    const target = await copied();
    const [some = ""] = await readdir(path.join(target, "files"));
    const [name = ""] = await readdir(path.join(target, "files", some));
    const file = path.join(target, "files", some, name);
    await writeFile(file, "other bytes");
    await refuses(target, new RegExp(`uploads/.* \\(${name}\\) .* are not what was written`));
    await unlink(file);
    await refuses(target, /uploads\/.* are missing/);
    // The next backup has it again.
    await backUp(target);
    await check(target);
  });

  async function withManifest(
    change: (manifest: Record<string, unknown>) => void,
  ): Promise<string> {
    const target = await copied();
    const file = path.join(target, part("manifest"));
    const manifest = JSON.parse(await readFile(file, "utf8"));
    change(manifest);
    await writeFile(file, JSON.stringify(manifest));
    return target;
  }

  test("one of a newer version", async () => {
    const newer = await withManifest((manifest) => {
      manifest.format = 2;
    });
    await refuses(newer, /was made by a newer Clientela/);
    const migrated = await withManifest((manifest) => {
      manifest.migrations = [...known, "Later1999999999999"];
    });
    await refuses(migrated, /is newer than this Clientela: .*Later1999999999999/);
  });

  test("one of another installation, and what is no backup at all", async () => {
    const foreign = await withManifest((manifest) => {
      manifest.installation = uuidV7();
    });
    await refuses(foreign, /belongs to the installation/);
    const other = path.join(folder, uuidV7());
    await cp(server.app.storage.place, other, { recursive: true });
    await refuses(other, /There are no backups of Clientela/);
    await expect(backUp(other)).rejects.toThrow(/holds something else/);
    await expect(check(path.join(folder, "mistyped"))).rejects.toThrow(/There is no folder/);
  });

  test("rows that are not those of the manifest", async () => {
    const target = await withManifest((manifest) => {
      for (const table of manifest.tables as { name: string; sum: number }[])
        if (table.name === "customers") table.sum += 1;
    });
    const database = await freshDatabase();
    databases.push(database);
    const { url } = database;
    const opened = await BackupTarget.open({ url: target, passphrase: undefined });
    const backup = await checkBackup(opened, undefined, known);
    await expect(fillDatabase(url, opened, backup)).rejects.toThrow(/customers .* differs/);
    const rows = (client: pg.Client) => client.query("SELECT FROM customers");
    expect((await onDatabase(url, rows)).rowCount).toBe(0);
  });
});

test("a place that is not empty is refused, and nothing there is changed", async () => {
  const schema = await schemaOf(server.databaseUrl);
  const storage = await folderStorage(uuidV7());
  await expect(restore(made, { databaseUrl: server.databaseUrl, storage })).rejects.toThrow(
    /The database is not empty/,
  );
  const databaseUrl = await scratch();
  await expect(restore(made, { databaseUrl, storage: server.app.storage })).rejects.toThrow(
    /The storage at .* is not empty/,
  );
  expect(await schemaOf(server.databaseUrl)).toEqual(schema);
  expect(await contentsOf(databaseUrl)).toEqual({});
});

test("an encrypted target cannot be read without its passphrase", async () => {
  const to = path.join(folder, uuidV7());
  const { name, manifest } = await backUp(to, { passphrase: PASSPHRASE });
  await expect(check(to)).rejects.toThrow(/are encrypted. Set BACKUP_PASSPHRASE/);
  await expect(check(to, "another passphrase")).rejects.toThrow(/BACKUP_PASSPHRASE is not the one/);
  await expect(backUp(to)).rejects.toThrow(/are encrypted/);
  expect((await check(to, PASSPHRASE)).manifest).toEqual({ format: 1, ...manifest });
  // Neither contents nor hashes of what strangers may have as well.
  const [stored = ""] = await readdir(path.join(to, "files"));
  const [file = ""] = await readdir(path.join(to, "files", stored));
  const hashes = Object.values(await filesIn(server.app.storage)).map((contents) =>
    createHash("sha256").update(contents).digest("hex"),
  );
  expect(hashes).not.toContain(file);
  // Whoever reads the key's public half can encrypt for it, but not seal a manifest.
  await cp(path.join(to, "key.age"), path.join(to, "backups", name, "manifest"));
  await expect(check(to, PASSPHRASE, name)).rejects.toThrow(/manifest .* damaged/);
});

test("days, weeks and months are kept, and all of the last 24 hours", () => {
  const names = [
    "2026-09-30T020000Z",
    "2026-10-31T020000Z",
    "2026-11-08T020000Z",
    "2026-11-22T020000Z",
    "2026-11-26T020000Z",
    "2026-11-27T020000Z",
    "2026-11-28T010000Z",
    "2026-11-28T020000Z",
    "2026-11-29T200000Z",
    "2026-11-30T020000Z",
  ];
  const kept = (daily: number, weekly: number, monthly: number) =>
    names.filter((name) => namesToKeep(names, { daily, weekly, monthly }).has(name));
  expect(kept(0, 0, 0)).toEqual(names.slice(-2));
  expect(kept(3, 0, 0)).toEqual(names.slice(-3));
  expect(kept(1, 2, 0)).toEqual(names.slice(-2));
  expect(kept(1, 3, 0)).toEqual(["2026-11-22T020000Z", ...names.slice(-2)]);
  expect(kept(1, 1, 3)).toEqual([...names.slice(0, 2), ...names.slice(-2)]);
});

test("removing old backups removes the files that only they had", async () => {
  const to = await copied();
  const second = await backUp(to, { now: new Date("2026-12-03T02:00:00Z") });
  const id = uuidV7();
  await second.target.addFile(Readable.from([Buffer.from(`nobody's bytes ${id}`)]));
  const removed = await removeOldBackups(second.target, { daily: 1, weekly: 0, monthly: 0 });
  expect(removed).toEqual(["2026-11-30T020000Z"]);
  expect(await second.target.names()).toEqual(["2026-12-03T020000Z"]);
  await check(to);
  const kept = new Set<string>();
  for (const some of await readdir(path.join(to, "files")))
    for (const name of await readdir(path.join(to, "files", some))) kept.add(name);
  expect(kept.size).toBe(new Set(Object.values(await filesIn(server.app.storage))).size);
});
