import { getNamedType, isLeafType, isObjectType } from "graphql";
import { makeContact } from "../src/features/contacts/contact.make.js";
import { makeCustomer } from "../src/features/customers/customer.make.js";
import { makeDeal } from "../src/features/deals/deal.make.js";
import { makeFile } from "../src/features/files/file.make.js";
import { makeInvoice } from "../src/features/invoices/invoice.make.js";
import { makeOrder } from "../src/features/orders/order.make.js";
import { makeProject } from "../src/features/projects/project.make.js";
import { makeQuote } from "../src/features/quotes/quote.make.js";
import { makeTask } from "../src/features/tasks/task.make.js";
import { makeTimeEntry } from "../src/features/time/timeEntry.make.js";
import { createSchema } from "../src/schema.js";
import { selectionOf } from "./selection.js";
import { type Caller, startServer, type TestServer } from "./server.js";

const CUSTOMERS = 50;
const LINE = { description: "Pão", quantity: "2", unitPrice: "10.00" };

/** What a customer gets two of: a noun is a line. */
const records: ((caller: Caller, customerId: string) => Promise<unknown>)[] = [
  makeContact,
  (caller, id) => makeFile(caller, "bytes", "notes.txt", id),
  (caller, id) => makeDeal(caller, id, { ownerId: caller.userId }),
  (caller, id) => makeQuote(caller, id, { lines: [LINE] }),
  (caller, id) => makeOrder(caller, id, { lines: [LINE] }),
  (caller, id) => makeInvoice(caller, id, { lines: [LINE] }),
  async (caller, id) => {
    const project = await makeProject(caller, id);
    await makeTimeEntry(caller, project.id);
    await makeTask(caller, id, { projectId: project.id, assigneeId: caller.userId });
  },
];

const customerType = createSchema().getType("Customer");
if (!isObjectType(customerType)) throw new Error("the schema has no Customer");
const fields = Object.values(customerType.getFields());
const lists = fields.filter((field) => getNamedType(field.type).name.endsWith("Connection"));

let server: TestServer;
let admin: Caller;
let ids: string[];
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  ids = await Promise.all(
    Array.from({ length: CUSTOMERS }, async (_, n) => {
      const { id } = await makeCustomer(admin, {
        ownerId: admin.userId,
        externalIds: [{ source: "erp", id: String(n) }],
      });
      for (const make of [...records, ...records]) await make(admin, id);
      return id;
    }),
  );
}, 120_000);
afterAll(() => server.close());

async function statementsFor(selection: string, wanted: string[]): Promise<number> {
  const { data, errors, headers } = await admin.ask<{ customers: { nodes: unknown[] } }>(
    `query ($filter: CustomerFilter) { customers(first: ${CUSTOMERS}, filter: $filter) { nodes { ${selection} } } }`,
    { filter: { ids: wanted } },
  );
  expect(errors).toBeUndefined();
  expect(data.customers.nodes).toHaveLength(wanted.length);
  return Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);
}

async function expectAsMany(selection: string): Promise<void> {
  const one = await statementsFor(selection, ids.slice(0, 1));
  expect(one).toBeGreaterThan(0);
  expect(await statementsFor(selection, ids)).toBe(one);
}

test.each(lists.map((field) => field.name))("every customer has records in %s", async (list) => {
  const { data } = await admin.ask<{
    customers: { nodes: Record<string, { totalCount: number }>[] };
  }>(`{ customers(first: ${CUSTOMERS}) { nodes { ${list} { totalCount } } } }`);
  const counts = data.customers.nodes.map((node) => node[list]?.totalCount ?? 0);
  expect(Math.min(...counts)).toBeGreaterThan(1);
});

test("50 customers with all that they have take as many statements as one", async () => {
  await expectAsMany(fields.map((field) => selectionOf(field, 2)).join(" "));
});

test.each(
  fields
    .filter((field) => !isLeafType(getNamedType(field.type)))
    .map((field) => [field.name, field] as const),
)(
  "%s of 50 customers, and what that leads to, takes as many statements as of one",
  async (_, field) => {
    await expectAsMany(selectionOf(field, 3) ?? "id");
  },
);
