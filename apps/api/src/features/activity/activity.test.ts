import { RECORD_TYPES } from "@clientela/shared/records/recordActions";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { registry } from "../../features.js";
import { assertRecorded, recordedTypes } from "../../platform/records/recordTypes.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeDeal } from "../deals/deal.factory.js";
import { makeFile } from "../files/file.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const FIELDS = `totalCount pageInfo { hasNextPage endCursor } nodes {
  id action recordType recordId note createdAt actor { kind actorId name } customer { id } record { id __typename }
  changes { field old new oldValue newValue }
}`;
const HISTORY = `query ($id: ID!, $first: Int, $after: String, $filter: ActivityFilter) {
  customer(id: $id) { activity(first: $first, after: $after, filter: $filter) { ${FIELDS} } }
}`;
const AUDIT = `query ($first: Int, $after: String, $filter: ActivityFilter) {
  auditLog(first: $first, after: $after, filter: $filter) { ${FIELDS} }
}`;
const NOTE = `mutation ($input: AddNoteInput!) { addNote(input: $input) { activity { id action note actor { name } } } }`;

interface Entry {
  id: string;
  action: string;
  recordType: string;
  recordId: string;
  note: string | null;
  actor: { kind: string; actorId: string | null; name: string };
  customer: { id: string } | null;
  record: { id: string; __typename: string } | null;
  changes: {
    field: string;
    old: string | null;
    new: string | null;
    oldValue: unknown;
    newValue: unknown;
  }[];
}
interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: Entry[];
}

async function historyOf(
  id: string,
  variables: object = {},
  caller: Caller = admin,
): Promise<Page> {
  const { data, errors } = await caller.ask<{ customer: { activity: Page } }>(HISTORY, {
    id,
    ...variables,
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.customer.activity;
}

const update = (id: string, version: number, fields: object) =>
  admin.ask(
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }",
    { input: { id, version, ...fields } },
  );
const actionsOf = (page: Page) => page.nodes.map((entry) => `${entry.recordType} ${entry.action}`);

/** A customer with a change, a note, a deal and a file in its history. */
async function busyCustomer(): Promise<string> {
  const { id } = await makeCustomer(admin, { tags: ["old"] });
  await update(id, 1, { ownerId: admin.userId, tags: ["old", "vip"], paymentTermDays: 30 });
  await admin.ask(NOTE, {
    input: { customerId: id, text: "Prefers the phone.\r\nCall after ten." },
  });
  await makeDeal(admin, id, { title: "Big one", value: "1234.50" });
  await makeFile(admin, "contract", "contract.txt", id);
  return id;
}

test("the history of a customer includes all its records, newest first", async () => {
  const id = await busyCustomer();
  const page = await historyOf(id);
  expect(actionsOf(page)).toEqual([
    "FILE created",
    "DEAL created",
    "CUSTOMER note_added",
    "NOTE created",
    "CUSTOMER updated",
    "CUSTOMER created",
  ]);
  const [file, , note, , updated] = page.nodes;
  expect(file).toMatchObject({
    customer: { id },
    record: { id: file?.recordId, __typename: "File" },
    actor: { kind: "USER", actorId: admin.userId, name: "admin 1" },
  });
  expect(note).toMatchObject({ note: "Prefers the phone.\nCall after ten.", changes: [] });
  expect(updated?.changes).toEqual([
    { field: "ownerId", old: null, new: "admin 1", oldValue: null, newValue: admin.userId },
    { field: "tags", old: "old", new: "old, vip", oldValue: ["old"], newValue: ["old", "vip"] },
    { field: "paymentTermDays", old: null, new: "30", oldValue: null, newValue: 30 },
  ]);
});

test("changes are found by the field that changed", async () => {
  const id = await busyCustomer();
  const changed = async (filter: object) =>
    (await historyOf(id, { filter })).nodes.map(({ action }) => action);
  expect(await changed({ recordId: id, fields: ["tags"] })).toEqual(["updated", "created"]);
  expect(await changed({ recordId: id, fields: ["ownerId", "paymentTermDays"] })).toEqual([
    "updated",
  ]);
  expect(await changed({ recordId: id, fields: ["website"] })).toEqual([]);
  expect(await changed({ recordId: id, fields: [] })).toEqual([]);
});

test("pages have no gaps while new entries are added", async () => {
  const id = await busyCustomer();
  const whole = (await historyOf(id)).nodes.map((entry) => entry.id);
  const first = await historyOf(id, { first: 2 });
  expect(first).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
  await admin.ask(NOTE, { input: { customerId: id, text: "Meanwhile" } });
  const second = await historyOf(id, { first: 2, after: first.pageInfo.endCursor });
  const third = await historyOf(id, { first: 2, after: second.pageInfo.endCursor });
  expect([...first.nodes, ...second.nodes, ...third.nodes].map((entry) => entry.id)).toEqual(whole);
  expect(third.pageInfo.hasNextPage).toBe(false);
});

test.each([
  [{ kind: ["NOTES"] }, ["CUSTOMER note_added"]],
  [{ kind: ["FILES"] }, ["FILE created"]],
  [{ kind: ["NOTES", "FILES"] }, ["FILE created", "CUSTOMER note_added"]],
  [{ kind: ["CHANGES"] }, ["DEAL created", "CUSTOMER updated", "CUSTOMER created"]],
  [{ kind: [] }, []],
  [{ recordType: ["DEAL"] }, ["DEAL created"]],
  [{ recordType: ["CUSTOMER"], action: ["created", "deleted"] }, ["CUSTOMER created"]],
  [{ to: "2001-01-01" }, []],
  [{ from: "2001-01-01", kind: ["NOTES"] }, ["CUSTOMER note_added"]],
  [{ actorIds: ["01890000-0000-7000-8000-000000000000"] }, []],
])("the filter %j leaves %j", async (filter, expected) => {
  const id = await busyCustomer();
  const page = await historyOf(id, { filter });
  expect(actionsOf(page)).toEqual(expected);
  expect(page.totalCount).toBe(expected.length);
});

test("records that a role may not read are not in its history either", async () => {
  const id = await busyCustomer();
  const projects = await server.signIn("projects");
  const page = await historyOf(id, {}, projects);
  expect(actionsOf(page)).toEqual([
    "FILE created",
    "CUSTOMER note_added",
    "NOTE created",
    "CUSTOMER updated",
    "CUSTOMER created",
  ]);
  expect(page.totalCount).toBe(5);
  expect(JSON.stringify(page)).not.toContain("1234.5");

  const audit = await projects.ask<{ auditLog: Page }>(AUDIT, {
    filter: { recordType: ["DEAL"] },
  });
  expect(audit.data.auditLog.totalCount).toBe(0);
  const deal = (await historyOf(id, { filter: { recordType: ["DEAL"] } })).nodes[0];
  const node = await projects.ask<{ node: unknown }>("query ($id: ID!) { node(id: $id) { id } }", {
    id: deal?.id,
  });
  expect(node.data.node).toBeNull();
  expect(deal?.changes).toContainEqual(
    expect.objectContaining({ field: "value", new: expect.stringMatching(/^1234\.50*$/) }),
  );
});

test("the audit log covers all customers and finds a record's history", async () => {
  const [one, two] = [await makeCustomer(admin), await makeCustomer(admin)];
  const { data } = await admin.ask<{ auditLog: Page }>(AUDIT, { first: 2 });
  expect(data.auditLog.nodes.map((entry) => entry.recordId)).toEqual([two.id, one.id]);
  const single = await admin.ask<{ auditLog: Page }>(AUDIT, { filter: { recordId: one.id } });
  expect(actionsOf(single.data.auditLog)).toEqual(["CUSTOMER created"]);
});

test("notes: who may write them, and which are valid", async () => {
  const { id } = await makeCustomer(admin);
  const codes: unknown[] = [];
  for (const role of ["sales", "finance", "projects", "viewer"] as const) {
    const caller = await server.signIn(role);
    const { errors } = await caller.ask(NOTE, { input: { customerId: id, text: "Hello" } });
    codes.push(errors?.[0]?.extensions.code ?? "OK");
  }
  expect(codes).toEqual(["OK", "OK", "OK", "FORBIDDEN"]);
  for (const [text, code] of [
    [" \n ", "required"],
    ["x".repeat(10_001), "too_long"],
  ]) {
    const { errors } = await admin.ask(NOTE, { input: { customerId: id, text } });
    expect(errors?.[0]?.extensions).toMatchObject({ issues: [{ path: "text", code }] });
  }
  const missing = "01890000-0000-7000-8000-000000000000";
  const { errors } = await admin.ask(NOTE, { input: { customerId: missing, text: "Hello" } });
  expect(errors?.[0]?.extensions.code).toBe("NOT_FOUND");
});

test("the number of statements does not depend on the length of the history", async () => {
  const statements = async (first: number) => {
    const { headers, errors } = await admin.ask(
      `query ($first: Int) { customers(first: $first) { nodes { activity(first: 10) { ${FIELDS} } } } }`,
      { first },
    );
    expect(errors).toBeUndefined();
    return /desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1];
  };
  for (let made = 0; made < 4; made += 1) await busyCustomer();
  expect(await statements(50)).toBe(await statements(3));
});

test("a record type without declared readers cannot be written to the history", () => {
  expect(recordedTypes(registry)).toEqual(RECORD_TYPES);
  expect(() => assertRecorded(registry, "Secret")).toThrow("who may read the history of Secret");
});

test("the database refuses to change, delete or truncate the history", async () => {
  const { pool } = server.app.database;
  await makeCustomer(admin);
  const all = "SELECT count(*)::int AS count, max(id::text) AS last FROM activity";
  const before = (await pool.query(all)).rows;
  for (const statement of [
    "UPDATE activity SET actor_name = 'nobody'",
    "DELETE FROM activity",
    "TRUNCATE activity CASCADE",
  ]) {
    await expect(pool.query(statement)).rejects.toThrow();
  }
  expect((await pool.query(all)).rows).toEqual(before);
});
