// What is written at random: customers and what belongs to them, each write under a key of its own.
import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { ask, untilAnswered } from "./client.mjs";
import { writeMoney } from "./money.mjs";
import { pick } from "./random.mjs";
import { writeRecord } from "./records.mjs";

const CREATE =
  "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id version } } }";
const UPDATE =
  "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { version } } }";
const IMPORT =
  "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }";
const RUN = "mutation ($input: ImportIdInput!) { runImport(input: $input) { import { status } } }";
const STATUS = "query ($id: ID!) { import(id: $id) { status result { created failed } } }";
const IMPORT_ROWS = 150;

/** Writes until the signal aborts; each customer is one writer's, so that what it must be is known exactly. */
export async function writeRepeatedly({ instance, ledger, signal, problems, name, random }) {
  const run = { instance, ledger, random };
  const own = [];
  for (let turn = 0; !signal.aborted; turn += 1) {
    try {
      const choice = random();
      const value = `${name} ${turn}`;
      if (own.length < 3 || choice < 0.1) own.push(await create(instance, ledger, value));
      else if (choice < 0.3) await update(instance, ledger, pick(random, own), value);
      else if (choice < 0.7) await writeRecord(run, pick(random, own), value);
      else if (choice < 0.9) await writeMoney(run, pick(random, own));
      else await addFile(instance, ledger, pick(random, own), random);
    } catch (error) {
      problems.push(`${name}: ${error.message}`);
      await pause(500);
    }
  }
}

/** Makes a customer with nothing that belongs to it. */
export async function create(instance, ledger, legalName) {
  const input = { legalName, address: { city: "Olinda", country: "BR" } };
  const { createCustomer } = await ask(instance, CREATE, { input }, randomUUID());
  const owned = { records: [], invoices: [], files: [] };
  const customer = { ...createCustomer.customer, tradeName: null, ...owned };
  ledger.customers.push(customer);
  ledger.made("CUSTOMER", customer.id);
  return customer;
}

async function update(instance, ledger, customer, tradeName) {
  const input = { id: customer.id, version: customer.version, tradeName };
  const { updateCustomer } = await ask(instance, UPDATE, { input }, randomUUID());
  Object.assign(customer, updateCustomer.customer, { tradeName });
  ledger.acknowledged += 1;
}

async function addFile({ url, headers }, ledger, customer, random) {
  const text = `${customer.id} ${random()}`.repeat(50);
  const form = new FormData();
  form.append("file", new Blob([text]), "note.txt");
  const request = { method: "POST", headers: { cookie: headers.cookie }, body: form };
  const file = await untilAnswered(
    `${url}/files?customerId=${customer.id}`,
    request,
    async (response) => {
      if (response.status !== 201)
        throw new Error(`upload: ${response.status} ${await response.text()}`);
      return { value: await response.json() };
    },
  );
  const sha256 = createHash("sha256").update(text).digest("hex");
  customer.files.push({ id: file.id, sha256 });
  ledger.acknowledged += 1;
}

/** Imports a small sheet again and again, each of customers of its own. */
export async function importRepeatedly({ instance, ledger, signal, problems, random }) {
  while (!signal.aborted) {
    const tag = `import-${Math.floor(random() * 1e9)}`;
    try {
      await importOnce(instance, ledger, tag);
    } catch (error) {
      problems.push(`${tag}: ${error.message}`);
      await pause(500);
    }
  }
}

async function importOnce(instance, ledger, tag) {
  const rows = Array.from(
    { length: IMPORT_ROWS },
    (_, at) => `${tag} ${at},Olinda,BR,${tag}-${at}`,
  );
  const csv = `Name,City,Country,External ID\n${rows.join("\n")}\n`;
  const form = new FormData();
  form.append("file", new Blob([csv]), `${tag}.csv`);
  const request = { method: "POST", headers: { cookie: instance.headers.cookie }, body: form };
  const { id: fileId } = await untilAnswered(`${instance.url}/files`, request, async (response) => {
    if (response.status !== 201)
      throw new Error(`upload: ${response.status} ${await response.text()}`);
    return { value: await response.json() };
  });
  const input = { fileId, recordType: "CUSTOMER", idSource: "workload" };
  const { createImport } = await ask(instance, IMPORT, { input }, randomUUID());
  const { id } = createImport.import;
  await statusOf(instance, id, ["READY"]);
  await ask(instance, RUN, { input: { id } }, randomUUID());
  const { result } = await statusOf(instance, id, ["DONE"]);
  if (result.created !== IMPORT_ROWS || result.failed !== 0)
    throw new Error(`created ${result.created}, failed ${result.failed} of ${IMPORT_ROWS}`);
  ledger.imports.push({ tag, rows: IMPORT_ROWS });
  for (let row = 0; row < IMPORT_ROWS; row += 1) ledger.made("CUSTOMER", null, 0);
  ledger.acknowledged += 1;
}

async function statusOf(instance, id, wanted) {
  let found;
  for (const end = Date.now() + 180_000; Date.now() < end; await pause(250)) {
    found = (await ask(instance, STATUS, { id })).import;
    if (wanted.includes(found.status)) return found;
    if (["FAILED", "CANCELLED"].includes(found.status))
      throw new Error(`the import is ${found.status}`);
  }
  throw new Error(`the import was ${found?.status}, not ${wanted}, after three minutes`);
}
