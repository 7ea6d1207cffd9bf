// What goes wrong at random, one after the other, and how long until a write is acknowledged again.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { ask } from "./client.mjs";
import { pick } from "./random.mjs";

// Longer than connections may take to be replaced, in a run that is long enough.
const FROZEN_MS = 12_000;
const SHORT_FROZEN_MS = 4_000;
const SHORT_RUN_SECONDS = 30;
const SECOND_INSTANCE_MS = 30_000;
const BETWEEN_MS = 3_000;
const PROBE =
  "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }";

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
};

/** Disturbs for so many seconds; answers how often by what, and how long it took at most until a write was taken. */
export async function disturbances(run) {
  const { instance, random, seconds } = run;
  const backs = Object.keys(KINDS).map((what) => ({ what, count: 0, longestMs: 0 }));
  const end = Date.now() + seconds * 1_000;
  // Each kind once, in an order of chance, before any comes again.
  for (let left = []; Date.now() < end; ) {
    if (left.length === 0) left = backs.toSorted(() => random() - 0.5);
    const one = left.pop();
    await pause(Math.min(BETWEEN_MS * (0.3 + random()), Math.max(0, end - Date.now())));
    if (Date.now() >= end) break;
    const happening = KINDS[one.what](run);
    one.longestMs = Math.max(one.longestMs, await backAfter(one.what, run));
    one.count += 1;
    await happening;
  }
  await instance.untilReady(60_000);
  return backs.filter(({ count }) => count > 0);
}

/** How many milliseconds it takes until a write is acknowledged. */
async function backAfter(what, { instance, problems }) {
  const began = Date.now();
  const input = { legalName: `After ${what}`, address: { city: "Olinda", country: "BR" } };
  await ask(instance, PROBE, { input }, randomUUID()).catch((error) =>
    problems.push(`${what}: ${error.message}`),
  );
  return Date.now() - began;
}
