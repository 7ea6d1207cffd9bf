// How much processor time a process and all that it started took: what a busy machine does not blur as it does the clock.
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

const TICKS_A_SECOND = 100;

async function statOf(pid) {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name stands in parentheses and may hold anything.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return text === ""
    ? null
    : {
        pid,
        parent: Number(fields[1]),
        ticks: fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0),
      };
}

/** Seconds of a process alone, of all its threads, to the nanosecond; Linux only. */
export async function ownCpuSeconds(pid) {
  const threads = await readdir(`/proc/${pid}/task`);
  const texts = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, "utf8")),
  );
  return texts.reduce((sum, text) => sum + Number(text.split(" ")[0]), 0) / 1e9;
}

/** Seconds of a process, of those that it started, and of what they have ended; Linux only. */
export async function cpuSeconds(root = process.pid) {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = (await Promise.all(pids.map(statOf))).filter((stat) => stat !== null);
  const byParent = Map.groupBy(stats, ({ parent }) => parent);
  const ticksOf = (stat) =>
    stat.ticks + (byParent.get(stat.pid) ?? []).reduce((sum, child) => sum + ticksOf(child), 0);
  const start = stats.find(({ pid }) => pid === root);
  return start ? ticksOf(start) / TICKS_A_SECOND : 0;
}

/** Seconds of all that this process started: without what it takes itself to ask and to watch; Linux only. */
export async function startedCpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (await cpuSeconds()) - (user + system) / 1e6;
}

/** Waits until a process and those that it started are at rest: what they did to start belongs to no measurement. */
export async function untilAtRest(root) {
  for (let before = await cpuSeconds(root); ; ) {
    await pause(1_000);
    const now = await cpuSeconds(root);
    if (now - before < 0.1) return;
    before = now;
  }
}
