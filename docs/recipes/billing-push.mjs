/**
 * Pushes what a billing system has to Clientela: its customers, invoices and payments, as often as you like.
 *
 *   CLIENTELA_URL=https://… CLIENTELA_KEY=… node billing-push.mjs export.json
 *
 * The key needs customers:read, customers:write, invoices:read and invoices:write. The export holds everything that the billing system
 * has, by its own ids:
 *
 *   { "customers": [{ "id", "name", "country", "city" }],
 *     "invoices": [{ "id", "number", "customer", "status", "issuedOn", "dueOn", "currency", "lines": [{ "description", "quantity", "unitPrice", "taxRate" }] }],
 *     "payments": [{ "id", "customer", "paidOn", "amount", "currency", "pays": [{ "invoice", "amount" }] }] }
 *
 * A call that was not answered is sent again: what it wrote is found UNCHANGED. An item with issues keeps out no other; the program
 * names each and ends with 1. Invoices that the export no longer has go to the trash, unless payments pay them.
 */
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

const SOURCE = "billing";
const BATCH = 500;
const WORKERS = 4;
const MAX_TRIES = 30;
const RETRY_MS = Number(process.env.RETRY_MS ?? 1_000);
/** What says "not now": the same call can be answered later. */
const LATER = new Set([429, 499, 500, 502, 503, 504]);

const { CLIENTELA_URL, CLIENTELA_KEY } = process.env;
const [, , file] = process.argv;
if (!CLIENTELA_URL || !CLIENTELA_KEY || !file)
  throw new Error("usage: CLIENTELA_URL=… CLIENTELA_KEY=… node billing-push.mjs export.json");

/** Sends a mutation until it is answered. */
async function send(query, input) {
  const request = {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${CLIENTELA_KEY}` },
    body: JSON.stringify({ query, variables: { input } }),
  };
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    const response = await fetch(`${CLIENTELA_URL}/graphql`, request).catch(() => null);
    if (response && !LATER.has(response.status)) {
      const { data, errors } = await response.json();
      if (!errors) return data;
      throw new Error(JSON.stringify(errors));
    }
    await pause(Number(response?.headers.get("retry-after") ?? 0) * 1_000 || RETRY_MS);
  }
  throw new Error(`not answered after ${MAX_TRIES} calls`);
}

const counts = {};
let failed = 0;

/** Pushes records in batches, some at a time; the order of the batches does not matter. */
async function push(mutation, records, itemOf, more = {}) {
  const query = `mutation ($input: U${mutation.slice(1)}Input!) {
    ${mutation}(input: $input) { results { status issues { path message } } } }`;
  const batches = [];
  for (let at = 0; at < records.length; at += BATCH) batches.push(records.slice(at, at + BATCH));
  const work = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const data = await send(query, { ...more, items: batch.map(itemOf) });
      for (const [index, { status, issues }] of data[mutation].results.entries()) {
        counts[status] = (counts[status] ?? 0) + 1;
        if (status !== "FAILED") continue;
        failed += 1;
        for (const { path, message } of issues)
          console.error(`${mutation} ${batch[index].id}: ${path} ${message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
}

const { customers, invoices, payments } = JSON.parse(await readFile(file, "utf8"));

await push("upsertCustomers", customers, ({ id, name, country, city }) => ({
  externalId: { source: SOURCE, value: id },
  legalName: name,
  address: { country, city },
}));

const { startSyncRun } = await send("mutation { startSyncRun { syncRun } }");
const run = { source: SOURCE, syncRun: startSyncRun.syncRun };
await push(
  "upsertInvoices",
  invoices,
  ({ id, customer, ...invoice }) => ({
    externalId: id,
    customer: { externalId: customer },
    ...invoice,
  }),
  run,
);

// Invoices come first: payments name them.
await push(
  "upsertPayments",
  payments,
  ({ id, customer, pays, ...payment }) => ({
    externalId: id,
    customer: { externalId: customer },
    ...payment,
    allocations: pays.map(({ invoice, amount }) => ({ invoiceExternalId: invoice, amount })),
  }),
  { source: SOURCE },
);

const END = `mutation ($input: UpsertInvoicesInput!) {
  upsertInvoices(input: $input) { missing { archived kept remaining } } }`;
for (let remaining = invoices.length; remaining > 0; ) {
  const { upsertInvoices } = await send(END, { ...run, items: [], onMissing: "ARCHIVE" });
  counts.ARCHIVED = (counts.ARCHIVED ?? 0) + upsertInvoices.missing.archived;
  remaining = upsertInvoices.missing.remaining;
}

console.log(JSON.stringify(counts));
process.exitCode = failed > 0 ? 1 : 0;
