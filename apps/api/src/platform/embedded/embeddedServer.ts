import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { SetupError } from "../setupError.js";
import { type Cluster, lastComplaint } from "./cluster.js";
import { diskFull, isFull } from "./dataFolder.js";
import { isAlive } from "./holder.js";

const run = promisify(execFile);
const windows = process.platform === "win32";
const shutdownPatienceMs = 20_000;

/** A running database server. */
export interface Server {
  /** Resolves when the server has ended, for whatever reason. */
  gone: Promise<void>;
  /** Ends open transactions, writes everything to disk and ends the server. */
  stop(): Promise<void>;
  /** Stops the server at once, without writing another byte to its files. */
  abandon(): void;
}

/** The lock that a database server holds as long as one of its processes lives, even if the application has died. */
export interface ServerLock {
  /** The descriptor that the server inherits; null where that locks nothing. */
  readonly inherited: number | null;
  /** Records which process is the server. */
  record(pid: number): void;
  release(): Promise<void>;
}

/** How a server is started. */
export interface StartOptions {
  fsync: boolean;
  /** Receives a line of the server's own log. */
  log: (line: string) => void;
  lock: ServerLock;
}

/** A server that ended before it was ready. `output` is what it printed. */
export class StartFailed extends Error {
  override readonly name = "StartFailed";

  constructor(readonly output: string) {
    super(`The built-in database did not start: ${lastComplaint(output)}`);
  }

  /** Another program took the port. */
  get portTaken(): boolean {
    return this.output.includes("could not create any TCP/IP sockets");
  }

  /** The remains of a killed server are not gone yet. */
  get mayPass(): boolean {
    return /shared memory block|lock file .* already exists/.test(this.output);
  }

  /** The same, for the person who starts the program. */
  async toSetupError(folder: string): Promise<SetupError> {
    if (await isFull(folder)) return diskFull(folder);
    return new SetupError(`${this.message} (its files are in ${folder})`);
  }
}

/** A TCP port of this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (!address || typeof address === "string") throw new Error("The system named no port");
  return address.port;
}

/**
 * Starts a server and waits until it takes connections.
 * @throws StartFailed when it ends before that
 */
export async function startServer(
  cluster: Cluster,
  port: number,
  options: StartOptions,
): Promise<Server> {
  const { inherited } = options.lock;
  const child = spawn(
    cluster.postgres,
    ["-D", cluster.folderArgument, ...settings(cluster, port, options.fsync)],
    {
      cwd: cluster.folder,
      ...cluster.runAs,
      // The server and all its processes hold the lock with us, and after us.
      stdio: ["ignore", "ignore", "pipe", ...(inherited === null ? [] : [inherited])],
      // A group of its own: Ctrl-C in a terminal ends the application first, which then stops the database.
      detached: !windows,
      windowsHide: true,
      env: { ...process.env, LC_ALL: "C" },
    },
  );
  if (child.pid !== undefined) options.lock.record(child.pid);
  const { stderr } = child;
  if (!stderr) throw new Error("The database server has no output");
  const endWithUs = () => child.kill("SIGINT");
  process.once("exit", endWithUs);
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  }).finally(() => process.removeListener("exit", endWithUs));

  await new Promise<void>((resolve, reject) => {
    let output = "";
    let ready = false;
    createInterface({ input: stderr }).on("line", (line) => {
      options.log(line);
      if (ready) return;
      output += `${line}\n`;
      ready = line.includes("database system is ready to accept connections");
      if (ready) resolve();
    });
    child.once("error", (error) => reject(new StartFailed(error.message)));
    child.once("close", () => reject(new StartFailed(output)));
  });
  return {
    gone,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      await shutDown(cluster, child.pid, gone);
    },
    abandon: () => {
      process.removeListener("exit", endWithUs);
      child.kill("SIGQUIT");
    },
  };
}

function settings(cluster: Cluster, port: number, fsync: boolean): string[] {
  const socket = path.join(cluster.folderArgument, `.s.PGSQL.${port}`);
  const sharedBuffersMb = Math.min(1024, Math.max(128, Math.floor(os.totalmem() / 2 ** 20 / 16)));
  const values: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    // Systems allow about 100 characters for a socket's path.
    unix_socket_directories: windows || socket.length > 100 ? "" : cluster.folderArgument,
    unix_socket_permissions: "0700",
    // The log is about the server itself; failed statements, which contain people's data, are logged by the application.
    log_min_messages: "log",
    log_checkpoints: "off",
    log_line_prefix: "",
    lc_messages: "C",
    jit: "off",
    random_page_cost: "1.1",
    shared_buffers: `${sharedBuffersMb}MB`,
    // Only tests do without; those of a run share one server.
    ...(fsync ? {} : { fsync: "off", full_page_writes: "off", max_connections: "300" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Asks a server to end in good order and, when it does not, at once: its log then brings everything back. */
export async function shutDown(cluster: Cluster, pid: number, gone: Promise<void>): Promise<void> {
  if (windows) {
    await run(cluster.pgCtl, [
      "stop",
      "-D",
      cluster.folder,
      "-m",
      "fast",
      "-t",
      String(shutdownPatienceMs / 1000),
    ]).catch(() => process.kill(pid));
    return gone;
  }
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const patience = new AbortController();
    const left = await Promise.race([
      gone.then(() => true),
      pause(shutdownPatienceMs, false, { signal: patience.signal }).catch(() => true),
    ]);
    patience.abort();
    if (left) return;
  }
}
