// What goes wrong at random, one after the other, and how long until a write is acknowledged again.
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { pick } from "./random.mjs";
import { create } from "./writers.mjs";

// Longer than connections may take to be replaced, in a run that is long enough.
const FROZEN_MS = 12_000;
const SHORT_FROZEN_MS = 4_000;
const SHORT_RUN_SECONDS = 30;
const SECOND_INSTANCE_MS = 30_000;
const BETWEEN_MS = 3_000;
const DISK_FULL_MS = 4_000;
const CLOCK_JUMP_MS = 60 * 60 * 1_000;
const JUMPED_MS = 3_000;

const send = (pid, signal) => {
  try {
    if (pid) process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
};

/** Stops processes for a while: to those who talk to them all looks well. */
async function freeze(pids, { seconds }) {
  for (const pid of pids) send(pid, "SIGSTOP");
  await pause(seconds < SHORT_RUN_SECONDS ? SHORT_FROZEN_MS : FROZEN_MS);
  for (const pid of pids) send(pid, "SIGCONT");
}

async function startSecond({ instance, problems }) {
  const second = instance.spawn(0, ["ignore", "ignore", "pipe"]);
  let said = "";
  second.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const timer = setTimeout(() => second.kill("SIGKILL"), SECOND_INSTANCE_MS);
  const [code, signal] = await once(second, "exit");
  clearTimeout(timer);
  if (code !== 78)
    problems.push(`a second instance ended with ${code ?? signal}: ${said.slice(0, 200)}`);
}

/** The folder has no room for some seconds; what needs some is refused for now, and nothing is half-written. */
async function fillDisk({ instance }) {
  instance.fillDisk();
  await pause(DISK_FULL_MS);
  instance.freeDisk();
}

/** The clock is set an hour ahead or back, and right again. */
async function jump({ instance, random }) {
  instance.shiftClock(random() < 0.5 ? CLOCK_JUMP_MS : -CLOCK_JUMP_MS);
  await pause(JUMPED_MS);
  instance.shiftClock(0);
}

const KINDS = {
  "the server was killed": ({ instance }) => send(instance.child.pid, "SIGKILL"),
  "the server was told to end": ({ instance }) => send(instance.child.pid, "SIGTERM"),
  "the worker was killed": ({ instance }) => send(instance.worker, "SIGKILL"),
  "a process of the database was killed": ({ instance, random }) =>
    send(pick(random, instance.backends), "SIGKILL"),
  "the database was killed": ({ instance }) => send(instance.postmaster, "SIGKILL"),
  "all connections froze": (run) => freeze(run.instance.backends, run),
  "some connections froze": (run) =>
    freeze(
      run.instance.backends.filter(() => run.random() < 0.5),
      run,
    ),
  "a second instance was started on the folder": startSecond,
  "the disk was full": fillDisk,
  "the clock jumped by an hour": jump,
};

/** Disturbs for so many seconds; answers how often by what, and how long it took at most until a write was taken. */
export async function disturbances(run) {
  const { instance, random, seconds } = run;
  const kinds = Object.keys(KINDS).filter(
    (what) => KINDS[what] !== fillDisk || instance.hasOwnDisk,
  );
  const backs = kinds.map((what) => ({ what, count: 0, longestMs: 0 }));
  const end = Date.now() + seconds * 1_000;
  // Each kind once, in an order of chance, before any comes again.
  for (let left = []; Date.now() < end; ) {
    if (left.length === 0) left = backs.toSorted(() => random() - 0.5);
    const one = left.pop();
    await pause(Math.min(BETWEEN_MS * (0.3 + random()), Math.max(0, end - Date.now())));
    if (Date.now() >= end) break;
    const happening = Promise.resolve(KINDS[one.what](run)).catch((error) =>
      run.problems.push(`${one.what}: ${error.stack}`),
    );
    one.longestMs = Math.max(one.longestMs, await backAfter(one.what, run));
    one.count += 1;
    await happening;
  }
  await instance.untilReady(60_000);
  return backs.filter(({ count }) => count > 0);
}

/** How many milliseconds it takes until a write is acknowledged. */
async function backAfter(what, { instance, ledger, problems }) {
  const began = Date.now();
  await create(instance, ledger, `After ${what}`).catch((error) =>
    problems.push(`${what}: ${error.message}`),
  );
  return Date.now() - began;
}
