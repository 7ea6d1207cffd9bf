import { getNamedType, isLeafType, isObjectType } from "graphql";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { registry } from "../src/features.js";
import { createSchema } from "../src/schema.js";
import { selectionOf, stepsOf } from "./schema/selection.js";
import { type Caller, startServer, type TestServer, UNLIMITED_ANSWERS } from "./server.js";
import { oneReplyAtATime } from "./support/oneReplyAtATime.js";
import { records } from "./support/records.js";

const CUSTOMERS = 50;
const customerType = createSchema(registry).getType("Customer");
if (!isObjectType(customerType)) throw new Error("the schema has no Customer");
const fields = Object.values(customerType.getFields());
const lists = fields.filter((field) => getNamedType(field.type).name.endsWith("Connection"));

let server: TestServer;
let admin: Caller;
let ids: string[];
beforeAll(async () => {
  server = await startServer({ limits: UNLIMITED_ANSWERS });
  admin = await server.signIn("admin");
  const group = await makeCustomer(admin, { legalName: "Grupo Aurora" });
  ids = await Promise.all(
    Array.from({ length: CUSTOMERS }, async (_, n) => {
      const { id } = await makeCustomer(admin, {
        ownerId: admin.userId,
        parentId: group.id,
        externalIds: [{ source: "erp", value: String(n) }],
      });
      for (const make of [...records, ...records]) await make(admin, id);
      return id;
    }),
  );
  await makeSubsidiaries(ids);
});
afterAll(() => server.close());

/** Two customers that belong to each. */
async function makeSubsidiaries(parentIds: readonly string[]): Promise<void> {
  const items = [...parentIds, ...parentIds].map((parentId, n) => ({
    externalId: { source: "branches", value: String(n) },
    legalName: `Filial ${n}`,
    parentId,
  }));
  const { data, errors } = await admin.ask<{
    upsertCustomers: { results: { status: string }[] };
  }>(
    "mutation ($input: UpsertCustomersInput!) { upsertCustomers(input: $input) { results { status } } }",
    { input: { items } },
  );
  expect(errors).toBeUndefined();
  expect(data.upsertCustomers.results.map(({ status }) => status)).toEqual(
    items.map(() => "CREATED"),
  );
}

async function statementsFor(selection: string, wanted: string[]): Promise<number> {
  const inAnyOrder = oneReplyAtATime();
  const { data, errors, headers } = await admin
    .ask<{ customers: { nodes: unknown[] } }>(
      `query ($filter: CustomerFilter) { customers(first: ${CUSTOMERS}, filter: $filter) { nodes { ${selection} } } }`,
      { filter: { ids: wanted } },
    )
    .finally(inAnyOrder);
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
  }>(
    `query ($ids: [ID!]) { customers(first: ${CUSTOMERS}, filter: { ids: $ids }) { nodes { ${list} { totalCount } } } }`,
    { ids },
  );
  const counts = data.customers.nodes.map((node) => node[list]?.totalCount ?? 0);
  expect(Math.min(...counts)).toBeGreaterThan(1);
});

test("50 customers with all their records take as many statements as one", async () => {
  await expectAsMany(fields.map((field) => selectionOf(field, stepsOf(field, 2))).join(" "));
});

test.each(
  fields
    .filter((field) => !isLeafType(getNamedType(field.type)))
    .map((field) => [field.name, field] as const),
)(
  "%s of 50 customers, and what that leads to, takes as many statements as of one",
  async (_, field) => {
    await expectAsMany(selectionOf(field, stepsOf(field, 3)) ?? "id");
  },
);
