/**
 * Backs up and restores a database with CUSTOMERS (20,000) customers with everything, and compares both with the floor: COPY of
 * all tables out into files, and in again into a migrated database. Prints seconds of the clock and of this process's
 * processor, the largest memory of this process, and sizes. `npm run bench:backup`.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { statements } from "./bench/graph/data.mjs";
import { built, fromApi, openStage } from "./bench/stage.mjs";

fromApi("reflect-metadata");
const CUSTOMERS = Number(process.env.CUSTOMERS ?? 20_000);
const { from: copyFrom, to: copyTo } = fromApi("pg-copy-streams");
const { pino } = fromApi("pino");
const log = pino({ level: "warn" });
const load = (file) => import(built(file));
const { tablesOf } = await load("platform/backups/tables.js");
const { writeBackup } = await load("platform/backups/writeBackup.js");
const { restoreBackup } = await load("platform/backups/restoreBackup.js");
const { verifyBackup } = await load("platform/backups/verifyBackup.js");
const { migrateTo } = await load("platform/backups/fillDatabase.js");
const { BackupTarget } = await load("platform/backups/target.js");
const { openStorage } = await load("platform/files/openStorage.js");
const { registry } = await load("features.js");
const migrations = (await load("migrations.js")).migrations.map(({ name }) => name);

let largest = 0;
const watch = setInterval(() => {
  largest = Math.max(largest, process.memoryUsage.rss());
}, 50);

async function timed(what, work) {
  largest = 0;
  const began = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `${what.padEnd(34)}${seconds.toFixed(1).padStart(8)} s${((user + system) / 1e6).toFixed(1).padStart(8)} s cpu${(largest / 1e6).toFixed(0).padStart(7)} MB`,
  );
  return seconds;
}

const quoted = ({ name, columns }) => `"${name}" ("${columns.join('","')}")`;
const stage = await openStage("bench-backup", { shared_buffers: "512MB", max_wal_size: "8GB" });
try {
  for (const name of ["bench", "floor", "restored", "scratch"])
    await stage.run("postgres", `CREATE DATABASE ${name}`);
  await (await stage.serve("bench")).stop();
  await migrateTo(stage.urlOf("floor"), undefined, log);
  await stage.withClient("bench", async (client) => {
    for (const statement of statements(CUSTOMERS)) await client.query(statement);
    await client.query("ANALYZE");
  });
  const copies = path.join(stage.folder, "copies");
  await mkdir(copies);
  const tables = await stage.withClient("bench", tablesOf);
  const out = await timed("COPY out", () =>
    stage.withClient("bench", async (client) => {
      for (const table of tables)
        await pipeline(
          client.query(copyTo(`COPY ${quoted(table)} TO STDOUT`)),
          createWriteStream(path.join(copies, table.name)),
        );
    }),
  );
  const into = await timed("COPY in", () =>
    stage.withClient("floor", async (client) => {
      await client.query("BEGIN; SET LOCAL session_replication_role = replica");
      await client.query(`TRUNCATE ${tables.map(({ name }) => `"${name}"`).join(",")}`);
      for (const table of tables)
        await pipeline(
          createReadStream(path.join(copies, table.name)),
          client.query(copyFrom(`COPY ${quoted(table)} FROM STDIN`)),
        );
      await client.query("COMMIT");
    }),
  );
  const storageOf = (name) => openStorage(`file://${path.join(stage.folder, name)}`, stage.folder);
  const kinds = registry.storedKinds;
  const to = path.join(stage.folder, "target");
  let manifest;
  const backup = await timed("backup", async () => {
    ({ manifest } = await writeBackup({
      databaseUrl: stage.urlOf("bench"),
      // The files of the bench's data have no bytes.
      storage: await storageOf("files"),
      kinds: [],
      to,
      passphrase: undefined,
      now: new Date(),
      log,
    }));
  });
  const target = await BackupTarget.open({ url: to, passphrase: undefined });
  const restore = await timed("restore", async () => {
    await restoreBackup({
      target,
      name: undefined,
      databaseUrl: stage.urlOf("restored"),
      storage: await storageOf("restored"),
      kinds,
      handlers: registry.jobHandlers,
      migrations,
      log,
    });
  });
  await timed("verify", () =>
    verifyBackup({
      target,
      name: undefined,
      migrations,
      scratchUrl: async () => stage.urlOf("scratch"),
      log,
    }),
  );
  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
  const rows = sum(manifest.tables.map((table) => table.rows));
  const bytes = sum(manifest.tables.map((table) => table.bytes));
  console.log(
    `${CUSTOMERS} customers, ${rows} rows, ${(bytes / 1e6).toFixed(0)} MB; load of the machine: ${os.loadavg()[0].toFixed(1)}`,
  );
  console.log(
    `backup and restore take ${((backup + restore) / (out + into)).toFixed(2)} times COPY out and in`,
  );
} finally {
  clearInterval(watch);
  await stage.close();
}
