import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { issuesOf } from "../../../test/support/refusals.js";
import { planned, ran } from "../imports/import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const create = (address: object | undefined, headers = {}) =>
  admin.ask(
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
    { input: { legalName: "Made", ...(address === undefined ? {} : { address }) } },
    headers,
  );

test.each([
  [{ country: "BR" }],
  [{ country: "BR", number: "12", complement: "2º", district: "Centro", region: "SP" }],
  [{ country: "BR", street: "", city: " ", postalCode: null }],
])("a new customer needs more of an address than %j", async (address) => {
  expect(issuesOf(await create(address))).toEqual(["address address_incomplete"]);
});

test.each([{ street: "Rua A" }, { city: "Recife" }, { postalCode: "50030-230" }])(
  "a new customer with %j is taken",
  async (place) => {
    expect((await create({ country: "BR", ...place })).errors).toBeUndefined();
  },
);

test("a missing address is reported in words, the country included", async () => {
  const { errors } = await create({ country: "BR" }, { "accept-language": "pt-BR" });
  expect(errors?.[0]?.message).toContain("precisa de rua, cidade ou código postal");
  expect(issuesOf(await create({ country: "QQ", city: "Recife" }))).toEqual([
    "address.country invalid_country",
  ]);
});

test("an update may clear the address", async () => {
  const made = await admin.ask<{ createCustomer: { customer: { id: string } } }>(
    'mutation { createCustomer(input: { legalName: "Moves", address: { country: "BR", city: "Natal" } }) { customer { id } } }',
  );
  const cleared = await admin.ask(
    `mutation ($id: ID!) { updateCustomer(input: { id: $id, version: 1, address: { country: "BR", city: null } }) {
      customer { address { city } } } }`,
    { id: made.data.createCustomer.customer.id },
  );
  expect(cleared.errors).toBeUndefined();
});

test("customers of other systems may lack an address, and each of them is reported", async () => {
  const { data, errors } = await admin.ask<{
    upsertCustomers: { results: { status: string; warnings: { path: string; code: string }[] }[] };
  }>(
    `mutation ($items: [UpsertCustomerItem!]!) { upsertCustomers(input: { items: $items }) {
      results { status warnings { path code message } } } }`,
    {
      items: [
        { externalId: { source: "erp", value: "1" }, legalName: "Nowhere" },
        {
          externalId: { source: "erp", value: "2" },
          legalName: "A country",
          address: { country: "PT" },
        },
        {
          externalId: { source: "erp", value: "3" },
          legalName: "A city",
          address: { country: "PT", city: "Porto" },
        },
      ],
    },
  );
  expect(errors).toBeUndefined();
  const warning = { path: "address", code: "address_missing", message: expect.any(String) };
  expect(data.upsertCustomers.results).toEqual([
    { status: "CREATED", warnings: [warning] },
    { status: "CREATED", warnings: [warning] },
    { status: "CREATED", warnings: [] },
  ]);
});

test("rows may lack an address; the plan reports which, and the list finds them", async () => {
  const rows = "Legal name,City,Country\nImported nowhere,,BR\nImported in Faro,Faro,PT\n";
  const { id, status, counts } = await planned(admin, "places.csv", rows);
  expect([status, counts]).toEqual(["READY", expect.objectContaining({ new: 2, error: 0 })]);
  const PLAN = `query ($id: ID!) { import(id: $id) {
    problems { code severity rows } rows { nodes { number class issues { code severity message } } } } }`;
  const said = await admin.ask<{ import: object }>(PLAN, { id });
  expect(said.errors).toBeUndefined();
  const missing = { code: "address_missing", severity: "warning" };
  expect(said.data.import).toMatchObject({
    problems: [{ ...missing, rows: 1 }],
    rows: {
      nodes: [
        { class: "NEW", issues: [missing] },
        { class: "NEW", issues: [] },
      ],
    },
  });
  expect((await ran(admin, id)).result).toMatchObject({ created: 2, failed: 0 });
  const find = async (addressMissing: boolean) =>
    (
      await admin.ask<{ customers: { nodes: { legalName: string }[] } }>(
        `query ($filter: CustomerFilter) { customers(search: "imported", filter: $filter) { nodes { legalName } } }`,
        { filter: { addressMissing } },
      )
    ).data.customers.nodes.map(({ legalName }) => legalName);
  expect(await find(true)).toEqual(["Imported nowhere"]);
  expect(await find(false)).toEqual(["Imported in Faro"]);
  // An existing customer is not reported again.
  const again = await planned(admin, "again.csv", rows);
  const { data } = await admin.ask<{ import: { problems: object[] } }>(
    "query ($id: ID!) { import(id: $id) { problems { code } } }",
    { id: again.id },
  );
  expect(data.import.problems).toEqual([]);
});
