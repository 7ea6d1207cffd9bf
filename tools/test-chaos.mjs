/**
 * Chaos: writes records of every kind, payments, files and imports at random for MINUTES (or SECONDS; 90 unless set), by WRITERS
 * (8) at once, while server, worker and database are killed, frozen and told to end, connections freeze, the disk is full (as
 * root), the clock jumps, and a second server is started on the folder. Then holds that all that was acknowledged is there,
 * once; that payments, invoices and kept metrics agree; that the change feed has everything once and a webhook was told of
 * all of it, in order; that nothing was answered but as documented, and subscriptions go on.
 * `pnpm test:chaos`, or `node tools/test-chaos.mjs` after a build. SEED repeats the choices of an earlier run. Linux only.
 */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { disturbances } from "./workload/disturbances.mjs";
import { tellAll, verifyFeed } from "./workload/feed.mjs";
import { Instance } from "./workload/instance.mjs";
import { Ledger } from "./workload/ledger.mjs";
import { randomOf } from "./workload/random.mjs";
import { startReceiver } from "./workload/receiver.mjs";
import { follow } from "./workload/subscriber.mjs";
import { importRepeatedly, writeRepeatedly } from "./workload/writers.mjs";

const SECONDS = Number(process.env.SECONDS ?? 60 * Number(process.env.MINUTES ?? 1.5));
const WRITERS = Number(process.env.WRITERS ?? 8);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const LONGEST_BACK_MS = 30_000;

console.log(`chaos: ${SECONDS} s, ${WRITERS} writers, seed ${SEED}`);
const folder = await mkdtemp(path.join(os.tmpdir(), "clientela-chaos-"));
const instance = new Instance(path.join(folder, "data"), { disk: true });
const receiver = await startReceiver();
const problems = [];
try {
  await instance.start();
  await instance.signIn();
  const ledger = new Ledger();
  const stopping = new AbortController();
  const run = { instance, ledger, signal: stopping.signal, problems };
  const cursor = await tellAll(instance, receiver);
  const subscriber = follow(instance);
  const writers = [
    ...Array.from({ length: WRITERS }, (_, at) =>
      writeRepeatedly({ ...run, name: `w${at}`, random: randomOf(SEED + at) }),
    ),
    importRepeatedly({ ...run, random: randomOf(SEED + 1_000) }),
  ];
  const disturbed = disturbances({ ...run, random: randomOf(SEED + 2_000), seconds: SECONDS });
  const backs = await disturbed;
  stopping.abort();
  await Promise.all(writers);

  for (const { what, count, longestMs } of backs) {
    console.log(
      `${what.padEnd(42)} ${String(count).padStart(3)} times, back after ${longestMs} ms at the most`,
    );
    if (longestMs > LONGEST_BACK_MS) problems.push(`${what}: back after ${longestMs} ms only`);
  }
  problems.push(...(await ledger.verify(instance)));
  problems.push(...(await verifyFeed(instance, { cursor, receiver, ledger })));
  problems.push(...(await subscriber.verify()));
  problems.push(...(await instance.faultsOfMetrics()));
  console.log(ledger.summary());
  if (!instance.hasOwnDisk)
    console.log("The disk was never full: only root can mount one of its own.");
} finally {
  await instance.close();
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
}
for (const problem of problems.slice(0, 20)) console.error(`PROBLEM ${problem}`);
console.log(
  problems.length === 0
    ? "Nothing was lost."
    : `${problems.length} problems; SEED=${SEED} repeats the choices.`,
);
process.exit(problems.length === 0 ? 0 : 1);
