import { importUntil, upload } from "../src/features/imports/import.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { codeOf, issuesOf, NO_ID } from "./support/refusals.js";

// Mistakes of programs and people: each is explained, and no existing data is lost.

let server: TestServer;
let admin: Caller;
let customerId: string;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  const made = await create({ legalName: "Padaria São João" });
  customerId = made.data.createCustomer.customer.id;
});
afterAll(async () => {
  const { data } = await admin.ask<{ customers: { nodes: { legalName: string }[] } }>(
    "{ customers { nodes { legalName } } }",
  );
  await server.close();
  expect(data.customers.nodes).toEqual([{ legalName: "Padaria São João" }]);
});

const create = (input: object) =>
  admin.ask<{ createCustomer: { customer: { id: string } } }>(
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
    { input: { address: { city: "Recife", country: "BR" }, ...input } },
  );

test.each([
  ["no closing brace", { query: "{ viewer { name }" }, "GRAPHQL_PARSE_FAILED"],
  ["a field that is not there", { query: "{ clients { id } }" }, "GRAPHQL_VALIDATION_FAILED"],
  ["a number for a query", { query: 42 }, "BAD_REQUEST"],
  ["nothing", {}, "BAD_REQUEST"],
])("malformed GraphQL: %s", async (_, body, code) => {
  const response = await admin.fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect(response.status).toBe(400);
  expect(answer.errors[0]?.extensions.code).toBe(code);
});

test("a body that is not JSON", async () => {
  const response = await admin.fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{ viewer }",
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ message: /JSON/ }] });
});

test("invalid ids, and unknown ones", async () => {
  const find = "query ($id: ID!) { customer(id: $id) { id } }";
  expect(issuesOf(await admin.ask(find, { id: "42" }))).toEqual(["id invalid_id"]);
  expect((await admin.ask(find, { id: NO_ID })).data).toEqual({ customer: null });
  const rename =
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }";
  const input = { id: NO_ID, version: 1, legalName: "Nobody" };
  expect(codeOf(await admin.ask(rename, { input }))).toBe("NOT_FOUND");
});

test("over-long text", async () => {
  expect(issuesOf(await create({ legalName: "x".repeat(201) }))).toEqual(["legalName too_long"]);
  expect(issuesOf(await create({ legalName: "x", notes: "x".repeat(100_000) }))).toEqual([
    "notes too_long",
  ]);
});

test.each(["2026-02-31", "2026-13-01", "31/12/2026", "0000-01-01", "tomorrow"])(
  "the impossible date %s, as a variable and in the query",
  async (dueOn) => {
    const task = { customerId, title: "Call", dueOn };
    const byVariable = await admin.ask(
      "mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }",
      { input: task },
    );
    const inQuery = await admin.ask(
      `mutation { createTask(input: { customerId: "${customerId}", title: "Call", dueOn: "${dueOn}" }) { task { id } } }`,
    );
    expect([byVariable.status, inQuery.status]).toEqual([400, 400]);
    expect(issuesOf(byVariable)).toEqual(["dueOn invalid_date"]);
    expect(inQuery.errors?.[0]?.message).toContain(`"${dueOn}" is no Date`);
  },
);

test.each([
  ["customers.xlsx", Buffer.from("\x7fELF not a workbook"), /of a kind this page cannot read/],
  ["customers.csv", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /is an image/],
  ["customers.csv", Buffer.from("\n\n"), /no column|is empty/],
])("a file that is no spreadsheet: %s", async (name, bytes, reason) => {
  const fileId = await upload(admin, name, bytes);
  const made = await admin.ask<{ createImport: { import: { id: string } } }>(
    "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }",
    { input: { fileId, recordType: "CUSTOMER" } },
  );
  const seen = await importUntil(admin, made.data.createImport.import.id, ["FAILED"]);
  expect(seen.problem).toMatch(reason);
  expect(seen.counts).toMatchObject({ total: 0 });
});

test.each([
  [{ taxId: { country: "br", value: "1" } }, "taxId.country", "invalid_country", "não é"],
  [{ address: {} }, "address.country", "required", "obrigatório"],
  [{ currency: "reais" }, "currency", "invalid_currency", "não é"],
  [{ status: "GONE" }, "status", "invalid_choice", ""],
  [{ tags: ["a", 7] }, "tags.1", "invalid", "String"],
  [{ nothing: 1 }, "nothing", "invalid", "not defined"],
])(
  "a value whose form is wrong is told as the rules tell theirs: %j",
  async (input, path, code, words) => {
    const { status, errors } = await admin.ask(
      "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
      { input: { legalName: "X", address: { city: "Recife", country: "BR" }, ...input } },
      { "accept-language": "pt-BR" },
    );
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toEqual({
      code: "VALIDATION_FAILED",
      issues: [{ path, code, message: expect.stringContaining(words) }],
    });
  },
);

test("a missing variable, or a missing input, is named", async () => {
  const query =
    "query ($id: ID!, $first: Int) { customer(id: $id) { deals(first: $first) { totalCount } } }";
  const issuesOf = async (variables: object) =>
    (await admin.ask(query, variables)).errors?.map(({ extensions }) => extensions.issues);
  expect(await issuesOf({})).toEqual([[expect.objectContaining({ path: "id", code: "required" })]]);
  expect(await issuesOf({ id: "a", first: 'x at "first.y"; z' })).toEqual([
    [expect.objectContaining({ path: expect.any(String), code: "invalid" })],
  ]);
});

test("a null where a directive wants a boolean is reported as the caller's, once the query is executed as well", async () => {
  const query = "query ($on: Boolean = true) { viewer { user { name @include(if: $on) } } }";
  for (let time = 0; time < 3; time += 1) {
    const { errors } = await admin.ask(query, { on: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  }
});
