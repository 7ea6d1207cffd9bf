import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import sql from "sql-template-tag";
import { type Answer, type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeContact } from "../contacts/contact.factory.js";
import { makeConversation } from "../conversations/conversation.factory.js";
import { type MadeCustomer, makeCustomer } from "../customers/customer.factory.js";
import { makeDeal } from "../deals/deal.factory.js";
import { makeFile } from "../files/file.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { makeNote } from "../notes/note.factory.js";
import { makeOrder } from "../orders/order.factory.js";
import { makeProject } from "../projects/project.factory.js";
import { makePromise } from "../promises/promise.factory.js";
import { makeQuote } from "../quotes/quote.factory.js";
import { makeTask } from "../tasks/task.factory.js";
import { makeTimeEntry } from "../time/timeEntry.factory.js";
import { merge, ownersOf } from "./merge.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const UPDATE =
  "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id version } } }";
const LINE = { description: "Pão", quantity: "2", unitPrice: "10.00" };

/** A customer with one record of each kind, linked to one another where possible. */
async function makeWhole(customer: MadeCustomer): Promise<string[]> {
  const { id: customerId } = customer;
  const project = await makeProject(admin, customerId);
  const deal = await makeDeal(admin, customerId);
  const quote = await makeQuote(admin, customerId, { dealId: deal.id, lines: [LINE] });
  const order = await makeOrder(admin, customerId, { quoteId: quote.id, lines: [LINE] });
  const invoice = await makeInvoice(admin, customerId, { orderId: order.id, lines: [LINE] });
  const others = await Promise.all([
    makeTimeEntry(admin, project.id),
    makeTask(admin, customerId, { projectId: project.id }),
    makeTask(admin, customerId),
    makeContact(admin, customerId),
    makeFile(admin, "bytes", "notes.txt", customerId),
    makeNote(admin, customerId),
    makeConversation(admin, customerId),
    makePromise(admin, customerId),
  ]);
  return [project, deal, quote, order, invoice, ...others].map((one) => one.id);
}

test("customers are merged with all their records", async () => {
  const survivor = await makeCustomer(admin, {
    legalName: "Padaria Um",
    tags: ["vip", "Norte"],
    externalIds: [{ source: "erp", value: "1" }],
  });
  // Created by an upsert, without an address.
  await server.app.database.pool.query("UPDATE customers SET city = NULL WHERE id = $1", [
    survivor.id,
  ]);
  const other = await makeCustomer(admin, {
    legalName: "Padaria Dois",
    email: "dois@example.com",
    phone: "(11) 98765-4321",
    notes: "From two",
    tags: ["norte", "atacado"],
    taxId: { country: "BR", value: "11.222.333/0001-81" },
    externalIds: [{ source: "erp", value: "2" }],
    address: { city: "Campinas", country: "BR" },
  });
  const third = await makeCustomer(admin, { legalName: "Padaria Três", email: "tres@example.com" });
  const [own, ...moved] = await Promise.all([survivor, other, third].map(makeWhole));

  const { data, errors } = await merge(
    admin,
    survivor,
    [other.id, third.id],
    [
      { field: "LEGAL_NAME", from: other.id },
      { field: "EMAIL", from: third.id },
      { field: "NOTES", from: survivor.id },
    ],
  );
  expect(errors).toBeUndefined();
  expect(data.mergeCustomers.customer).toEqual({
    id: survivor.id,
    number: survivor.number,
    version: 2,
    legalName: "Padaria Dois",
    email: "tres@example.com",
    phone: "+5511987654321",
    notes: null,
    tags: ["vip", "Norte", "atacado"],
    status: "ACTIVE",
    taxId: { value: "11222333000181" },
    address: { city: "Campinas", country: "BR" },
    externalIds: [
      { source: "erp", value: "1" },
      { source: "erp", value: "2" },
    ],
  });
  const all = [...(own ?? []), ...moved.flat()];
  expect(await ownersOf(admin, all)).toEqual(all.map(() => survivor.id));

  const { data: found } = await admin.ask<Record<string, { id: string }>>(
    `query ($id: ID!, $number: String!) {
      byId: customer(id: $id) { id } byNumber: customerBy(key: { number: $number }) { id } byNode: node(id: $id) { id }
      byExternalId: customerBy(key: { externalId: { source: "erp", value: "2" } }) { id }
    }`,
    { id: other.id, number: other.number },
  );
  for (const { id } of Object.values(found)) expect(id).toBe(survivor.id);

  const { data: list } = await admin.ask<{ customers: { nodes: { id: string }[] } }>(
    '{ customers(search: "padaria") { nodes { id } } }',
  );
  expect(list.customers.nodes).toEqual([{ id: survivor.id }]);
});

