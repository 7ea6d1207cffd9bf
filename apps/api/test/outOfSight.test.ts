import { setTimeout as pause } from "node:timers/promises";
import { type MadeCustomer, makeCustomer } from "../src/features/customers/customer.factory.js";
import { registry } from "../src/features.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { records } from "./support/records.js";
import { codeOf } from "./support/refusals.js";

let server: TestServer;
let admin: Caller;
let customer: MadeCustomer;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  customer = await makeCustomer(admin, { legalName: "Padaria Aurora" });
  for (const make of records) await make(admin, customer.id);
  const address = await admin.ask(
    "mutation ($input: CreateAddressInput!) { createAddress(input: $input) { address { id } } }",
    { input: { customerId: customer.id, kind: "BILLING", country: "BR", city: "Recife" } },
  );
  expect(address.errors).toBeUndefined();
});
afterAll(() => server.close(), 60_000);

const COUNT = "{ count }";
const VIEW = `query ($id: ID!) { customer(id: $id) {
  contacts { id } addresses { ... on Address { id } }
  projects { totalCount nodes { id totalMinutes tasks { totalCount nodes { id } } timeEntries { totalCount nodes { id } } } }
  tasks { totalCount nodes { id } } deals { totalCount nodes { id } } files { totalCount nodes { id } }
  noteEntries { totalCount nodes { id } } conversations { totalCount nodes { id } } lastConversation { id }
  promisesToPay { totalCount nodes { id } }
  quotes { totalCount nodes { id } } orders { totalCount nodes { id } } invoices { totalCount nodes { id } }
  summary {
    projects { count active totalMinutes } tasks { open overdue dueToday upcoming done }
    deals { open ${COUNT} } orders { total ${COUNT} finalized ${COUNT} } quotes { open ${COUNT} accepted ${COUNT} }
    invoices { authorized ${COUNT} pending ${COUNT} overdue ${COUNT} paid ${COUNT} }
  }
} }`;

async function view(): Promise<object | null> {
  const { data, errors } = await admin.ask<{ customer: object | null }>(VIEW, { id: customer.id });
  expect(errors).toBeUndefined();
  return data.customer;
}

/** The id of the one live record of a kind that the customer has. */
async function idOf(table: string): Promise<string> {
  const { rows } = await server.app.database.pool.query<{ id: string }>(
    `SELECT id FROM ${table} WHERE customer_id = $1 AND deleted_at IS NULL`,
    [customer.id],
  );
  expect(rows).toHaveLength(1);
  return rows[0]?.id ?? "";
}

async function nodeOf(id: string): Promise<{ id: string } | null> {
  const { data } = await admin.ask<{ node: { id: string } | null }>(
    "query ($id: ID!) { node(id: $id) { id } }",
    { id },
  );
  return data.node;
}

async function exportedRows(recordType: string): Promise<number> {
  const { data, errors } = await admin.ask<{ createExport: { export: { id: string } } }>(
    "mutation ($input: CreateExportInput!) { createExport(input: $input) { export { id } } }",
    { input: { recordType, format: "JSONL", includeArchived: true } },
  );
  expect(errors).toBeUndefined();
  const deadline = Date.now() + 20_000;
  for (;;) {
    if (Date.now() > deadline) throw new Error("the export did not end");
    const answer = await admin.ask<{ node: { status: string; rows: number } }>(
      "query ($id: ID!) { node(id: $id) { ... on Export { status rows } } }",
      { id: data.createExport.export.id },
    );
    if (answer.data.node.status === "DONE") return answer.data.node.rows;
    expect(answer.data.node.status).toBe("RUNNING");
    await pause(20);
  }
}

/** Every noun that belongs to customers: its table, and how it goes out into sheets. */
const nouns: readonly [noun: string, table: string, exportKind?: string][] = [
  ["Contact", "contacts", "CONTACT"],
  ["Address", "addresses"],
  ["File", "files"],
  ["Deal", "deals"],
  ["Quote", "quotes"],
  ["Order", "orders", "ORDER"],
  ["Invoice", "invoices", "INVOICE"],
  ["TimeEntry", "time_entries"],
  ["Task", "tasks"],
  ["Project", "projects", "PROJECT"],
  ["Note", "notes"],
  ["Conversation", "conversations"],
  ["PromiseToPay", "promises_to_pay"],
];

/** What is never deleted: a payment is reversed, and a credit note cancelled. */
const NEVER_DELETED = ["Payment", "CreditNote"];

