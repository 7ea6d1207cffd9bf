import { type Caller, startServer, type TestServer } from "../../test/server.js";
import { codeOf } from "../../test/support/refusals.js";
import { makeCustomer } from "../features/customers/customer.factory.js";
import { keyOfFile } from "../features/files/fileBytes.js";
import { sweepFiles } from "../features/files/sweepFiles.js";
import { makeTask } from "../features/tasks/task.factory.js";
import { makeWebhook } from "../features/webhooks/webhook.factory.js";
import { MARK_EARLIER_DEMOS } from "../migrations/1764000000113-earlier-demos.js";
import { MARK_DEMO_PAYMENTS } from "../migrations/1764000000140-payments.js";
import { takeDemoAway } from "./takeDemoAway.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  // It is told of all that a demo brings, and points at its history.
  await makeWebhook(admin, "https://hooks.invalid/", ["*"]);
  expect((await admin.fetch("/api/demo", { method: "POST" })).status).toBe(200);
});
afterAll(() => server.close());

const query = async (text: string, values: unknown[] = []) =>
  (await server.app.database.pool.query(text, values)).rows;
const count = async (table: string, where = "true") =>
  Number((await query(`SELECT count(*) AS n FROM ${table} WHERE ${where}`))[0]?.n);
const THERE = "{ demoData { customers changed withOwnRecords } }";
const REMOVE = `mutation ($input: RemoveDemoDataInput!) { removeDemoData(input: $input) { customers people kept } }`;
const remove = (caller: Pick<Caller, "ask">, input: object = {}) => caller.ask(REMOVE, { input });

test("nobody but an admin who is a person takes the demo away", async () => {
  for (const role of ["sales", "finance", "projects", "viewer"] as const) {
    const person = await server.signIn(role);
    expect(codeOf(await person.ask(THERE))).toBe("FORBIDDEN");
    expect(codeOf(await remove(person))).toBe("FORBIDDEN");
  }
  const made = await admin.ask<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "K", scopes: ["settings:write", "customers:write"] }) { secret } }',
  );
  const headers = { authorization: `Bearer ${made.data.createApiKey.secret}` };
  const byKey = await server.stranger.ask(REMOVE, { input: {} }, headers);
  expect(codeOf(byKey)).not.toBe("OK");
  expect(await count("customers")).toBe(500);
});

test("the history that a demo brought is the only one that leaves, and only so", async () => {
  await expect(query("SELECT remove_demo_history(NULL)")).resolves.toBeDefined();
  await expect(query("DELETE FROM activity")).rejects.toThrow(/permission denied/);
  await expect(query("INSERT INTO guarded.demo_loads VALUES (1)")).rejects.toThrow(
    /permission denied/,
  );
  await expect(query("SELECT begin_demo()")).rejects.toThrow("there are customers already");
});

test("it goes whole but for what somebody worked on, which is said before", async () => {
  const [changed, own, noted, trashed] = (await query(
    "SELECT id, version FROM customers ORDER BY id LIMIT 4",
  )) as {
    id: string;
    version: number;
  }[];
  if (!changed || !own || !noted || !trashed) throw new Error("there is no demo");
  const edit = await admin.ask(
    'mutation ($id: ID!, $version: Int!) { updateCustomer(input: { id: $id, version: $version, notes: "Mine" }) { customer { id } } }',
    changed,
  );
  expect(edit.errors).toBeUndefined();
  const task = await makeTask(admin, own.id, { title: "Mine" });
  await admin.ask(
    'mutation ($id: ID!) { addNote(input: { customerId: $id, text: "Mine" }) { activity { id } } }',
    noted,
  );
  const { data } = await admin.ask<{ createCustomer: { customer: { id: string } } }>(
    'mutation { createCustomer(input: { legalName: "Real one", address: { country: "BR", city: "Natal" } }) { customer { id } } }',
  );
  const real = data.createCustomer.customer.id;
  expect((await admin.ask(THERE)).data).toEqual({
    demoData: { customers: 500, changed: 1, withOwnRecords: 2 },
  });
  const files = (await query("SELECT id FROM files WHERE customer_id <> ALL($1)", [
    [changed.id, own.id, noted.id],
  ])) as { id: string }[];
  expect(files.length).toBeGreaterThan(50);
  const tasksOfOwn = await count("tasks", `customer_id = '${own.id}'`);

  const answer = await remove(admin);
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject({ removeDemoData: { customers: 497, kept: 3 } });
  // As many statements as for one customer.
  const statements = Number(/desc="(\d+)"/.exec(answer.headers.get("server-timing") ?? "")?.[1]);
  expect(statements).toBeLessThan(45);

  const left = (await query("SELECT id FROM customers ORDER BY id")).map(({ id }) => id);
  expect(left.sort()).toEqual([changed.id, own.id, noted.id, real].sort());
  expect(await count("tasks", `id = '${task.id}'`)).toBe(1);
  expect(await count("tasks", `customer_id = '${own.id}'`)).toBe(tasksOfOwn);
  for (const table of [
    "contacts",
    "projects",
    "time_entries",
    "tasks",
    "deals",
    "quotes",
    "orders",
    "invoices",
    "files",
  ]) {
    expect([table, await count(table, `customer_id <> ALL('{${left.join()}}')`)]).toEqual([
      table,
      0,
    ]);
  }
  expect(await count("activity", `customer_id <> ALL('{${left.join()}}')`)).toBe(0);
  expect(await count("activity", `customer_id = '${own.id}'`)).toBeGreaterThan(1);
  expect(await count("activity", "record_type = 'OrganisationSettings'")).toBe(1);
  // Whom a record that stays names stays too.
  const named = await count(
    "users u",
    "u.email LIKE '%@demo.example' AND EXISTS (SELECT FROM customers c WHERE c.owner_id = u.id)",
  );
  expect(await count("users", "email LIKE '%@demo.example'")).toBeGreaterThanOrEqual(named);
  expect((await admin.ask(THERE)).data).toEqual({ demoData: null });

  const isGone = (id: string) =>
    server.app.storage.read(keyOfFile(id)).then(
      (stream) => {
        stream.destroy();
        return false;
      },
      () => true,
    );
  // They go by the way of all that is removed from the storage, which refuses where the storage is another's.
  expect((await Promise.all(files.map(({ id }) => isGone(id)))).some(Boolean)).toBe(false);
  await sweepFiles(server.app);
  expect((await Promise.all(files.map(({ id }) => isGone(id)))).every(Boolean)).toBe(true);
});

