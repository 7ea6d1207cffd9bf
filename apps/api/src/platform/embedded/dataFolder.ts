import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { link, mkdir, readFile, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { z } from "zod";
import { SetupError } from "../setupError.js";

const run = promisify(execFile);
const otherFolder = "or set DATA_DIR to another folder";

/** Who holds a data folder: a process id alone is not enough, for ids are used again. */
const Holder = z.object({ pid: z.number().int().positive(), started: z.string() });
type Holder = z.infer<typeof Holder>;

/** Says in one sentence what is wrong with a folder; null where the error is not about the folder. */
export function folderProblem(error: unknown, folder: string): SetupError | null {
  const code = errorCode(error);
  if (code === "EEXIST" || code === "ENOTDIR") {
    return new SetupError(
      `The data folder ${folder} is not a folder. Move that file away, ${otherFolder}.`,
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return unwritable(folder);
  if (code === "ENOSPC" || code === "EDQUOT") return diskFull(folder);
  return null;
}

function unwritable(folder: string): SetupError {
  return new SetupError(
    `The data folder ${folder} cannot be written to by ${currentUser()}. Change its owner or its permissions, ${otherFolder}.`,
  );
}

/** The error for a disk without room. */
export function diskFull(folder: string): SetupError {
  return new SetupError(`The disk that holds ${folder} is full. Free some space, ${otherFolder}.`);
}

/** Whether a disk has too little room left for a database to be written to. Programs say it in too many ways to be asked. */
export async function isFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < 64 * 2 ** 20;
}

function currentUser(): string {
  return process.getuid ? `this user (uid ${process.getuid()})` : "this user";
}

/**
 * Makes the data folder, checks that it can be written to and takes it for this process alone.
 * Answers with the function that gives it back. A lock left by a process that is gone does not count.
 * @throws SetupError when the folder cannot be used, or another process holds it
 */
export async function takeDataFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, "clientela.lock");
  const mine: Holder = { pid: process.pid, started: await startOf(process.pid) };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      // ENOENT is what a read-only disk gives here.
      throw errorCode(error) === "ENOENT" ? unwritable(folder) : error;
    });
    while (!(await createFile(file, JSON.stringify(mine)))) await clearLock(file, folder);
  } catch (error) {
    throw folderProblem(error, folder) ?? error;
  }
  const giveBackAtExit = () => rmSync(file, { force: true });
  process.once("exit", giveBackAtExit);
  return async () => {
    process.off("exit", giveBackAtExit);
    await rm(file, { force: true });
  };
}

async function createFile(file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    return false;
  }
}

/** Removes a lock whose holder is gone; refuses while the holder lives. */
async function clearLock(file: string, folder: string): Promise<void> {
  const holder = await readHolder(file);
  if (holder && isAlive(holder.pid) && (await startOf(holder.pid)) === holder.started) {
    throw new SetupError(
      `Clientela is already running on this data folder (process ${holder.pid}). Stop that process first, ${otherFolder}. The folder is ${folder}.`,
    );
  }
  // Another process may have replaced the stale lock in this moment: what was moved away is looked at once more.
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
    const moved = await readHolder(aside);
    if (moved?.pid !== holder?.pid || moved?.started !== holder?.started) await link(aside, file);
    await rm(aside, { force: true });
  } catch (error) {
    const code = errorCode(error);
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  }
}

/** Reads a lock; null for one that stays unreadable, as a crash while writing leaves it. */
async function readHolder(file: string): Promise<Holder | null> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const text = await readFile(file, "utf8").catch((error: unknown) => {
      if (errorCode(error) === "ENOENT") return null;
      throw error;
    });
    if (text === null) return null;
    const holder = Holder.safeParse(parseJson(text));
    if (holder.success) return holder.data;
    await pause(20);
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** A text that tells this process from every other that had or will have the same id; empty when it is gone. */
async function startOf(pid: number): Promise<string> {
  try {
    if (process.platform === "linux") {
      const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
      const line = await readFile(`/proc/${pid}/stat`, "utf8");
      // The second field is the program's name in brackets and may hold spaces; the 22nd is the start time.
      return `${boot.trim()} ${line.slice(line.lastIndexOf(")") + 2).split(" ")[19]}`;
    }
    const { stdout } =
      process.platform === "win32"
        ? await run("powershell", [
            "-NoProfile",
            "-Command",
            `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`,
          ])
        : await run("ps", ["-o", "lstart=", "-p", String(pid)]);
    return stdout.trim();
  } catch {
    return "";
  }
}

/** The system's code of a failed call ("ENOENT" and so on), or undefined. Tests see errors of another realm: no `instanceof`. */
export function errorCode(error: unknown): string | undefined {
  const code =
    typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** The owner of a folder, or null when there is no such folder. */
export async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const { uid, gid } = await stat(folder);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw folderProblem(error, path.dirname(folder)) ?? error;
  }
}
