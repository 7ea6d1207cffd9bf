import { realpath } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { SetupError } from "../setupError.js";
import { type Cluster, openCluster, ownerName } from "./cluster.js";
import {
  freePort,
  type Server,
  StartFailed,
  type StartOptions,
  startServer,
} from "./embeddedServer.js";
import { takeDataFolder } from "./folderLock.js";
import { takeServerLock } from "./serverLock.js";

const startPatienceMs = 5_000;
const retryMs = 200;
const longestRetryMs = 2_000;

/** How an embedded database is started. */
export interface EmbeddedOptions {
  /** The folder for everything the application keeps; the database is in its subfolder `postgres`. */
  dataDir: string;
  /** Receives a line about the server's state: it has ended, it is restarted. */
  log: (line: string) => void;
  /** Receives a line of the server's own log. */
  serverLog?: (line: string) => void;
  /** Called when another process has taken the folder; by then the server was signalled to stop at once, and the caller has to exit. */
  onLost: (error: SetupError) => void;
  /** False lets a crash of the machine lose data; for tests only. */
  fsync?: boolean;
}

/** A database server that belongs to this process. */
export interface EmbeddedPostgres {
  /** Where to connect, with the password of the database's owner in it; the same until `stop`. */
  url: string;
  /** Stops the server in good order and releases the data folder. */
  stop(): Promise<void>;
}

/**
 * Starts a bundled PostgreSQL on a data folder, which it creates when it is missing. A server that dies is restarted
 * on the same port until `stop` is called.
 * @throws SetupError when the folder cannot be used, in a sentence for the person who starts the program
 */
export async function startEmbedded({
  dataDir,
  log,
  serverLog = () => undefined,
  onLost,
  fsync = true,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  let abandon = () => {};
  const held = await takeDataFolder(path.resolve(dataDir), (error) => {
    abandon();
    onLost(error);
  });
  try {
    const cluster = await openCluster(await realpath(dataDir), { fsync });
    const lock = await takeServerLock(dataDir, cluster, log);
    const giveBack = async () => {
      await lock.release();
      await held.giveBack();
    };
    const options: StartOptions = { fsync, log: serverLog, lock };
    const { server, port } = await firstStart(cluster, options);
    const url = (database: string) =>
      `postgres://${ownerName}:${cluster.password}@127.0.0.1:${port}/${database}`;
    try {
      await makeDatabase(url("postgres"));
    } catch (error) {
      await server.stop();
      throw error;
    }
    const supervised = supervise(server, () => startServer(cluster, port, options), log);
    abandon = supervised.abandon;
    let stopping: Promise<void> | undefined;
    return {
      url: url(ownerName),
      stop: () => {
        stopping ??= supervised.stop().finally(giveBack);
        return stopping;
      },
    };
  } catch (error) {
    await held.giveBack();
    throw error;
  }
}

/** Starts on a free port; retries for a while where the reason may pass. */
async function firstStart(
  cluster: Cluster,
  options: StartOptions,
): Promise<{ server: Server; port: number }> {
  const deadline = Date.now() + startPatienceMs;
  for (;;) {
    const port = await freePort();
    try {
      return { server: await startServer(cluster, port, options), port };
    } catch (error) {
      if (!(error instanceof StartFailed)) throw error;
      if (!(error.mayPass || error.portTaken) || Date.now() > deadline)
        throw await error.toSetupError(cluster.folder);
      await pause(retryMs);
    }
  }
}

/** Restarts a server whenever it has ended, until it is to stop, in good order, or is abandoned at once. */
function supervise(
  first: Server,
  start: () => Promise<Server>,
  log: (line: string) => void,
): Pick<Server, "stop" | "abandon"> {
  let server: Server | null = first;
  let stopped = false;
  let failures = 0;
  const watch = async () => {
    while (!stopped) {
      if (server) {
        await server.gone;
        if (stopped) return;
        log("The database server is gone; starting it again");
        server = null;
      }
      try {
        server = await start();
        failures = 0;
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        await pause(Math.min(retryMs * 2 ** failures, longestRetryMs));
        failures += 1;
      }
    }
    await server?.stop();
  };
  const watching = watch();
  return {
    async stop() {
      stopped = true;
      await server?.stop();
      await watching;
    },
    abandon() {
      stopped = true;
      server?.abandon();
    },
  };
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
      ownerName,
    ]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(ownerName)}`);
  } finally {
    await client.end();
  }
}
