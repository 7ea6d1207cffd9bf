import { execFile } from "node:child_process";
import { writeSync } from "node:fs";
import { constants, type FileHandle, open, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { SetupError } from "../setupError.js";
import type { Cluster } from "./cluster.js";
import { errorCode } from "./dataFolder.js";
import { type ServerLock, shutDown } from "./embeddedServer.js";
import { isAlive, secondsOfStart } from "./holder.js";
import { kernelLock, type LockResult } from "./kernelLock.js";

const run = promisify(execFile);
const GONE_WITHIN_MS = 3_000;
const POLL_MS = 50;
const PID_CHARACTERS = 16;

/**
 * Takes the lock of the database's server, by `postgres.lock` in the data folder; the folder itself is locked already.
 * Stops a server that an earlier, killed run of the application left. Removes a `postmaster.pid` whose
 * number now belongs to another program, as PostgreSQL would take that for a server; that of a server
 * that lives is never removed.
 * @throws SetupError where a server that cannot be stopped from here uses the database
 */
export async function takeServerLock(
  dataDir: string,
  cluster: Cluster,
  log: (line: string) => void,
): Promise<ServerLock> {
  const handle = await open(
    path.join(dataDir, "postgres.lock"),
    constants.O_RDWR | constants.O_CREAT,
    0o600,
  );
  try {
    const left = await readPostmaster(cluster);
    if (left && (await serves(left.pid, cluster))) {
      log(`Stopping the database server (process ${left.pid}) that an earlier run left behind`);
      await shutDown(cluster, left.pid, untilGone(left.pid));
    }
    const outcome = await lockInTime(handle);
    if (outcome === "taken") throw serverElsewhere(cluster);
    await clearPid(handle, cluster, outcome);
    return {
      inherited: outcome === "held" && process.platform !== "win32" ? handle.fd : null,
      record: (pid) => {
        writeSync(handle.fd, `${String(pid).padEnd(PID_CHARACTERS - 1)}\n`, 0);
      },
      release: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function serverElsewhere(cluster: Cluster): SetupError {
  return new SetupError(
    `A database server still works on ${cluster.folder}, in another container or as another user, though the Clientela that started it is gone. Stop that container or server first.`,
  );
}

/** The last processes of a server that was stopped, or that another run left, may take a moment to exit. */
async function lockInTime(handle: FileHandle): Promise<LockResult> {
  const deadline = Date.now() + GONE_WITHIN_MS;
  for (;;) {
    const outcome = await kernelLock(handle.fd);
    if (outcome !== "taken" || Date.now() > deadline) return outcome;
    await pause(POLL_MS);
  }
}

/** Removes a postmaster.pid that certainly belongs to no live server, where PostgreSQL would not do so itself. */
async function clearPid(handle: FileHandle, cluster: Cluster, outcome: LockResult): Promise<void> {
  const left = await readPostmaster(cluster);
  // PostgreSQL clears the file of a dead server by itself.
  if (!left || !isAlive(left.pid)) return;
  const recorded = Number.parseInt(await handle.readFile("utf8"), 10);
  const lockIsFree = outcome === "held" && recorded === left.pid;
  const started = await secondsOfStart(left.pid);
  const isYounger = started !== null && started > left.started;
  const file = path.join(cluster.folder, "postmaster.pid");
  if (!lockIsFree && !isYounger) {
    throw new SetupError(
      `${file} names process ${left.pid}, which lives and may be a database server on these files. Stop it, or remove that file if no server works on them.`,
    );
  }
  await rm(file, { force: true });
}

/** The process in postmaster.pid, and the start time that it states, in seconds since 1970. */
async function readPostmaster(cluster: Cluster): Promise<{ pid: number; started: number } | null> {
  const text = await readFile(path.join(cluster.folder, "postmaster.pid"), "utf8").catch(
    (error: unknown) => {
      if (errorCode(error) === "ENOENT") return "";
      throw error;
    },
  );
  const [pid = "", , started = ""] = text.split("\n");
  const number = Number.parseInt(pid, 10);
  return number > 0 ? { pid: number, started: Number.parseInt(started, 10) || 0 } : null;
}

/** Whether a process is a server on this database, as far as can be seen. Servers run in the folder of their database. */
async function serves(pid: number, cluster: Cluster): Promise<boolean> {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === "win32") {
      const { stdout } = await run("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]);
      return stdout.toLowerCase().includes("postgres.exe");
    }
    if (process.platform === "linux") {
      const [works, database] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(cluster.folder)]);
      return works.ino === database.ino && works.dev === database.dev;
    }
    const { stdout } = await run("lsof", ["-a", "-p", String(pid), "-d", "cwd", "-Fn"]);
    return stdout.split("\n").includes(`n${cluster.folder}`);
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(POLL_MS);
}
