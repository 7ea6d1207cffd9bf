/**
 * Asks the graph and the floor on the same machine the same questions, in turns, with CONNECTIONS (16) connections,
 * and prints requests a second, their ratio and the 99th percentile with one connection. All answers are compared first.
 * `node tools/bench-graph.mjs [W1 W3 …]`, after a build; CUSTOMERS (100,000), ROUNDS (3), TURN_SECONDS (3) a turn.
 * Linux only, for the memory of the server.
 */
import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import autocannon from "autocannon";
import { statements } from "./bench/graph/data.mjs";
import { drawPicks } from "./bench/graph/picks.mjs";
import { workloads } from "./bench/graph/workloads.mjs";
import { openStage, startProgram } from "./bench/stage.mjs";
import { root } from "./workspace.mjs";

const CUSTOMERS = Number(process.env.CUSTOMERS ?? 100_000);
const CONNECTIONS = Number(process.env.CONNECTIONS ?? 16);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const SECONDS = Number(process.env.TURN_SECONDS ?? 3);
const COMPARED = 40;
const NAMES = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(workloads);
const ENV = { REQUESTS_PER_MINUTE: "0", QUERY_COST_LIMIT: "1000000" };

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const figure = (value, digits = 0) => value.toFixed(digits).padStart(8);
const memoryOf = async (pid, which) =>
  Number(new RegExp(`${which}:\\s+(\\d+)`).exec(await readFile(`/proc/${pid}/status`, "utf8"))[1]) /
  1024;

/** One turn of a workload at an address; throws where anything but answers came. */
async function load(url, headers, bodies, connections) {
  let at = 0;
  const result = await autocannon({
    url,
    connections,
    duration: SECONDS,
    method: "POST",
    headers,
    requests: [{ setupRequest: (request) => ({ ...request, body: bodies[at++ % bodies.length] }) }],
  });
  if (result.non2xx || result.errors)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
}

// The two have cursors of their own.
const comparable = (answer) =>
  JSON.parse(JSON.stringify(answer, (key, value) => (key === "endCursor" ? undefined : value)));

async function assertSameAnswers(graph, floor) {
  const answer = async ({ url, headers, bodies }, at) => {
    const response = await fetch(url, { method: "POST", headers, body: bodies[at] });
    const { data, errors } = await response.json();
    if (!data || errors) throw new Error(`${url}: ${JSON.stringify(errors)}`);
    return comparable(data);
  };
  for (let at = 0; at < COMPARED; at += 1) {
    const [ours, theirs] = [await answer(graph, at), await answer(floor, at)];
    if (!isDeepStrictEqual(ours, theirs))
      throw new Error(
        `${floor.url}: answers differ\n${JSON.stringify(ours)}\n${JSON.stringify(theirs)}`,
      );
  }
}

const stage = await openStage("bench-graph");
const stops = [() => stage.close()];
try {
  await stage.run("postgres", "CREATE DATABASE bench");
  await (await stage.serve("bench")).stop();
  await stage.withClient("bench", async (client) => {
    for (const statement of statements(CUSTOMERS)) await client.query(statement);
  });
  const server = await stage.serve("bench", ENV);
  stops.unshift(server.stop);
  const bare = await startProgram(
    path.join(root, "tools/bench/graph/floor.mjs"),
    { DATABASE_URL: stage.urlOf("bench") },
    /listening at (\S+)/,
  );
  stops.unshift(bare.stop);
  const picks = await drawPicks(stage, server.ask);

  console.log(
    `${CUSTOMERS} customers, ${CONNECTIONS} connections, median of ${ROUNDS} rounds of ${SECONDS} s; load of the machine before: ${os.loadavg()[0].toFixed(1)}`,
  );
  console.log("        graph/s  floor/s    share   p99 ms of one connection");
  for (const name of NAMES) {
    const { query, pick } = workloads[name];
    const picked = picks.map(pick);
    const graph = {
      url: `${server.url}/graphql`,
      headers: server.headers,
      bodies: picked.map(({ variables }) => JSON.stringify({ query, variables })),
    };
    const floor = {
      url: `${bare.url}/${name}`,
      headers: { "content-type": "application/json" },
      bodies: picked.map(({ values }) => JSON.stringify(values)),
    };
    await assertSameAnswers(graph, floor);
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ours = await load(graph.url, graph.headers, graph.bodies, CONNECTIONS);
      const theirs = await load(floor.url, floor.headers, floor.bodies, CONNECTIONS);
      // The first one warms both.
      if (round > 0) rounds.push({ ours: ours.perSecond, theirs: theirs.perSecond });
    }
    const alone = await load(graph.url, graph.headers, graph.bodies, 1);
    console.log(
      `${name.padEnd(5)} ${figure(median(rounds.map(({ ours }) => ours)))} ${figure(median(rounds.map(({ theirs }) => theirs)))} ` +
        `${figure(median(rounds.map(({ ours, theirs }) => ours / theirs)), 2)} ${figure(alone.p99)}`,
    );
  }
  console.log(
    `memory of the server: ${(await memoryOf(server.pid, "VmRSS")).toFixed(0)} MB, at most ${(await memoryOf(server.pid, "VmHWM")).toFixed(0)} MB`,
  );
} finally {
  for (const stop of stops) await stop();
}
