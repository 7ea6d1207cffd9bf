import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import sql from "sql-template-tag";
import { fromBuffer, type Options, type ZipFile } from "yauzl";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { records } from "../../../test/support/records.js";
import { NO_ID } from "../../../test/support/refusals.js";
import { until } from "../../../test/support/until.js";
import { makeContact } from "../contacts/contact.factory.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeFile } from "../files/file.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer({ limits: { fileBytes: 64 * 1024 * 1024 } });
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const open = promisify<Buffer, Options, ZipFile>(fromBuffer);

/** The entries of a zip by path; the reader verifies their sizes and checksums. */
async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await open(bytes, { lazyEntries: true });
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return entries;
}

const path = (id: string) => `/customers/${id}/export.zip`;

async function takeout(caller: Caller, id: string): Promise<Map<string, Buffer>> {
  const response = await caller.fetch(path(id));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/zip");
  return unzipped(Buffer.from(await response.arrayBuffer()));
}

const read = (entries: Map<string, Buffer>, name: string) =>
  JSON.parse(entries.get(name)?.toString("utf8") ?? "null");

test("holds every record and file of the customer, with checksums, and is recorded in the history", async () => {
  const { id, number } = await makeCustomer(admin, {
    legalName: "Padaria São João",
    externalIds: [{ source: "erp", value: "7" }],
  });
  const stranger = await makeCustomer(admin);
  for (const make of records) {
    await make(admin, id);
    await make(admin, stranger.id);
  }
  const owned = await server.db.rows<{ id: string; recordType: string }>(sql`
    SELECT DISTINCT record_id AS id, record_type AS "recordType" FROM activity
    WHERE customer_id = ${id}::uuid AND action = 'created' AND record_type <> 'Customer'`);
  for (const { id: recordId, recordType } of owned) {
    const { errors } = await admin.ask(
      "mutation ($input: ExternalIdsInput!) { addExternalIds(input: $input) { record { id } } }",
      { input: { id: recordId, externalIds: [{ source: "support", value: recordType }] } },
    );
    expect(errors).toBeUndefined();
  }
  const bytes = randomBytes(100_000);
  await makeFile(admin, bytes, "Notas & çãô (1).bin", id);
  const entries = await takeout(admin, id);

  expect(read(entries, "customer.json")).toEqual([
    expect.objectContaining({
      id,
      number,
      legalName: "Padaria São João",
      externalIds: [{ source: "erp", value: "7" }],
    }),
  ]);
  for (const [name, recordType] of [
    ["contacts", "Contact"],
    ["projects", "Project"],
    ["time_entries", "TimeEntry"],
    ["tasks", "Task"],
    ["deals", "Deal"],
    ["quotes", "Quote"],
    ["orders", "Order"],
    ["invoices", "Invoice"],
    ["notes", "Note"],
    ["conversations", "Conversation"],
    ["promises_to_pay", "PromiseToPay"],
  ]) {
    const externalIds = [{ source: "support", value: recordType }];
    expect([name, read(entries, `${name}.json`)]).toEqual([
      name,
      [expect.objectContaining({ customerId: id, externalIds })],
    ]);
  }
  expect(read(entries, "files.json")).toEqual([
    expect.objectContaining({ externalIds: [{ source: "support", value: "File" }] }),
    expect.objectContaining({ externalIds: [] }),
  ]);
  expect(read(entries, "addresses.json")).toEqual([]);
  for (const name of ["quotes", "orders", "invoices"]) {
    const [{ total, lines }] = read(entries, `${name}.json`);
    expect([Number(total), lines]).toEqual([20, [expect.objectContaining({ description: "Pão" })]]);
  }
  const history: { customerId: string; action: string }[] = read(entries, "history.json");
  expect(new Set(history.map((one) => one.customerId))).toEqual(new Set([id]));
  expect(history.length).toBeGreaterThan(records.length);

  const manifest = read(entries, "manifest.json");
  expect(manifest).toMatchObject({
    customer: { id, number },
    takenBy: "admin 1",
    records: { customer: 1, contacts: 1, files: 2, history: history.length },
  });
  const files: { path: string; sha256: string }[] = manifest.files;
  expect(files).toHaveLength(2);
  for (const file of files) {
    const sha256 = createHash("sha256")
      .update(entries.get(file.path) ?? "")
      .digest("hex");
    expect(sha256).toBe(file.sha256);
  }
  expect(entries.get(files.at(-1)?.path ?? "")).toEqual(bytes);

  const entry = await server.db.row(sql`
    SELECT actor_id AS "actorId" FROM activity WHERE record_id = ${id}::uuid AND action = 'exported'`);
  expect(entry).toEqual({ actorId: admin.userId });
});

