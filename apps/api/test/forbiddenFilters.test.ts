import type { Permission } from "@clientela/shared/records/roles";
import { makeContact } from "../src/features/contacts/contact.factory.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { exportedBy } from "../src/features/exports/export.factory.js";
import { planned, upload } from "../src/features/imports/import.factory.js";
import { makeInvoice } from "../src/features/invoices/invoice.factory.js";
import { makeProject } from "../src/features/projects/project.factory.js";
import { makeTask } from "../src/features/tasks/task.factory.js";
import { registry } from "../src/features.js";
import { assertQueriesHaveRules, queryableParts } from "../src/platform/security/queryableParts.js";
import { createSchema } from "../src/schema.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { keyWith } from "./support/keyWith.js";
import { codeOf } from "./support/refusals.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

/** A service with only these scopes. */
async function keyOf(...scopes: Permission[]): Promise<Pick<Caller, "ask" | "fetch">> {
  const headers = await keyWith(admin, scopes);
  return {
    ask: (query, variables = {}) => server.stranger.ask(query, variables, headers),
    fetch: (url) => server.stranger.fetch(url, { headers }),
  };
}

test("a filter or an order without a rule stops the server from starting", () => {
  const schema = createSchema(registry);
  expect(queryableParts(schema).length).toBeGreaterThan(100);
  const filter = schema.getType("CustomerFilter");
  if (!filter || !("getFields" in filter)) throw new Error("there is no CustomerFilter");
  const { hasOverdueTasks } = filter.getFields();
  if (!hasOverdueTasks) throw new Error("there is no hasOverdueTasks");
  const { extensions } = hasOverdueTasks;
  try {
    hasOverdueTasks.extensions = {};
    expect(() => assertQueriesHaveRules(schema)).toThrow("CustomerFilter.hasOverdueTasks");
  } finally {
    hasOverdueTasks.extensions = extensions;
  }
});

test.each([
  ["customers", "filter: { hasOverdueTasks: true }", "tasks:read", "filter.hasOverdueTasks"],
  [
    "customers",
    "filter: { hasOverdueInvoices: false }",
    "invoices:read",
    "filter.hasOverdueInvoices",
  ],
  [
    "customers",
    'filter: { or: [{ city: "Recife" }, { not: { and: [{ hasOverdueTasks: true }] } }] }',
    "tasks:read",
    "filter.or.1.not.and.0.hasOverdueTasks",
  ],
  ["customers", "filter: { deals: { none: { open: true } } }", "deals:read", "filter.deals"],
  [
    "deals",
    "filter: { not: { customer: { email: { isEmpty: true } } } }",
    "customers:read",
    "filter.not.customer",
  ],
  ["customers", "orderBy: { field: OVERDUE_TASKS }", "tasks:read", "orderBy.field"],
  ["customers", "orderBy: { field: HOURS }", "time:read", "orderBy.field"],
  [
    "tasks",
    'filter: { customerOwnerIds: ["01900000-0000-7000-8000-000000000000"] }',
    "customers:read",
    "filter.customerOwnerIds",
  ],
  [
    "tasks",
    'filter: { projectId: "01900000-0000-7000-8000-000000000000" }',
    "projects:read",
    "filter.projectId",
  ],
  [
    "invoices",
    'filter: { customerOwnerIds: ["01900000-0000-7000-8000-000000000000"] }',
    "customers:read",
    "filter.customerOwnerIds",
  ],
])("%s(%s) takes %s", async (list, args, permission, argument) => {
  const key = await keyOf(`${list}:read` as Permission);
  const ask = (caller: Pick<Caller, "ask">) => caller.ask(`{ ${list}(${args}) { totalCount } }`);
  const { errors } = await ask(key);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission, argument });
  expect(
    (await ask(await keyOf(`${list}:read` as Permission, permission as Permission))).errors,
  ).toBeUndefined();
});

