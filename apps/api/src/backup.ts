import "reflect-metadata";
import { existsSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Logger } from "pino";
import { type Env, readEnv } from "./env.js";
import { registry } from "./features.js";
import { migrations } from "./migrations.js";
import { hasBackupRuns, recordBackup } from "./platform/backups/backupRuns.js";
import type { CheckedBackup } from "./platform/backups/checkBackup.js";
import { restoreBackup } from "./platform/backups/restoreBackup.js";
import { removeOldBackups } from "./platform/backups/retention.js";
import { onPatientClient } from "./platform/backups/snapshot.js";
import { BackupTarget } from "./platform/backups/target.js";
import { verifyBackup } from "./platform/backups/verifyBackup.js";
import { writeBackup } from "./platform/backups/writeBackup.js";
import { startEmbedded } from "./platform/embedded/embeddedPostgres.js";
import { runningServer } from "./platform/embedded/runningServer.js";
import { openStorage } from "./platform/files/openStorage.js";
import { createLog } from "./platform/log.js";
import { SetupError, wordsFor } from "./platform/setupError.js";

/** The exit code for what only a person can put right (EX_CONFIG of sysexits.h), as at the server's start. */
const SETUP_EXIT_CODE = 78;
const USAGE =
  "Say what to do and where the backups are: npm run backup -- TARGET, npm run verify -- TARGET or npm run restore -- TARGET. The target is a folder or s3://bucket/prefix?region=…; --name names an earlier backup than the latest.";

const print = (line: string) => process.stdout.write(`${line}\n`);
const known = migrations.map(({ name }) => name);

interface Command {
  env: Env;
  log: Logger;
  to: string;
  /** The name of a backup; the latest unless given. */
  name: string | undefined;
}

/** The server's database while this process needs it: the one of the settings, or the embedded one, started or running. */
async function withDatabase<T>(
  { env, log }: Command,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (env.DATABASE_URL) return work(env.DATABASE_URL);
  const dataDir = path.resolve(env.DATA_DIR);
  const running = await runningServer(dataDir);
  return running ? work(running) : withEmbedded(dataDir, log, true, work);
}

async function withEmbedded<T>(
  dataDir: string,
  log: Logger,
  fsync: boolean,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const server = await startEmbedded({
    dataDir,
    fsync,
    log: (line) => log.info(line),
    serverLog: (line) => log.debug(line),
    onLost: end,
  });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

async function backup(task: Command): Promise<void> {
  const { env, log, to } = task;
  const now = new Date();
  const storage = await openStorage(env.STORAGE_URL, path.resolve(env.DATA_DIR));
  const { name, place, manifest } = await withDatabase(task, (databaseUrl) =>
    writeBackup(
      {
        databaseUrl,
        storage,
        kinds: registry.storedKinds,
        to,
        passphrase: env.BACKUP_PASSPHRASE,
        now,
        log,
      },
      async (written) => {
        await onPatientClient(databaseUrl, async (client) => {
          if (await hasBackupRuns(client)) await recordBackup(client, written, now);
        });
        const { target } = written;
        const removed = await removeOldBackups(target, env.BACKUP_KEEP);
        if (removed.length > 0) print(`Removed older backups: ${removed.join(", ")}.`);
      },
    ),
  );
  print(`The backup ${name} is at ${place}: ${described(manifest)}.`);
  const { missing } = manifest.files;
  if (missing.length > 0)
    print(
      `${missing.length} files are in the database but not in the storage, and so not in the backup: ${missing.slice(0, 10).join(", ")}.`,
    );
}

async function verify(task: Command): Promise<void> {
  const { env, log, to, name } = task;
  const target = await BackupTarget.open({ url: to, passphrase: env.BACKUP_PASSPHRASE });
  const folder = await mkdtemp(path.join(os.tmpdir(), "clientela-verify-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  let stop = async () => {};
  try {
    const scratchUrl = async () => {
      print("Every byte is as it was written. Restoring the rows into a scratch database …");
      const server = await startEmbedded({
        dataDir: folder,
        // It is thrown away.
        fsync: false,
        log: (line) => log.info(line),
        onLost: end,
      });
      stop = server.stop;
      return server.url;
    };
    const checked = await verifyBackup({ target, name, migrations: known, scratchUrl, log });
    print(`The backup ${checked.name} can be restored: ${described(checked.manifest)}.`);
  } finally {
    await stop();
  }
}

async function restore(task: Command): Promise<void> {
  const { env, log, to, name } = task;
  const target = await BackupTarget.open({ url: to, passphrase: env.BACKUP_PASSPHRASE });
  const storage = await openStorage(env.STORAGE_URL, path.resolve(env.DATA_DIR));
  const restored = await withDatabase(task, (databaseUrl) =>
    restoreBackup({
      target,
      name,
      databaseUrl,
      storage,
      kinds: registry.storedKinds,
      handlers: registry.jobHandlers,
      migrations: known,
      log,
    }),
  );
  print(`The backup ${restored.name} was restored: ${described(restored.manifest)}.`);
  print("npm start continues with it. Its next backups need a place of their own.");
}

function described({ tables, files }: Pick<CheckedBackup["manifest"], "tables" | "files">): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
  return `${tables.length} tables with ${rows.toLocaleString("en")} rows (${megabytes(bytes)}), ${files.count.toLocaleString("en")} files (${megabytes(files.bytes)}, of which ${megabytes(files.addedBytes)} were new)`;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const commands: Readonly<Record<string, (task: Command) => Promise<void>>> = {
  backup,
  verify,
  restore,
};

async function run(): Promise<void> {
  const { positionals, values } = readArguments();
  const [what = "", given, ...others] = positionals;
  const command = Object.hasOwn(commands, what) ? commands[what] : undefined;
  if (existsSync(".env")) process.loadEnvFile(".env");
  const env = readEnv(process.env);
  const to = given ?? env.BACKUP_TARGET;
  if (!command || !to || others.length > 0) throw new SetupError(USAGE);
  const log = createLog(env.LOG_LEVEL, process.stderr.isTTY === true);
  await command({ env, log, to, name: values.name });
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { name: { type: "string" } } });
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

// What is ended by a signal ends the embedded database as well.
process.on("SIGINT", () => process.exit(130)).on("SIGTERM", () => process.exit(143));

/** Says why and ends at once. */
function end(error: unknown): never {
  process.stderr.write(`\n${wordsFor(error)}\n`);
  process.exit(error instanceof SetupError ? SETUP_EXIT_CODE : 1);
}

run().catch(end);
