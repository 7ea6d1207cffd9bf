/**
 * Pushes INVOICES (50,000) invoices of LINES (4) lines each from WORKERS (4) workers, as a billing system does, while calls are
 * given up in the middle, connections of the database are ended, and every tenth call is repeated late; then holds that
 * each invoice is there once, with its lines and one entry in the history. Prints the seconds from the first call to
 * the last answer. SEED repeats a run, DISTURBED=no leaves calls in peace. `node tools/bench-sync.mjs`, after a build.
 */
import { setTimeout as pause } from "node:timers/promises";
import { openStage } from "./bench/stage.mjs";
import { randomOf } from "./workload/random.mjs";

const INVOICES = Number(process.env.INVOICES ?? 50_000);
const LINES = Number(process.env.LINES ?? 4);
const WORKERS = Number(process.env.WORKERS ?? 4);
const BATCH = Number(process.env.BATCH ?? 1_000);
const CUSTOMERS = 1_000;
const SEED = Number(process.env.SEED ?? Date.now());
const DISTURBED = process.env.DISTURBED !== "no";
const LIMIT_S = Number(process.env.LIMIT_S ?? 60);
/** Of ten calls, how many are given up or repeated. */
const SHARE = 0.1;
const ENV = { REQUESTS_PER_MINUTE: "0", QUERY_COST_LIMIT: "1000000" };

const PUSH = `mutation ($input: UpsertInvoicesInput!) {
  upsertInvoices(input: $input) { results { status issues { path code } } } }`;
const MAKE_CUSTOMERS = `mutation ($input: UpsertCustomersInput!) {
  upsertCustomers(input: $input) { results { status } } }`;

const random = randomOf(SEED);
const chance = (share) => random() < share;
const below = (most) => Math.floor(random() * most);

const invoiceAt = (n) => ({
  externalId: `INV-${n}`,
  number: `FT ${n}`,
  customer: { externalId: `CUST-${n % CUSTOMERS}` },
  status: "AUTHORIZED",
  issuedOn: "2026-01-31",
  currency: "EUR",
  lines: Array.from({ length: LINES }, (_, line) => ({
    description: `Service ${line + 1}`,
    quantity: `${line + 1}`,
    unitPrice: `${(n % 100) + 1}.50`,
    taxRate: "23",
  })),
});

/** Sends one call until it is answered; a caller that gave up sends the same again. Returns its results. */
async function push(server, batch, givesUpAfter) {
  const items = Array.from({ length: Math.min(BATCH, INVOICES - batch * BATCH) }, (_, n) =>
    invoiceAt(batch * BATCH + n),
  );
  const body = JSON.stringify({ query: PUSH, variables: { input: { source: "billing", items } } });
  for (let tries = 1; tries <= 50; tries += 1) {
    const signal =
      tries === 1 && givesUpAfter ? AbortSignal.timeout(givesUpAfter) : AbortSignal.timeout(60_000);
    try {
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: server.headers,
        body,
        signal,
      });
      const { data, errors } = await response.json();
      if (!errors) return data.upsertInvoices.results;
      const code = errors[0].extensions?.code;
      if (code !== "UNAVAILABLE" && code !== "CLIENT_CLOSED_REQUEST")
        throw new Error(JSON.stringify(errors).slice(0, 500));
    } catch (error) {
      if (!["TypeError", "TimeoutError", "AbortError"].includes(error.name)) throw error;
    }
    counts.retries += 1;
    await pause(50);
  }
  throw new Error(`batch ${batch} was not answered`);
}

const counts = { CREATED: 0, UPDATED: 0, UNCHANGED: 0, FAILED: 0, retries: 0, killed: 0 };

async function work(server, queue) {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const results = await push(server, next.batch, next.givesUpAfter);
    for (const { status, issues } of results) {
      counts[status] += 1;
      if (status === "FAILED" || status === "UPDATED")
        throw new Error(`${status}: ${JSON.stringify(issues)}`);
    }
  }
}

/** Ends connections of the database in the middle of their statements, until told to stop. */
function disturb(stage) {
  let going = DISTURBED;
  const disturbing = stage.withClient("postgres", async (client) => {
    while (going) {
      await pause(1_000 + below(2_000));
      if (!going) break;
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM (
           SELECT pid FROM pg_stat_activity WHERE datname = 'sync' AND state = 'active' AND query ILIKE '%invoice%'
             AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1) busy`,
      );
      counts.killed += rowCount;
    }
  });
  return () => {
    going = false;
    return disturbing;
  };
}

const CHECK = `SELECT
  (SELECT count(*)::int FROM invoices) AS invoices,
  (SELECT count(DISTINCT number)::int FROM invoices) AS numbers,
  (SELECT count(*)::int FROM invoice_lines) AS lines,
  (SELECT count(*)::int FROM external_ids WHERE record_type = 'Invoice') AS ids,
  (SELECT count(*)::int FROM activity WHERE record_type = 'Invoice') AS entries,
  (SELECT count(*)::int FROM external_ids x WHERE x.record_type = 'Invoice'
     AND NOT EXISTS (SELECT 1 FROM invoices i WHERE i.id = x.record_id)) AS "idsOfNothing"`;

const stage = await openStage("bench-sync", { shared_buffers: "512MB", max_wal_size: "4GB" });
const stops = [() => stage.close()];
try {
  await stage.run("postgres", "CREATE DATABASE sync");
  const server = await stage.serve("sync", ENV);
  stops.unshift(server.stop);
  const customers = Array.from({ length: CUSTOMERS }, (_, n) => ({
    externalId: { source: "billing", value: `CUST-${n}` },
    legalName: `Customer ${n} Lda`,
    address: { country: "PT", city: "Porto" },
  }));
  await server.ask(MAKE_CUSTOMERS, { input: { items: customers } });
  const batches = Array.from({ length: Math.ceil(INVOICES / BATCH) }, (_, batch) => ({
    batch,
    givesUpAfter: DISTURBED && chance(SHARE) ? 1 + below(1_500) : 0,
  }));
  const late = DISTURBED ? batches.filter(() => chance(SHARE)) : [];
  const queue = [...batches, ...late.map(({ batch }) => ({ batch, givesUpAfter: 0 }))];
  const stopDisturbing = disturb(stage);
  const began = performance.now();
  await Promise.all(Array.from({ length: WORKERS }, () => work(server, queue)));
  const seconds = (performance.now() - began) / 1_000;
  await stopDisturbing();
  const [found] = (await stage.run("sync", CHECK)).rows;
  const expected = {
    invoices: INVOICES,
    numbers: INVOICES,
    lines: INVOICES * LINES,
    ids: INVOICES,
    entries: INVOICES,
    idsOfNothing: 0,
  };
  console.log(
    `${INVOICES} invoices with ${LINES} lines from ${WORKERS} workers in ${seconds.toFixed(1)} s (${Math.round(INVOICES / seconds)} a second), SEED=${SEED}`,
  );
  console.log(
    `${late.length} late repeats, ${counts.retries} calls sent again, ${counts.killed} connections ended; ${JSON.stringify(counts)}`,
  );
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  if (seconds > LIMIT_S) {
    console.log(`more than ${LIMIT_S} s`);
    process.exitCode = 1;
  }
} finally {
  for (const stop of stops) await stop();
}