test("the table of record kinds is complete", () => {
  const known = registry.ownedRecords.map(({ name, type }) => name ?? type.name);
  expect([...nouns.map(([noun]) => noun), ...NEVER_DELETED].sort()).toEqual(known.sort());
});

test.each(nouns.map(([noun, table, kind]) => ({ noun, table, kind })))(
  "a deleted $noun is out of lists, counts, nested fields and exports, until it is restored",
  async ({ noun, table, kind }) => {
    const id = await idOf(table);
    const before = await view();
    expect(JSON.stringify(before)).toContain(id);
    const send = (verb: "delete" | "restore") =>
      admin.ask(
        `mutation ($input: ${verb === "delete" ? "DeleteInput" : "RestoreInput"}!) { ${verb}${noun}(input: $input) { __typename } }`,
        { input: { id } },
      );
    if (kind) expect(await exportedRows(kind)).toBe(1);
    expect(codeOf(await send("delete"))).toBe("OK");

    const without = await view();
    expect(JSON.stringify(without)).not.toContain(id);
    const counts = (of: object | null) =>
      [...JSON.stringify(of).matchAll(/"totalCount":(\d+)/g)].reduce(
        (sum, [, n]) => sum + Number(n),
        0,
      );
    if (noun !== "Contact" && noun !== "Address")
      expect(counts(without)).toBeLessThan(counts(before));
    expect(await nodeOf(id)).toBeNull();
    if (kind) expect(await exportedRows(kind)).toBe(0);

    expect(codeOf(await send("restore"))).toBe("OK");
    expect(await view()).toEqual(before);
    if (kind) expect(await exportedRows(kind)).toBe(1);
  },
);

async function found(): Promise<object> {
  const { data, errors } = await admin.ask<
    Record<"all" | "search" | "archived", { totalCount: number }>
  >(
    `{ all: customers { totalCount } search: customers(search: "aurora") { totalCount }
       archived: customers(filter: { status: [ARCHIVED] }) { totalCount } }`,
  );
  expect(errors).toBeUndefined();
  return Object.fromEntries(
    Object.entries(data).map(([list, { totalCount }]) => [list, totalCount]),
  );
}

const life = (verb: string) =>
  admin.ask(`mutation ($ids: [ID!]!) { ${verb}(input: { ids: $ids }) { customers { id } } }`, {
    ids: [customer.id],
  });

test("an archived customer is not listed or found, keeps its records, and can be restored", async () => {
  const before = await view();
  expect(await found()).toEqual({ all: 1, search: 1, archived: 0 });
  expect(codeOf(await life("archiveCustomers"))).toBe("OK");
  expect(await found()).toEqual({ all: 0, search: 0, archived: 1 });
  expect(await view()).toEqual(before);
  expect(codeOf(await life("restoreCustomers"))).toBe("OK");
  expect(await found()).toEqual({ all: 1, search: 1, archived: 0 });
});

test("a deleted customer's records are hidden with it, and restored with it", async () => {
  // With a payment, a credit note or a live invoice it could only be archived.
  await server.asOwner("DELETE FROM payments; DELETE FROM credit_notes");
  const invoice = await idOf("invoices");
  const deleteInvoice = "mutation ($id: ID!) { deleteInvoice(input: { id: $id }) { __typename } }";
  expect(codeOf(await admin.ask(deleteInvoice, { id: invoice }))).toBe("OK");
  const before = await view();
  const others = nouns.filter(([noun]) => noun !== "Invoice");
  const ids = await Promise.all(others.map(([, table]) => idOf(table)));
  const nodes = () => Promise.all(ids.map(nodeOf));
  const reachable = await nodes();

  expect(codeOf(await life("deleteCustomers"))).toBe("OK");
  expect(await view()).toBeNull();
  expect(await found()).toEqual({ all: 0, search: 0, archived: 0 });
  expect(await nodes()).toEqual(ids.map(() => null));
  for (const kind of ["CUSTOMER", "CONTACT", "PROJECT", "ORDER"]) {
    expect([kind, await exportedRows(kind)]).toEqual([kind, 0]);
  }
  const file = ids[others.findIndex(([noun]) => noun === "File")];
  expect((await admin.fetch(`/files/${file}`)).status).toBe(404);

  expect(codeOf(await life("restoreCustomers"))).toBe("OK");
  expect(await view()).toEqual(before);
  expect(await nodes()).toEqual(reachable);
  expect((await admin.fetch(`/files/${file}`)).status).toBe(200);
});
