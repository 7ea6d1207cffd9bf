/**
 * Searches records of all kinds among CUSTOMERS (100,000) customers with everything, and prints how many milliseconds a
 * search takes over HTTP: the median and the slowest of ROUNDS (9). `node tools/bench-search.mjs`, after a build.
 */
import { statements } from "./bench/graph/data.mjs";
import { openStage } from "./bench/stage.mjs";

const CUSTOMERS = Number(process.env.CUSTOMERS ?? 100_000);
const ROUNDS = Number(process.env.ROUNDS ?? 9);
const ENV = { REQUESTS_PER_MINUTE: "0", QUERY_COST_LIMIT: "1000000" };
const SEARCH = `query ($text: String!) {
  search(text: $text) { nodes { type title excerpt customer { displayName } } } }`;

/** Texts by what they are: read from the data, so that each is found as people would type it. */
const TEXTS = {
  "a letter": "SELECT left(legal_name, 1) AS text FROM customers LIMIT 1",
  "two letters": "SELECT left(legal_name, 2) AS text FROM customers LIMIT 1",
  "the first word of a name":
    "SELECT split_part(legal_name, ' ', 1) AS text FROM customers LIMIT 1",
  "a name": "SELECT legal_name AS text FROM customers LIMIT 1",
  "a customer's number": "SELECT number AS text FROM customers LIMIT 1",
  "a tax ID": "SELECT tax_id_value AS text FROM customers WHERE tax_id_value IS NOT NULL LIMIT 1",
  "the end of an e-mail":
    "SELECT split_part(email, '@', 2) AS text FROM customers WHERE email IS NOT NULL LIMIT 1",
  "a person": "SELECT name AS text FROM contacts LIMIT 1",
  "an invoice's number": "SELECT number AS text FROM invoices LIMIT 1",
  "a part of a number": "SELECT right(number, 3) AS text FROM invoices LIMIT 1",
  "a task's title": "SELECT title AS text FROM tasks LIMIT 1",
  "a file's end": "SELECT '.' || split_part(name, '.', 2) AS text FROM files LIMIT 1",
  "a word that nothing has": "SELECT 'qqqzzz' AS text",
};

const stage = await openStage("bench-search", { shared_buffers: "1GB", max_wal_size: "8GB" });
const stops = [() => stage.close()];
try {
  await stage.run("postgres", "CREATE DATABASE bench");
  await (await stage.serve("bench")).stop();
  console.log(`making ${CUSTOMERS} customers with everything …`);
  await stage.withClient("bench", async (client) => {
    for (const statement of statements(CUSTOMERS)) await client.query(statement);
    await client.query("VACUUM (ANALYZE)");
  });
  const server = await stage.serve("bench", ENV);
  stops.unshift(server.stop);
  for (const [what, sql] of Object.entries(TEXTS)) {
    const text = (await stage.run("bench", sql)).rows[0]?.text;
    if (!text) continue;
    const times = [];
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const { search } = await server.ask(SEARCH, { text });
      times.push(performance.now() - began);
      found = search.nodes.length;
    }
    const sorted = times.toSorted((a, b) => a - b);
    const [median, slowest] = [sorted[Math.floor(ROUNDS / 2)], sorted.at(-1)];
    console.log(
      `${what.padEnd(26)} ${JSON.stringify(text).padEnd(32)} ${String(found).padStart(3)} found ${median.toFixed(1).padStart(8)} ms, at most ${slowest.toFixed(1)}`,
    );
  }
} finally {
  for (const stop of stops) await stop();
}
