/**
 * Writes customers, contacts, files and imports at random for SECONDS (300 unless set), by WRITERS (8) at once, while the
 * server and its database are killed, frozen, ended and started on the same folder a second time; then holds that all that
 * was acknowledged is there, once, that nothing was answered but as documented, and that subscriptions go on.
 * `pnpm workload`, or `node tools/workload.mjs` after a build. SEED repeats the choices of an earlier run. Linux only.
 */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { disturbances } from "./workload/disturbances.mjs";
import { Instance } from "./workload/instance.mjs";
import { Ledger } from "./workload/ledger.mjs";
import { randomOf } from "./workload/random.mjs";
import { follow } from "./workload/subscriber.mjs";
import { importRepeatedly, writeRepeatedly } from "./workload/writers.mjs";

const SECONDS = Number(process.env.SECONDS ?? 300);
const WRITERS = Number(process.env.WRITERS ?? 8);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const LONGEST_BACK_MS = 30_000;

console.log(`workload: ${SECONDS} s, ${WRITERS} writers, seed ${SEED}`);
const folder = await mkdtemp(path.join(os.tmpdir(), "clientela-workload-"));
const instance = new Instance(path.join(folder, "data"));
const problems = [];
try {
  await instance.start();
  await instance.signIn();
  const ledger = new Ledger();
  const stopping = new AbortController();
  const run = { instance, ledger, signal: stopping.signal, problems };
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
  problems.push(...(await subscriber.verify()));
  console.log(ledger.summary());
} finally {
  await instance.end();
  await rm(folder, { recursive: true, force: true });
}
for (const problem of problems.slice(0, 20)) console.error(`PROBLEM ${problem}`);
console.log(
  problems.length === 0
    ? "Nothing was lost."
    : `${problems.length} problems; SEED=${SEED} repeats the choices.`,
);
process.exit(problems.length === 0 ? 0 : 1);
