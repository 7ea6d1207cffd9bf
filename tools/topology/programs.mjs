// Programs of a topology: started in the background, watched, and ended by their process id.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const END_MS = 30_000;

/** The user of Debian's PostgreSQL; where this process is not root, everything runs as its own user. */
const owner = (() => {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
})();

/** Lets the database's user write to a folder. */
export function giveToOwner(folder) {
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
}

/** Runs a program of the database's user to its end; returns what it printed. */
export const runAsOwner = (program, args, options = {}) =>
  execFileSync(program, args, {
    ...owner,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });

/** A program that runs until it is ended. */
export class Running {
  constructor(name, program, args, { asOwner = false, env = process.env, cwd } = {}) {
    this.name = name;
    this.said = "";
    this.child = spawn(program, args, {
      ...(asOwner ? owner : {}),
      env,
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        this.said = `${this.said}${text}`.slice(-20_000);
      });
  }

  get pid() {
    return this.child.pid;
  }

  get isGone() {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  kill(signal = "SIGKILL") {
    if (!this.isGone) this.child.kill(signal);
  }

  /** Ends it in good order, else by force. */
  async end(signal = "SIGTERM") {
    if (this.isGone) return;
    const gone = once(this.child, "exit");
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill("SIGKILL"), END_MS);
    await gone;
    clearTimeout(timer);
  }
}

/** Waits until something holds; throws with what `said` returns where it does not in time. */
export async function until(holds, milliseconds, said) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(50))
    if (await holds()) return;
  throw new Error(`not within ${milliseconds} ms: ${said()}`);
}
