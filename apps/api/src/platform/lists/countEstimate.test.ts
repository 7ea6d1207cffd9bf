import { limitedPerson } from "../../../test/recordAccess/limitedPeople.js";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";

interface Counted {
  customers: { totalCount: number; estimatedCount: { value: number; exact: boolean } };
}
const COUNTED = `query ($search: String, $filter: CustomerFilter) {
  customers(first: 0, search: $search, filter: $filter) { totalCount estimatedCount { value exact } } }`;

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer({ works: false });
  admin = await server.signIn("admin");
  await server.asOwner(`
    INSERT INTO customers (legal_name, status, tags)
    SELECT 'Padaria ' || i, 'ACTIVE', CASE WHEN i % 2 = 0 THEN ARRAY['even'] ELSE '{}' END FROM generate_series(1, 12400) i;
    ANALYZE customers`);
});
afterAll(() => server.close());

async function counted(caller: Caller, variables: object = {}): Promise<Counted["customers"]> {
  const { data, errors } = await caller.ask<Counted>(COUNTED, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.customers;
}

test("up to 10,000 records are counted", async () => {
  const half = { totalCount: 6_200, estimatedCount: { value: 6_200, exact: true } };
  expect(await counted(admin, { filter: { tags: ["even"] } })).toEqual(half);
  const one = { totalCount: 1, estimatedCount: { value: 1, exact: true } };
  expect(await counted(admin, { search: "padaria 12345" })).toEqual(one);
  const none = { totalCount: 0, estimatedCount: { value: 0, exact: true } };
  expect(await counted(admin, { search: "nobody" })).toEqual(none);
});

test("more are estimated, above 10,000 and with three digits", async () => {
  const { totalCount, estimatedCount } = await counted(admin);
  expect(totalCount).toBe(12_400);
  expect(estimatedCount.exact).toBe(false);
  expect(estimatedCount.value).toBeGreaterThan(10_000);
  expect(estimatedCount.value).toBeLessThan(15_000);
  expect(estimatedCount.value % 100).toBe(0);
  const found = await counted(admin, { search: "pada" });
  expect(found).toMatchObject({ totalCount: 12_400, estimatedCount: { exact: false } });
  expect(found.estimatedCount.value).toBeGreaterThan(10_000);
});

test("a viewer of some customers gets a count that reveals nothing about the others", async () => {
  const person = await limitedPerson(server, "OWN");
  const nothing = { totalCount: 0, estimatedCount: { value: 0, exact: true } };
  expect(await counted(person)).toEqual(nothing);
  await server.asOwner(
    `UPDATE customers SET owner_id = '${person.userId}' WHERE legal_name < 'Padaria 9'`,
  );
  const seen = await counted(person);
  expect(seen.totalCount).toBeGreaterThan(10_000);
  expect(seen.estimatedCount).toEqual({ value: seen.totalCount, exact: true });
});