test("variables and inputs of writes are checked in the same way, and null needs no permission", async () => {
  const key = await keyOf("customers:read", "customers:write", "exports:write");
  const list = (filter: object) =>
    key.ask("query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }", {
      filter,
    });
  expect(codeOf(await list({ hasOverdueTasks: true }))).toBe("FORBIDDEN");
  expect(codeOf(await list({ hasOverdueTasks: null }))).toBe("OK");
  const filter = { hasOverdueTasks: true };
  const bulk = await key.ask(
    "mutation ($input: BulkUpdateCustomersInput!) { bulkUpdateCustomers(input: $input) { matched } }",
    { input: { filter, expectedCount: 0, set: { addTags: ["x"] } } },
  );
  expect(codeOf(bulk)).toBe("FORBIDDEN");
  const exported = await key.ask(
    "mutation ($input: CreateExportInput!) { createExport(input: $input) { export { id } } }",
    { input: { recordType: "CUSTOMER", format: "CSV", filter } },
  );
  expect(codeOf(exported)).toBe("FORBIDDEN");
});

const AUDIT = `query ($filter: ActivityFilter) { auditLog(first: 100, filter: $filter) {
  totalCount nodes { recordType action changes { field } } } }`;

test("how people sign in is visible only to those who manage access", async () => {
  const person = await server.signIn("sales");
  const sales = await server.signIn("sales");
  const { next } = (await (await admin.fetch("/changes?after=now")).json()) as { next: string };
  await admin.ask("mutation ($id: ID!) { createPasswordLink(input: { userId: $id }) { path } }", {
    id: person.userId,
  });
  await server.app.database.pool.query(
    `INSERT INTO activity (record_type, record_id, action, actor_kind, actor_name, changes)
     VALUES ('User', $1, 'updated', 'USER', 'x', '[{"field": "twoFactor", "old": false, "new": true}]'),
       ('User', $1, 'updated', 'USER', 'x', '[{"field": "twoFactor", "old": true, "new": false}, {"field": "name", "old": "a", "new": "b"}]')`,
    [person.userId],
  );
  const visibleTo = async (caller: Caller) => {
    const filter = { recordId: person.userId, action: ["updated", "password_link_created"] };
    const { data } = await caller.ask<{
      auditLog: { nodes: { action: string; changes: { field: string }[] }[] };
    }>(AUDIT, { filter });
    const feed = (await (await caller.fetch(`/changes?after=${next}`)).json()) as {
      changes: { action: string; changes: { field: string }[] }[];
    };
    const text = (all: { action: string; changes: { field: string }[] }[]) =>
      all.map(({ action, changes }) => [action, ...changes.map(({ field }) => field)].join(" "));
    return { history: text(data.auditLog.nodes), feed: text(feed.changes) };
  };
  expect(await visibleTo(sales)).toEqual({ history: ["updated name"], feed: ["updated name"] });
  expect((await visibleTo(admin)).feed).toEqual([
    "password_link_created",
    "updated twoFactor",
    "updated twoFactor name",
  ]);
  const entries = await sales.ask<{ auditLog: { totalCount: number } }>(AUDIT, {
    filter: { fields: ["twoFactor"] },
  });
  expect(entries.data.auditLog.totalCount).toBe(0);
});

test("sheets to import are neither visible nor readable to anyone who may not import or see their rows", async () => {
  const fileId = await upload(admin, "secret.csv", "Name,E-mail\nAna,ana@x.com\n");
  const projects = await server.signIn("projects");
  const names = async (caller: Caller) =>
    JSON.stringify(
      (
        await caller.ask(
          `{ auditLog(filter: { recordId: "${fileId}" }) { nodes { changes { newValue } } } }`,
        )
      ).data,
    );
  expect(await names(projects)).not.toContain("secret.csv");
  expect(await names(admin)).toContain("secret.csv");
  const status = async (...scopes: Permission[]) =>
    (await (await keyOf(...scopes)).fetch(`/files/${fileId}`)).status;
  expect((await projects.fetch(`/files/${fileId}`)).status).toBe(404);
  expect((await admin.fetch(`/files/${fileId}`)).status).toBe(200);
  // Until its kind is known, it may be of any.
  expect(await status("imports:read", "customers:read")).toBe(404);
  await admin.ask(
    "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }",
    { input: { fileId, recordType: "CUSTOMER" } },
  );
  expect(await status("imports:read")).toBe(404);
  expect(await status("imports:read", "customers:read")).toBe(200);
});

