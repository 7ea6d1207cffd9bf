import { execFile } from "node:child_process";
import { readFile, readlink } from "node:fs/promises";
import os from "node:os";
import { promisify } from "node:util";
import { z } from "zod";
import { errorCode } from "./dataFolder.js";

const run = promisify(execFile);

/** A process that holds a data folder. An id alone does not identify it: ids are reused, and each container counts its own. */
export const holderSchema = z.object({
  pid: z.number().int().positive(),
  /** Distinguishes it from every other process that had or will have the same id. */
  started: z.string(),
  /** The scope of its id: this boot of the machine and its namespace; earlier versions did not store it. */
  namespace: z.string().optional(),
  host: z.string().optional(),
});

export type Holder = z.infer<typeof holderSchema>;

/** This process, as others see it. */
export async function thisProcess(): Promise<Holder> {
  const [started, namespace] = await Promise.all([startOf(process.pid), namespaceOf()]);
  return { pid: process.pid, started, namespace, host: os.hostname() };
}

/** Whether a process can be seen running from here. */
export async function isSeenAlive({ pid, started, namespace }: Holder): Promise<boolean> {
  if (namespace !== undefined && namespace !== (await namespaceOf())) return false;
  return isAlive(pid) && (await startOf(pid)) === started;
}

/** Whether a process has certainly ended: never known of one in another container or machine. */
export async function isKnownDead(holder: Holder): Promise<boolean> {
  if (holder.namespace !== (await namespaceOf())) return false;
  return !(await isSeenAlive(holder));
}

/** Names a process for the person who has to find it. */
export async function nameOf({ pid, namespace, host }: Holder): Promise<string> {
  const near = namespace === undefined || namespace === (await namespaceOf());
  return near ? `process ${pid}` : `process ${pid} of another container or machine, ${host}`;
}

/** Whether a process with this id exists here, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** The scope of this process's ids. */
async function namespaceOf(): Promise<string> {
  if (process.platform !== "linux") return os.hostname();
  const [boot, namespace] = await Promise.all([
    readFile("/proc/sys/kernel/random/boot_id", "utf8"),
    readlink("/proc/self/ns/pid"),
    // Where neither is known, nothing is known of other processes.
  ]).catch(() => ["", `unknown to ${process.pid}`]);
  return `${boot.trim()} ${namespace}`;
}

/** When a process started, in seconds since 1970, rounded down; null where that is unknown. */
export async function secondsOfStart(pid: number): Promise<number | null> {
  if (process.platform === "win32") return null;
  const { stdout } = await run("ps", ["-o", "lstart=", "-p", String(pid)], {
    env: { ...process.env, LC_ALL: "C" },
  }).catch(() => ({ stdout: "" }));
  const milliseconds = Date.parse(stdout.trim());
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}

/** A text that distinguishes a process from every other that had or will have the same id; empty when it has ended. */
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
