import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { issuesOf } from "../../../test/support/refusals.js";

const ID = "01939f7a-2b4c-7d1e-8f3a-5c6d7e8f9a0b";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

test.each<[list: string, type: string, name: string, value: string, most: number]>([
  ["customers", "CustomerFilter", "tags", "vip", 1_000],
  ["customers", "CustomerFilter", "countries", "BR", 1_000],
  ["customers", "CustomerFilter", "ids", ID, 20_000],
  ["tasks", "TaskFilter", "assigneeIds", ID, 1_000],
  ["invoices", "InvoiceFilter", "state", "PAID", 1_000],
  ["auditLog", "ActivityFilter", "kind", "NOTES", 1_000],
  ["auditLog", "ActivityFilter", "action", "created", 1_000],
  ["auditLog", "ActivityFilter", "fields", "email", 100],
])("%s takes a limited number of values for %s.%s", async (list, type, name, value, most) => {
  const query = `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`;
  const ask = (length: number) =>
    admin.ask(query, { filter: { [name]: Array.from({ length }, () => value) } });
  expect((await ask(most)).errors).toBeUndefined();
  expect(issuesOf(await ask(most + 1))).toEqual([`filter.${name} too_many`]);
});

test("so do totals, and the rows of an export", async () => {
  const filter = { tags: Array.from({ length: 1_001 }, () => "vip") };
  for (const query of [
    "query ($filter: CustomerFilter) { customerTotals(filter: $filter) { activeProjects } }",
    "query ($filter: CustomerFilter) { exportRowCount(input: { recordType: CUSTOMER, filter: $filter }) }",
  ])
    expect(issuesOf(await admin.ask(query, { filter }))).toEqual(["filter.tags too_many"]);
});
