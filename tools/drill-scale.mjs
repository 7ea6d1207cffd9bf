/**
 * Runs Clientela on more than one machine's worth of real components (Debian's PostgreSQL with a synchronous standby, PgBouncer
 * in transaction mode, nginx), writes at random through nginx, kills processes, and loses the primary in the middle: holds that
 * everything acknowledged is there, once, and that writes are taken again within five seconds of the failover.
 * `pnpm drill:scale` (Linux; apt-get install postgresql pgbouncer nginx libnginx-mod-stream). SECONDS (60), WRITERS (8), SEED, PORT (4800: the
 * first of thirty), APIS (2), WORKERS (1), POOLED=0 leaves PgBouncer out.
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Topology } from "./topology/topology.mjs";
import { ask } from "./workload/client.mjs";
import { Ledger } from "./workload/ledger.mjs";
import { pick, randomOf } from "./workload/random.mjs";
import { follow } from "./workload/subscriber.mjs";
import { importRepeatedly, writeRepeatedly } from "./workload/writers.mjs";

const SECONDS = Number(process.env.SECONDS ?? 60);
const WRITERS = Number(process.env.WRITERS ?? 8);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const LONGEST_FAILOVER_MS = 5_000;
const LONGEST_BACK_MS = 30_000;
const PROBE =
  "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }";

/** How many milliseconds it takes until a write is acknowledged. */
async function backAfter(instance, what) {
  const began = Date.now();
  const input = { legalName: `After ${what}`, address: { city: "Olinda", country: "BR" } };
  await ask(instance, PROBE, { input }, randomUUID());
  return Date.now() - began;
}

async function disturb(topology, random, problems) {
  const times = new Map();
  const note = (what, milliseconds, limit) => {
    times.set(what, Math.max(times.get(what) ?? 0, milliseconds));
    if (milliseconds > limit) problems.push(`${what}: back after ${milliseconds} ms only`);
  };
  const began = Date.now();
  let hasFailedOver = false;
  while (Date.now() - began < SECONDS * 1_000) {
    await pause(2_000 + 2_000 * random());
    if (!hasFailedOver && Date.now() - began > SECONDS * 500) {
      hasFailedOver = true;
      const lost = Date.now();
      await topology.failOver();
      await backAfter(topology, "the failover");
      note("the primary was lost", Date.now() - lost, LONGEST_FAILOVER_MS);
    } else {
      const name = pick(random, [...topology.processes.keys()]);
      const signal = random() < 0.5 ? "SIGKILL" : "SIGTERM";
      topology.processes.get(name).kill(signal);
      note(`${name} got ${signal}`, await backAfter(topology, name), LONGEST_BACK_MS);
      await topology.untilReady(LONGEST_BACK_MS);
    }
  }
  return times;
}

console.log(`scale: ${SECONDS} s, ${WRITERS} writers, seed ${SEED}`);
const folder = await mkdtemp(path.join(os.tmpdir(), "clientela-scale-"));
const topology = new Topology({
  folder,
  port: Number(process.env.PORT ?? 4800),
  apis: Number(process.env.APIS ?? 2),
  workers: Number(process.env.WORKERS ?? 1),
  pooled: process.env.POOLED !== "0",
});
const problems = [];
try {
  await topology.start();
  problems.push(...(await topology.refusesPoolerAsDatabase()));
  await topology.signIn();
  const ledger = new Ledger();
  const stopping = new AbortController();
  const run = { instance: topology, ledger, signal: stopping.signal, problems };
  const subscriber = follow(topology);
  const writers = [
    ...Array.from({ length: WRITERS }, (_, at) =>
      writeRepeatedly({ ...run, name: `w${at}`, random: randomOf(SEED + at) }),
    ),
    importRepeatedly({ ...run, random: randomOf(SEED + 1_000) }),
  ];
  const times = await disturb(topology, randomOf(SEED + 2_000), problems);
  stopping.abort();
  await Promise.all(writers);
  for (const [what, milliseconds] of times)
    console.log(`${what.padEnd(30)} back after ${milliseconds} ms at the most`);
  problems.push(...(await ledger.verify(topology)));
  problems.push(...(await subscriber.verify()));
  console.log(ledger.summary());
} catch (error) {
  problems.push(error.stack);
} finally {
  await topology.end();
  if (process.env.KEEP) console.log(`Kept: ${folder}`);
  else await rm(folder, { recursive: true, force: true });
}
for (const problem of problems.slice(0, 20)) console.error(`PROBLEM ${problem}`);
if (problems.length > 0)
  for (const error of topology.errors.slice(0, 5)) console.error(`LOG ${error}`);
console.log(
  problems.length === 0
    ? "Nothing was lost."
    : `${problems.length} problems; SEED=${SEED} repeats the choices.`,
);
process.exit(problems.length === 0 ? 0 : 1);
