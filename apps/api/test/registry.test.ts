import { isEnumType, isInputObjectType, isObjectType } from "graphql";
import sql from "sql-template-tag";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { makeTask } from "../src/features/tasks/task.factory.js";
import { registry } from "../src/features.js";
import { Metric } from "../src/platform/lists/metrics.js";
import { composeRegistry } from "../src/registry.js";
import { createSchema } from "../src/schema.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { codeOf } from "./support/refusals.js";

const LEFT_OUT = [
  ...["tasks", "time", "invoices", "allocations", "creditNotes", "receivables", "promises"],
  "reconciliation",
];
const few = composeRegistry(registry.features.filter(({ name }) => !LEFT_OUT.includes(name)));

let whole: TestServer;
let small: TestServer;
beforeAll(async () => {
  // The smaller one first: what it does not have must not be missing from the other.
  small = await startServer({ registry: few });
  whole = await startServer();
});
afterAll(async () => {
  await small.close();
  await whole.close();
});

const FIND = "query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }";

const find = (caller: Caller, filter: object) =>
  caller.ask<{ customers: { nodes: { id: string }[] } }>(FIND, { filter });

test("two servers in one process each have the features of their own registry", async () => {
  const [ofWhole, ofSmall] = await Promise.all([whole.signIn(), small.signIn()]);
  const customer = await makeCustomer(ofWhole);
  await makeCustomer(ofWhole);
  const task = await makeTask(ofWhole, customer.id, { dueOn: "2020-01-01" });
  await makeCustomer(ofSmall);

  expect((await find(ofSmall, {})).data.customers.nodes).toHaveLength(1);
  expect(codeOf(await find(ofSmall, { hasOverdueTasks: true }))).toBe("VALIDATION_FAILED");
  expect((await find(ofWhole, { hasOverdueTasks: true })).data.customers.nodes).toEqual([
    { id: customer.id },
  ]);

  const node = "query ($id: ID!) { node(id: $id) { __typename } }";
  expect((await ofWhole.ask(node, { id: task.id })).data).toEqual({ node: { __typename: "Task" } });
  expect((await ofSmall.ask(node, { id: task.id })).data).toEqual({ node: null });
});

test("a schema has no fields, filters or orders of features that its registry excludes", () => {
  const partsOf = (schema: ReturnType<typeof createSchema>) => {
    const customer = schema.getType("Customer");
    const filter = schema.getType("CustomerFilter");
    const order = schema.getType("CustomerOrderField");
    return {
      types: ["Task", "Invoice", "TimeEntry"].filter((name) => schema.getType(name)),
      fields: isObjectType(customer)
        ? ["tasks", "invoices", "deals"].filter((name) => customer.getFields()[name])
        : [],
      filters: isInputObjectType(filter)
        ? ["hasOverdueTasks", "hasOverdueInvoices", "status"].filter(
            (name) => filter.getFields()[name],
          )
        : [],
      orders: isEnumType(order)
        ? ["OVERDUE_TASKS", "HOURS", "OVERDUE", "OPEN_ORDERS"].filter((name) =>
            order.getValue(name),
          )
        : [],
    };
  };
  const all = partsOf(createSchema(registry));
  expect(partsOf(createSchema(few))).toEqual({
    types: [],
    fields: ["deals"],
    filters: ["status"],
    orders: ["OPEN_ORDERS"],
  });
  expect(partsOf(createSchema(registry))).toEqual(all);
  expect(all).toEqual({
    types: ["Task", "Invoice", "TimeEntry"],
    fields: ["tasks", "invoices", "deals"],
    filters: ["hasOverdueTasks", "hasOverdueInvoices", "status"],
    orders: ["OVERDUE_TASKS", "HOURS", "OVERDUE", "OPEN_ORDERS"],
  });
});

test("a registry is immutable, and refuses duplicate names", () => {
  expect(Object.isFrozen(registry)).toBe(true);
  expect(Object.isFrozen(registry.features)).toBe(true);
  const [first] = registry.features;
  if (!first) throw new Error("there are no features");
  expect(() => composeRegistry([...registry.features, first])).toThrow();
  expect(() => composeRegistry([])).toThrow("one feature must bring the history");
  const metrics = registry.features.flatMap(({ metrics = [] }) => metrics);
  expect(metrics.map(({ name }) => name)).toEqual(expect.arrayContaining(["tasks", "openTasks"]));
  const other = new Metric("openTasks", "Project", () => sql`SELECT 1 AS count`);
  expect(() =>
    composeRegistry([...registry.features, { name: "other", resolvers: [], metrics: [other] }]),
  ).toThrow("two metrics have the same name");
});