test("the histories are joined in the survivor's, in one order, and record the merge", async () => {
  const survivor = await makeCustomer(admin, { legalName: "Fica" });
  const other = await makeCustomer(admin, { legalName: "Vai" });
  await admin.ask(UPDATE, { input: { id: survivor.id, version: 1, notes: "one" } });
  await admin.ask(UPDATE, { input: { id: other.id, version: 1, notes: "two" } });
  await merge(admin, { ...survivor, version: 2 }, [other.id], [{ field: "NOTES", from: other.id }]);
  interface Page {
    customer: {
      activity: {
        totalCount: number;
        nodes: { action: string; changes: unknown[]; customer: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
  }
  const nodes: Page["customer"]["activity"]["nodes"] = [];
  let after: string | null = null;
  do {
    const answer: Answer<Page> = await admin.ask<Page>(
      `query ($id: ID!, $after: String) { customer(id: $id) { activity(first: 4, after: $after) {
        totalCount nodes { action customer { id } changes { field oldValue newValue } } pageInfo { hasNextPage endCursor }
      } } }`,
      { id: other.id, after },
    );
    const { activity } = answer.data.customer;
    expect(activity.totalCount).toBe(6);
    nodes.push(...activity.nodes);
    after = activity.pageInfo.hasNextPage ? activity.pageInfo.endCursor : null;
  } while (after);
  expect(nodes.map((node) => node.action)).toEqual([
    "merged",
    "merged_into",
    "updated",
    "updated",
    "created",
    "created",
  ]);
  expect(nodes.every((node) => node.customer.id === survivor.id)).toBe(true);
  expect(nodes[0]?.changes).toEqual([
    { field: "notes", oldValue: "one", newValue: "two" },
    { field: "mergedCustomers", oldValue: [], newValue: [`${other.number} Vai`] },
  ]);
});

test("of several primary contacts the survivor's stays primary, or else the first one", async () => {
  const made = await Promise.all(
    ["A", "B", "C"].map((legalName) => makeCustomer(admin, { legalName })),
  );
  const [survivor, second, third] = made as [MadeCustomer, MadeCustomer, MadeCustomer];
  await makeContact(admin, survivor.id, { name: "Plain" });
  await makeContact(admin, second.id, { name: "Second", isPrimary: true });
  await makeContact(admin, third.id, { name: "Third", isPrimary: true });
  expect(codeOf(await merge(admin, survivor, [second.id, third.id]))).toBe("OK");
  const { data } = await admin.ask<{ customer: { contacts: { name: string }[] } }>(
    "query ($id: ID!) { customer(id: $id) { contacts { name isPrimary } } }",
    { id: survivor.id },
  );
  expect(data.customer.contacts).toEqual([
    { name: "Second", isPrimary: true },
    { name: "Plain", isPrimary: false },
    { name: "Third", isPrimary: false },
  ]);
});

test("ids still resolve to the survivor after it is merged in turn", async () => {
  const made = await Promise.all(
    ["X", "Y", "Z"].map((legalName) => makeCustomer(admin, { legalName })),
  );
  const [x, y, z] = made as [MadeCustomer, MadeCustomer, MadeCustomer];
  await merge(admin, y, [x.id]);
  await merge(admin, z, [y.id]);
  const { data } = await admin.ask<{ nodes: { id: string }[] }>(
    "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
    { ids: [x.id, y.id, z.id] },
  );
  expect(data.nodes.map((node) => node.id)).toEqual([z.id, z.id, z.id]);
  const back = await admin.ask(
    "mutation ($ids: [ID!]!) { restoreCustomers(input: { ids: $ids }) { customers { id } } }",
    { ids: [x.id] },
  );
  expect(codeOf(back)).toBe("NOT_FOUND");
});

test("a record created for the id of a merged customer belongs to the survivor", async () => {
  const survivor = await makeCustomer(admin);
  const merged = await makeCustomer(admin);
  expect((await merge(admin, survivor, [merged.id])).errors).toBeUndefined();
  const ids = await makeWhole(merged);
  expect(new Set(await ownersOf(admin, ids))).toEqual(new Set([survivor.id]));
  const note = await admin.ask<{ addNote: { activity: { customer: { id: string } } } }>(
    "mutation ($input: AddNoteInput!) { addNote(input: $input) { activity { customer { id } } } }",
    { input: { customerId: merged.id, text: "Called." } },
  );
  expect(note.data.addNote.activity.customer.id).toBe(survivor.id);
});

test("the preview shows what each customer has and where they differ", async () => {
  const one = await makeCustomer(admin, { legalName: "Um", email: "same@example.com" });
  const two = await makeCustomer(admin, { legalName: "Dois", email: "same@example.com" });
  await makeTask(admin, one.id);
  await makeWhole(two);
  const PREVIEW =
    "query ($ids: [ID!]!) { mergePreview(ids: $ids) { customers { id } differing recordCounts { customerId recordType count } } }";
  interface Preview {
    mergePreview: {
      customers: object[];
      differing: string[];
      recordCounts: { customerId: string; recordType: string; count: number }[];
    };
  }
  const { data } = await admin.ask<Preview>(PREVIEW, { ids: [two.id, one.id] });
  expect(data.mergePreview.customers).toEqual([{ id: two.id }, { id: one.id }]);
  expect(data.mergePreview.differing).toEqual(["LEGAL_NAME"]);
  const counts = data.mergePreview.recordCounts.map(
    ({ customerId, recordType, count }) =>
      `${customerId === one.id ? "one" : "two"} ${recordType} ${count}`,
  );
  expect(counts.sort()).toEqual([
    "one TASK 1",
    ...[
      "CONTACT 1",
      "CONVERSATION 1",
      "DEAL 1",
      "FILE 1",
      "INVOICE 1",
      "NOTE 1",
      "ORDER 1",
      "PROJECT 1",
      "PROMISE_TO_PAY 1",
      "QUOTE 1",
      "TASK 2",
    ].map((kind) => `two ${kind}`),
    "two TIME_ENTRY 1",
  ]);
  const projects = await server.signIn("projects");
  const seen = await projects.ask<Preview>(PREVIEW, { ids: [one.id, two.id] });
  const kinds = new Set(seen.data.mergePreview.recordCounts.map((one) => one.recordType));
  expect(kinds).toEqual(
    new Set(["CONTACT", "CONVERSATION", "FILE", "NOTE", "PROJECT", "TASK", "TIME_ENTRY"]),
  );
});

test("an invalid merge is refused and moves nothing", async () => {
  const survivor = await makeCustomer(admin);
  const other = await makeCustomer(admin, { legalName: "Outro" });
  const task = await makeTask(admin, other.id);
  const stale = await merge(admin, { ...survivor, version: 7 }, [other.id]);
  expect(stale.errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT" });
  expect(issuesOf(await merge(admin, survivor, [survivor.id]))).toEqual(["mergedIds is_survivor"]);
  expect(issuesOf(await merge(admin, survivor, []))).toEqual(["mergedIds required"]);
  expect(codeOf(await merge(admin, survivor, [other.id, NO_ID]))).toBe("NOT_FOUND");
  const choice = [{ field: "EMAIL", from: NO_ID }];
  expect(issuesOf(await merge(admin, survivor, [other.id], choice))).toEqual([
    "fields.0.from not_merged",
  ]);
  const viewer = await server.signIn("viewer");
  expect(codeOf(await merge(viewer, survivor, [other.id]))).toBe("FORBIDDEN");
  expect(await ownersOf(admin, [task.id])).toEqual([other.id]);
});

test("of two concurrent merges of one customer one succeeds", async () => {
  const made = await Promise.all(Array.from({ length: 3 }, () => makeCustomer(admin)));
  const [a, b, c] = made as [MadeCustomer, MadeCustomer, MadeCustomer];
  const task = await makeTask(admin, c.id);
  const answers = await Promise.all([merge(admin, a, [c.id]), merge(admin, b, [c.id])]);
  expect(answers.map(codeOf).sort()).toEqual(["NOT_FOUND", "OK"]);
  const winner = codeOf(answers[0]) === "OK" ? a : b;
  expect(await ownersOf(admin, [task.id])).toEqual([winner.id]);
});

test("two customers that are merged into each other concurrently become one, not none", async () => {
  for (let round = 0; round < 5; round += 1) {
    const [a, b] = [await makeCustomer(admin), await makeCustomer(admin)];
    const answers = await Promise.all([merge(admin, a, [b.id]), merge(admin, b, [a.id])]);
    expect(answers.map(codeOf).sort()).toEqual(["NOT_FOUND", "OK"]);
  }
});

test("a record written during a merge is either merged or refused", async () => {
  for (let round = 0; round < 5; round += 1) {
    const [survivor, other] = [await makeCustomer(admin), await makeCustomer(admin)];
    const project = await makeProject(admin, other.id);
    const task = await makeTask(admin, other.id, { projectId: project.id });
    const createTask =
      'mutation ($id: ID!, $p: ID) { createTask(input: { customerId: $id, projectId: $p, title: "New" }) { task { id } } }';
    const [merged, created, updated, moved, edited] = await Promise.all([
      merge(admin, survivor, [other.id]),
      admin.ask<{ createTask: { task: { id: string } } }>(createTask, {
        id: other.id,
        p: project.id,
      }),
      admin.ask(UPDATE, { input: { id: other.id, version: 1, notes: "in between" } }),
      admin.ask("mutation ($id: ID!) { deleteProject(input: { id: $id }) { project { id } } }", {
        id: project.id,
      }),
      admin.ask(
        'mutation ($id: ID!) { updateTask(input: { id: $id, version: 1, title: "Edited" }) { task { id } } }',
        { id: task.id },
      ),
    ]);
    expect(codeOf(merged)).toBe("OK");
    expect(["OK", "NOT_FOUND"]).toContain(codeOf(updated));
    expect(["OK", "NOT_FOUND", "VALIDATION_FAILED"]).toContain(codeOf(created));
    expect(codeOf(moved)).toBe("OK");
    expect(["OK", "CONFLICT", "NOT_FOUND"]).toContain(codeOf(edited));
    if (codeOf(updated) === "OK") {
      expect(merged.data.mergeCustomers.customer.notes).toBe("in between");
    }
    const rows = await server.db.rows<{ customerId: string }>(sql`
      SELECT DISTINCT customer_id AS "customerId" FROM tasks WHERE customer_id IN (${survivor.id}::uuid, ${other.id}::uuid)`);
    expect(rows).toEqual([{ customerId: survivor.id }]);
  }
});

/** Resolves once a statement on the server's database waits for a lock; `client` must be connected as the owner. */
async function untilSomeoneWaits(client: pg.Client): Promise<void> {
  const waiting =
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  while ((await client.query(waiting)).rows.length === 0) await pause(20);
}

test("a project that a merge moves while it is being deleted is found at its new customer", async () => {
  const [survivor, other] = [await makeCustomer(admin), await makeCustomer(admin)];
  const project = await makeProject(admin, other.id);
  const [merging, watching] = [
    new pg.Client(server.databaseUrl),
    new pg.Client(server.databaseUrl),
  ];
  await Promise.all([merging.connect(), watching.connect()]);
  try {
    await merging.query("BEGIN");
    await merging.query("UPDATE projects SET customer_id = $1 WHERE id = $2", [
      survivor.id,
      project.id,
    ]);
    await merging.query("UPDATE customers SET deleted_at = now() WHERE id = $1", [other.id]);
    const deleting = admin.ask(
      "mutation ($id: ID!) { deleteProject(input: { id: $id }) { project { id } } }",
      project,
    );
    await untilSomeoneWaits(watching);
    await merging.query("COMMIT");
    expect(codeOf(await deleting)).toBe("OK");
  } finally {
    await Promise.all([merging.end(), watching.end()]);
  }
});

test("merging twenty customers takes as many statements as merging one", async () => {
  const statementsOf = ({ headers }: Answer<unknown>) =>
    Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);
  const made = await Promise.all(Array.from({ length: 23 }, () => makeCustomer(admin)));
  const [first, second, one, ...many] = made as [MadeCustomer, MadeCustomer, MadeCustomer];
  await Promise.all(many.map(({ id }) => makeTask(admin, id)));
  const few = await merge(admin, first, [one.id]);
  const lots = await merge(
    admin,
    second,
    many.map(({ id }) => id),
  );
  expect(codeOf(lots)).toBe("OK");
  expect(statementsOf(lots)).toBe(statementsOf(few));
});