test("what was changed goes as well where that is wanted, and nothing is left of a demo alone", async () => {
  await server.asOwner(`
    TRUNCATE customers, external_ids, webhook_deliveries CASCADE;
    DELETE FROM activity WHERE transaction_id = ANY (demo_transactions());
    DELETE FROM users WHERE email LIKE '%@demo.example'`);
  // A demo of another day, so that it is not the one that somebody worked on.
  server.setNow(new Date(Date.now() - 3 * 24 * 60 * 60 * 1000));
  expect((await admin.fetch("/api/demo", { method: "POST" })).status).toBe(200);
  const [changed, archived] = await query("SELECT id, version FROM customers LIMIT 2");
  await admin.ask(
    'mutation ($id: ID!, $version: Int!) { updateCustomer(input: { id: $id, version: $version, notes: "Mine" }) { customer { id } } }',
    changed,
  );
  await admin.ask(
    "mutation ($ids: [ID!]!) { archiveCustomers(input: { ids: $ids }) { customers { id } } }",
    { ids: [archived.id] },
  );
  // What the people of a demo were told keeps none of them.
  await query(`
    INSERT INTO notifications (user_id, kind, record_type, record_id, caused_by_id)
    SELECT u.id, 'ASSIGNED', 'Task', uuid_v7(), u.id FROM users u WHERE u.email LIKE '%@demo.example'`);
  const { data } = await remove(admin, { includeChanged: true });
  expect(data).toEqual({ removeDemoData: { customers: 500, people: 8, kept: 0 } });
  expect(await count("notifications")).toBe(0);
  for (const [table, where] of [
    ["customers", "true"],
    ["files", "customer_id IS NOT NULL"],
    ["users", "email LIKE '%@demo.example'"],
    ["demo_records", "table_name <> 'files'"],
  ] as const) {
    expect([table, await count(table, where)]).toEqual([table, 0]);
  }
});

test("a demo that was loaded before demos were marked is known after an upgrade, and nobody's own records are", async () => {
  await server.asOwner(`
    TRUNCATE customers, external_ids, webhook_deliveries CASCADE;
    DELETE FROM activity WHERE transaction_id = ANY (demo_transactions());
    DELETE FROM users WHERE email LIKE '%@demo.example'`);
  server.setNow(new Date(Date.now() - 6 * 24 * 60 * 60 * 1000));
  expect((await admin.fetch("/api/demo", { method: "POST" })).status).toBe(200);
  // Earlier demos had no notes of their own, no conversations, promises and credit notes.
  await server.asOwner(`
    TRUNCATE notes, conversations, promises_to_pay, credit_notes CASCADE;
    DELETE FROM ledger_entries WHERE credit_note_id IS NOT NULL;
    DELETE FROM demo_records WHERE table_name IN ('notes', 'conversations', 'promises_to_pay', 'credit_notes')`);
  const marked = "SELECT id, table_name FROM demo_records WHERE table_name <> 'files' ORDER BY id";
  const before = await query(marked);
  await makeTask(
    admin,
    String((await query("SELECT id FROM customers ORDER BY id LIMIT 1"))[0].id),
  );
  await makeCustomer(admin, { legalName: "Own" });
  await server.asOwner("TRUNCATE demo_records, guarded.demo_loads");
  expect((await admin.ask(THERE)).data).toEqual({ demoData: null });
  expect(await takeDemoAway(server.app)).toMatch(/loaded by an earlier version/);

  await server.asOwner(MARK_EARLIER_DEMOS);
  await server.asOwner(MARK_DEMO_PAYMENTS);
  expect(await query(marked)).toEqual(before);
  expect((await admin.ask(THERE)).data).toEqual({
    demoData: { customers: 500, changed: 0, withOwnRecords: 1 },
  });
  expect(await takeDemoAway(server.app)).toMatch(/^499 customers .* 1 /);
  expect(await count("customers")).toBe(2);

  // What stays is no demo any more, also after another upgrade.
  await server.asOwner(MARK_EARLIER_DEMOS);
  expect((await admin.ask(THERE)).data).toEqual({ demoData: null });
  await server.asOwner(
    "TRUNCATE customers, external_ids CASCADE; DELETE FROM users WHERE email LIKE '%@demo.example'",
  );
  expect(await takeDemoAway(server.app)).toBe("There is no demo data here.");
});
