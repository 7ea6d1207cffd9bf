/**
 * What PgBouncer in transaction mode costs: the same request of the graph in turns by an API process behind PgBouncer, whose
 * statements are not prepared, and by one that leads to the database itself. Prints the median of each.
 * `pnpm bench:pooler` (Linux; Debian's packages as for drill-scale.mjs). ROUNDS (300), PORT (4830: the first of thirty).
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Topology } from "./topology/topology.mjs";
import { ask } from "./workload/client.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 300);
const WARM_UP = 50;
const CUSTOMERS = 20;
const CREATE =
  "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }";
const REQUESTS = {
  "a list of 20 customers": "{ customers(first: 20) { nodes { id number legalName } } }",
  "20 customers with summaries": `{ customers(first: 20) { nodes { id legalName
    summary { tasks { open overdue } invoices { overdue { count amounts { amount currency } } } } } } }`,
};

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

async function timeOf(url, headers, query) {
  const began = performance.now();
  await ask({ url, headers }, query);
  return performance.now() - began;
}

const folder = await mkdtemp(path.join(os.tmpdir(), "clientela-pooler-"));
const topology = new Topology({ folder, port: Number(process.env.PORT ?? 4830), direct: [2] });
try {
  await topology.start();
  await topology.signIn();
  for (let at = 0; at < CUSTOMERS; at += 1) {
    const input = { legalName: `Customer ${at}`, address: { city: "Olinda", country: "BR" } };
    await ask(topology, CREATE, { input }, randomUUID());
  }
  const urls = [1, 2].map((at) => `http://127.0.0.1:${topology.ports.api(at)}`);
  for (const [what, query] of Object.entries(REQUESTS)) {
    const times = [[], []];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
      for (const [at, url] of urls.entries()) {
        const milliseconds = await timeOf(url, topology.headers, query);
        if (round >= WARM_UP) times[at].push(milliseconds);
      }
    const [pooled, direct] = times.map(median);
    console.log(
      `${what.padEnd(30)} ${pooled.toFixed(1)} ms behind PgBouncer, ${direct.toFixed(1)} ms without: ${(pooled / direct).toFixed(2)} times`,
    );
  }
} finally {
  await topology.end();
  await rm(folder, { recursive: true, force: true });
}
