import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import type { Logger } from "pino";
import type { Storage } from "../files/storage.js";
import type { StoredKind } from "../installation/storedKind.js";
import { SetupError } from "../setupError.js";
import { compressed } from "./compression.js";
import { copyFiles, storedIds } from "./copyFiles.js";
import type { Manifest, StoredTable } from "./manifest.js";
import { RowSum } from "./rowSum.js";
import { inSnapshot, underBackupLock } from "./snapshot.js";
import { copyOut, rowsOf, sequencesOf, tablesOf } from "./tables.js";
import { BackupTarget } from "./target.js";

/** What is backed up, and where to. */
export interface BackupOptions {
  databaseUrl: string;
  storage: Storage;
  kinds: readonly StoredKind[];
  /** A folder, or a bucket as in STORAGE_URL. */
  to: string;
  passphrase: string | undefined;
  now: Date;
  log: Logger;
}

/** A backup that was made. */
export interface WrittenBackup {
  name: string;
  place: string;
  /** For the manifests and files of its target, such as for removing old ones while the lock is held. */
  target: BackupTarget;
  manifest: Omit<Manifest, "format">;
}

type Rows = Pick<Manifest, "takenAt" | "installation" | "postgres" | "migrations"> &
  Pick<Manifest, "tables" | "sequences" | "jobs">;

/**
 * Makes a backup while the server runs: all rows of one moment, and the files that these rows know. Only one is made at a
 * time. `finish` runs before another one can begin.
 * @throws SetupError where the target is not this installation's
 */
export function writeBackup(
  options: BackupOptions,
  finish: (written: WrittenBackup) => Promise<void> = async () => undefined,
): Promise<WrittenBackup> {
  return underBackupLock(options.databaseUrl, async () => {
    const spool = await mkdtemp(path.join(os.tmpdir(), "clientela-backup-"));
    try {
      const written = await write(options, path.join(spool, "ids"));
      await finish(written);
      return written;
    } finally {
      await rm(spool, { recursive: true, force: true });
    }
  });
}

async function write(options: BackupOptions, idsFile: string): Promise<WrittenBackup> {
  const { databaseUrl, kinds, to, passphrase, now } = options;
  const name = BackupTarget.nameAt(now);
  let target: BackupTarget | undefined;
  const rows = await inSnapshot(databaseUrl, async (clients): Promise<Rows> => {
    const [client] = clients;
    const installation = await installationOf(client);
    target = await BackupTarget.open({ url: to, passphrase, installation });
    await target.removeLeftovers();
    const tables = await writeTables(clients, target, name);
    const jobs = await writeRows(target, name, "jobs", copyOut(client, UNFINISHED_JOBS));
    // The files are copied after the snapshot: it keeps the database from cleaning up.
    await pipeline(storedIds(client, kinds), createWriteStream(idsFile));
    return {
      takenAt: now.toISOString(),
      installation,
      ...(await schemaOf(client)),
      tables,
      sequences: await sequencesOf(client),
      jobs,
    };
  });
  if (!target) throw new Error("the snapshot has no target");
  const files = await copyFiles({ ...options, target, name, ids: createReadStream(idsFile) });
  const manifest = { ...rows, files };
  await target.writeManifest(name, manifest);
  return { name, place: target.place, target, manifest };
}

/** Jobs that wait, run, or are about to be given up; another try of those changes nothing. */
const UNFINISHED_JOBS = `
  SELECT DISTINCT regexp_replace(name, '-given-up$', ''), data->>'recordId' FROM jobs.job
  WHERE state IN ('created', 'retry', 'active') AND data->>'recordId' IS NOT NULL`;

async function installationOf(client: ClientBase): Promise<string> {
  const { rows: made } = await client.query("SELECT to_regclass('installation') IS NOT NULL AS is");
  const { rows } = made[0]?.is
    ? await client.query<{ id: string }>("SELECT id FROM installation")
    : { rows: [] };
  const id = rows[0]?.id;
  if (id) return id;
  throw new SetupError(
    "This database was never used by a Clientela, so there is nothing to back up. Check DATABASE_URL or DATA_DIR.",
  );
}

async function schemaOf(client: ClientBase): Promise<Pick<Manifest, "postgres" | "migrations">> {
  const { rows } = await client.query<{ postgres: number; migrations: string[] }>(
    `SELECT current_setting('server_version_num')::int AS postgres,
       array(SELECT name::text FROM migrations ORDER BY timestamp) AS migrations`,
  );
  if (!rows[0]) throw new Error("the database says nothing of its schema");
  return rows[0];
}

/** Copies all tables, over each of the connections one at a time. */
async function writeTables(
  clients: readonly ClientBase[],
  target: BackupTarget,
  name: string,
): Promise<StoredTable[]> {
  const [client] = clients;
  const waiting = client ? await tablesOf(client) : [];
  const written: StoredTable[] = [];
  const one = async (connection: ClientBase) => {
    for (let table = waiting.shift(); table; table = waiting.shift()) {
      const part = `tables/${table.name}`;
      const rows = await writeRows(target, name, part, rowsOf(connection, table));
      written.push({ ...table, ...rows });
    }
  };
  await Promise.all(clients.map(one));
  return written.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function writeRows(
  target: BackupTarget,
  name: string,
  part: string,
  rows: Readable,
): Promise<Manifest["jobs"]> {
  const sum = new RowSum();
  const stored = await target.writePart(name, part, compressed(rows, sum));
  return { ...stored, ...sum.totals };
}