test("the last activity counts the customer, its notes and its contacts, and nothing else", async () => {
  server.setNow(null);
  const { id } = await makeCustomer(admin);
  const seen = async () => {
    const { data } = await admin.ask<{ customer: { summary: { lastActivityAt: string } } }>(
      "query ($id: ID!) { customer(id: $id) { summary { lastActivityAt } } }",
      { id },
    );
    return data.customer.summary.lastActivityAt;
  };
  const made = await seen();
  const project = await makeProject(admin, id);
  await makeTask(admin, id, { projectId: project.id });
  await makeInvoice(admin, id, {});
  expect(await seen()).toBe(made);
  await makeContact(admin, id);
  const contact = await seen();
  expect(contact > made).toBe(true);
  await admin.ask(
    "mutation ($input: AddNoteInput!) { addNote(input: $input) { activity { id } } }",
    {
      input: { customerId: id, text: "Called." },
    },
  );
  expect((await seen()) > contact).toBe(true);
});

test("an export is visible only to those who could have created it", async () => {
  const plain = await exportedBy(admin, { recordType: "CUSTOMER", format: "CSV" });
  const overdue = await exportedBy(admin, {
    recordType: "CUSTOMER",
    format: "CSV",
    filter: { hasOverdueInvoices: true },
    orderBy: { field: "OVERDUE_TASKS" },
  });
  const key = await keyOf("exports:read", "customers:read", "tasks:read");
  const { data } = await key.ask<{ exports: { nodes: { id: string }[]; totalCount: number } }>(
    "{ exports { totalCount nodes { id } } }",
  );
  expect(data.exports).toEqual({ totalCount: 1, nodes: [{ id: plain.id }] });
  const one = await key.ask(
    "query ($id: ID!) { export(id: $id) { id } node(id: $id) { id } }",
    overdue,
  );
  expect(one.data).toEqual({ export: null, node: null });
  expect((await key.fetch(overdue.url)).status).toBe(403);
  expect((await key.fetch(plain.url)).status).toBe(200);
  const all = await keyOf("exports:read", "customers:read", "tasks:read", "invoices:read");
  expect((await all.fetch(overdue.url)).status).toBe(200);
});

test("a refusal names no customer to callers who may not read it", async () => {
  const taxId = { country: "BR", value: "390.533.447-05" };
  await makeCustomer(admin, { legalName: "Zulmira Xavantes", taxId });
  const key = await keyOf("customers:write");
  const made = await key.ask(
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
    { input: { legalName: "Other", taxId, address: { country: "BR", city: "Natal" } } },
  );
  expect(codeOf(made)).toBe("DUPLICATE");
  expect(JSON.stringify(made)).not.toContain("Zulmira");
  const upserted = await key.ask(
    "mutation ($input: UpsertCustomersInput!) { upsertCustomers(input: $input) { results { issues { code message } existing { id } } } }",
    {
      input: {
        items: [{ externalId: { source: "erp", value: "1" }, legalName: "Other", taxId }],
      },
    },
  );
  expect(upserted.data).toMatchObject({
    upsertCustomers: { results: [{ issues: [{ code: "taken" }], existing: null }] },
  });
  expect(JSON.stringify(upserted)).not.toContain("Zulmira");
  const { id } = await makeCustomer(admin);
  await makeInvoice(admin, id, {});
  const kept = await key.ask(
    "mutation ($ids: [ID!]!) { deleteCustomers(input: { ids: $ids }) { customers { id } } }",
    {
      ids: [id],
    },
  );
  expect(JSON.stringify(kept.errors)).toContain("has_kept_records");
  expect(JSON.stringify(kept.errors)).not.toMatch(/invoice/i);
});

test("the cursor of the feed does not advance for callers who may not read what was done", async () => {
  const projects = await server.signIn("projects");
  const { id } = await makeCustomer(admin);
  const read = async (after: string) =>
    (await (await projects.fetch(`/changes?after=${after}`)).json()) as {
      changes: object[];
      next: string;
    };
  const { next } = await read("now");
  await makeInvoice(admin, id, {});
  expect(await read(next)).toEqual({ changes: [], next, more: false });
  await makeProject(admin, id);
  const visibleTo = await read(next);
  expect(visibleTo.changes).toHaveLength(1);
  expect(visibleTo.next).not.toBe(next);
  expect((await planned(admin, "x.csv", "Name\nAna\n")).status).toBe("READY");
  expect((await read(visibleTo.next)).next).toBe(visibleTo.next);
});
