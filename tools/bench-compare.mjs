/**
 * Compares with another checkout of this repository what a request of the graph costs its server in processor time. Both
 * serve the same data, each from a PostgreSQL of its own, and take turns of the same number of requests over 16
 * connections, so that other work on the machine weighs on both alike. Prints the least that a turn took of each, which
 * other work touched least, with the ratio of the two, and the median of the ratios of all rounds.
 * `node tools/bench-compare.mjs <other checkout> [W1 W3 …]`, after a build of both; CUSTOMERS (20,000), ROUNDS (31),
 * CPU_SECONDS (0.2) that a turn takes the other server. Many short turns: of those, some come when other work rests.
 * Linux only, for the processor time.
 */
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import autocannon from "autocannon";
import { ownCpuSeconds } from "./bench/cpu.mjs";
import { statements } from "./bench/graph/data.mjs";
import { drawPicks } from "./bench/graph/picks.mjs";
import { workloads } from "./bench/graph/workloads.mjs";
import { root } from "./workspace.mjs";

const CUSTOMERS = Number(process.env.CUSTOMERS ?? 20_000);
const ROUNDS = Number(process.env.ROUNDS ?? 31);
const CPU_SECONDS = Number(process.env.CPU_SECONDS ?? 0.2);
const CONNECTIONS = 16;
const WARM_UP = 2_000;
const ENV = { REQUESTS_PER_MINUTE: "0", QUERY_COST_LIMIT: "1000000" };

const [other, ...names] = process.argv.slice(2);
if (!other) throw new Error("say which other checkout to compare with");
const NAMES = names.length > 0 ? names : Object.keys(workloads);

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** A server of a checkout with the bench's data; what stops it is put before `stops`. */
async function openSide(checkout, stops) {
  const { openStage } = await import(
    pathToFileURL(path.resolve(checkout, "tools/bench/stage.mjs")).href
  );
  const stage = await openStage("bench-compare");
  stops.unshift(() => stage.close());
  await stage.run("postgres", "CREATE DATABASE bench");
  await (await stage.serve("bench")).stop();
  await stage.withClient("bench", async (client) => {
    for (const statement of statements(CUSTOMERS)) await client.query(statement);
  });
  const server = await stage.serve("bench", ENV);
  stops.unshift(server.stop);
  return { ...server, picks: await drawPicks(stage, server.ask) };
}

/** The microseconds of processor time that each of so many requests took the server; throws where one was not answered. */
async function costOf({ url, headers, pid, picks }, { query, pick }, amount) {
  const bodies = picks.map((one) => JSON.stringify({ query, variables: pick(one).variables }));
  let at = 0;
  // Not that of its worker, which does the same however many requests come.
  const before = await ownCpuSeconds(pid);
  const { non2xx, errors, requests } = await autocannon({
    url: `${url}/graphql`,
    connections: CONNECTIONS,
    amount,
    method: "POST",
    headers,
    requests: [{ setupRequest: (request) => ({ ...request, body: bodies[at++ % bodies.length] }) }],
  });
  if (non2xx || errors) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`);
  return (((await ownCpuSeconds(pid)) - before) / requests.total) * 1e6;
}

const stops = [];
try {
  const theirs = await openSide(other, stops);
  const ours = await openSide(root, stops);
  console.log(
    `${CUSTOMERS} customers, ${ROUNDS} rounds of ${CPU_SECONDS} s; load of the machine: ${os.loadavg()[0].toFixed(1)}`,
  );
  console.log("      other µs  here µs   ratio  median");
  for (const name of NAMES) {
    const workload = workloads[name];
    for (const side of [ours, theirs]) await costOf(side, workload, WARM_UP);
    const amount = Math.ceil((CPU_SECONDS * 1e6) / (await costOf(theirs, workload, WARM_UP)));
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const order = round % 2 === 0 ? [theirs, ours] : [ours, theirs];
      const costs = new Map();
      for (const side of order) costs.set(side, await costOf(side, workload, amount));
      rounds.push({ theirs: costs.get(theirs), ours: costs.get(ours) });
    }
    const least = {
      theirs: Math.min(...rounds.map((round) => round.theirs)),
      ours: Math.min(...rounds.map((round) => round.ours)),
    };
    const figures = [
      least.theirs.toFixed(0).padStart(8),
      least.ours.toFixed(0).padStart(8),
      (least.ours / least.theirs).toFixed(2).padStart(7),
      median(rounds.map((round) => round.ours / round.theirs))
        .toFixed(2)
        .padStart(7),
    ];
    console.log(`${name.padEnd(5)} ${figures.join(" ")}`);
  }
} finally {
  for (const stop of stops) await stop();
}
