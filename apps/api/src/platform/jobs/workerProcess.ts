import { type ChildProcess, fork } from "node:child_process";
import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";

// The longest that a job may take to reach a point where it can be interrupted.
const STOP_MS = 15_000;
const RESTART_MS = 200;
const LONGEST_RESTART_MS = 30_000;
// A worker that ran for this long did not die of its start.
const STEADY_MS = 60_000;

/** The options of the worker. */
export interface WorkerOptions {
  /** The program, `worker.js` next to the one that serves people. */
  entry: URL;
  /** Its environment variables. */
  env: NodeJS.ProcessEnv;
  /** What Node loads before it; what it loads before this process, unless given. */
  flags?: readonly string[];
  /** Its heap, in megabytes; past it, it dies alone and is started again. */
  heapMb: number;
  log: Logger;
}

/** The process that runs background jobs, separate from the one that serves people. */
export interface WorkerProcess {
  /** The current process; another one after a restart. */
  readonly pid: number | undefined;
  /** Shuts it down in good order, or kills it where that takes too long. */
  stop(): Promise<void>;
}

/** Starts the worker, and restarts it whenever it dies. It ends with this process, however that ends. */
export function startWorker(options: WorkerOptions): WorkerProcess {
  let child: ChildProcess | null = null;
  let deaths = 0;
  const stopping = new AbortController();
  const { log } = options;

  const live = async () => {
    while (!stopping.signal.aborted) {
      const started = Date.now();
      child = launch(options);
      const end = await endOf(child);
      child = null;
      if (stopping.signal.aborted) return;
      deaths = Date.now() - started > STEADY_MS ? 0 : deaths + 1;
      log.error(end, "the process for background work ended; it is started again");
      const wait = Math.min(RESTART_MS * 2 ** deaths, LONGEST_RESTART_MS);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const living = live();

  return {
    get pid() {
      return child?.pid;
    },
    async stop() {
      stopping.abort();
      const last = child;
      if (last?.connected) last.disconnect();
      const kill = setTimeout(() => last?.kill("SIGKILL"), STOP_MS);
      await living;
      clearTimeout(kill);
    },
  };
}

function launch({ entry, env, flags = process.execArgv, heapMb }: WorkerOptions): ChildProcess {
  const file = fileURLToPath(entry);
  // When run from sources (tests, development) it needs the loader of its parent.
  const fromSource = file.endsWith(".ts");
  const loader = ["--conditions=source", "--import", "@oxc-node/core/register"];
  // How much memory it takes is its own.
  const inherited = flags.filter((flag) => !flag.startsWith("--max-"));
  const child = fork(file, {
    execArgv: [`--max-old-space-size=${heapMb}`, ...(fromSource ? loader : inherited)],
    // The folder in which the loader is resolved.
    cwd: fromSource ? fileURLToPath(new URL(".", entry)) : undefined,
    env: { ...env, NODE_OPTIONS: "" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  // People who wait for a response come before background jobs.
  if (child.pid !== undefined) giveWay(child.pid);
  return child;
}

function giveWay(pid: number): void {
  try {
    const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = os.constants.priority;
    os.setPriority(pid, Math.min(os.getPriority() + PRIORITY_BELOW_NORMAL, PRIORITY_LOW));
  } catch {
    // It has exited already, which its exit event reports.
  }
}

function endOf(child: ChildProcess): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    child.once("error", (err) => resolve({ err }));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}