test("excludes what the caller may not read", async () => {
  const { id } = await makeCustomer(admin);
  await makeContact(admin, id);
  for (const make of records) await make(admin, id);
  const { data } = await admin.ask<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "x", scopes: ["customers:read", "exports:write", "activity:read", "projects:read"] }) { secret } }',
  );
  const response = await fetch(`${server.url}${path(id)}`, {
    headers: { authorization: `Bearer ${data.createApiKey.secret}` },
  });
  const entries = await unzipped(Buffer.from(await response.arrayBuffer()));
  expect([...entries.keys()].sort()).toEqual([
    "addresses.json",
    "conversations.json",
    "customer.json",
    "history.json",
    "manifest.json",
    "notes.json",
    "projects.json",
  ]);
  const history: { recordType: string }[] = read(entries, "history.json");
  expect(new Set(history.map((one) => one.recordType))).toEqual(
    new Set(["CONVERSATION", "CUSTOMER", "NOTE", "PROJECT"]),
  );
});

test("is refused without the permission to export, and for an unknown customer", async () => {
  const { id } = await makeCustomer(admin);
  for (const role of ["projects", "viewer"] as const) {
    const response = await (await server.signIn(role)).fetch(path(id));
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { errors: [{ extensions: { code: "FORBIDDEN" } }] },
    ]);
  }
  expect((await fetch(`${server.url}${path(id)}`)).status).toBe(401);
  expect((await admin.fetch(path(NO_ID))).status).toBe(404);
  expect((await admin.fetch(path("x"))).status).toBe(400);
  await admin.ask(
    "mutation ($ids: [ID!]!) { deleteCustomers(input: { ids: $ids }) { customers { id } } }",
    { ids: [id] },
  );
  expect((await admin.fetch(path(id))).status).toBe(404);
});

test("reads files no faster than they are downloaded, so that they are never held in memory", async () => {
  const { id } = await makeCustomer(admin);
  const size = 48 * 1024 * 1024;
  for (const name of ["a.bin", "b.bin"]) await makeFile(admin, randomBytes(size), name, id);
  let taken = 0;
  let heldBack = false;
  const { storage } = server.app;
  const readStored = storage.read;
  storage.read = async (key) => {
    const stream = await readStored.call(storage, key);
    stream.once("pause", () => {
      heldBack = true;
    });
    return stream.on("data", (chunk: Buffer) => {
      taken += chunk.length;
    });
  };
  const response = await admin.fetch(path(id));
  if (!response.body) throw new Error("no body");
  const body = response.body.getReader();
  // While the client does not read, reading the files pauses.
  await until(() => heldBack);
  let received = 0;
  let ahead = 0;
  for (;;) {
    ahead = Math.max(ahead, taken - received);
    const { value, done } = await body.read();
    if (done) break;
    received += value.length;
  }
  expect(ahead).toBeLessThan(size / 2);
  expect(taken).toBe(2 * size);
  storage.read = readStored;
});

test("a file whose bytes are missing breaks the download instead of being omitted", async () => {
  const { id } = await makeCustomer(admin);
  const file = await makeFile(admin, "bytes", "a.txt", id);
  await server.app.storage.remove(`uploads/${file.id.slice(-2)}/${file.id}`);
  const response = await admin.fetch(path(id)).catch(() => null);
  await expect(
    response ? response.arrayBuffer() : Promise.reject(new Error("broken")),
  ).rejects.toThrow();
});
