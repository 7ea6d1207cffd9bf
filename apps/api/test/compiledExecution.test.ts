import { getNamedType, isEnumType, isInputObjectType, isObjectType } from "graphql";
import { makeCustomer } from "../src/features/customers/customer.make.js";
import { createSchema } from "../src/schema.js";
import { oneOfEachKind } from "./oneOfEachKind.js";
import { selectionOf } from "./selection.js";
import { type Caller, startServer, type TestServer } from "./server.js";

const DEPTH = 2;

let server: TestServer;
let admin: Caller;
let viewer: Caller;
let id: string;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  viewer = await server.signIn("viewer");
  for (const legalName of ["Ada", "Bia", "Caio"])
    ({ id } = await makeCustomer(admin, { legalName }));
});
afterAll(() => server.close());

interface Question {
  query: string;
  variables?: object;
  by?: () => Caller;
}

const named =
  "query Named($id: ID!) { customer(id: $id) { id ...Names } } fragment Names on Customer { legalName displayName }";
const questions: Record<string, () => Question> = {
  "one record": () => ({ query: named, variables: { id } }),
  "an order without its direction, which has a default": () => ({
    query:
      "query ($orderBy: CustomerOrder) { customers(orderBy: $orderBy) { nodes { legalName } } }",
    variables: { orderBy: { field: "LEGAL_NAME" } },
  }),
  "a default of the operation": () => ({
    query:
      "query ($first: Int = 1) { customers(first: $first) { nodes { legalName } pageInfo { hasNextPage } } }",
  }),
  "directives and aliases": () => ({
    query:
      "query ($no: Boolean!) { customers { nodes { a: legalName number @skip(if: $no) version @include(if: $no) } } }",
    variables: { no: true },
  }),
  "an interface": () => ({
    query:
      "query ($id: ID!) { node(id: $id) { __typename id ... on Customer { legalName } ... on Order { number } } }",
    variables: { id },
  }),
  "records for a gateway, one of which is wrong": () => ({
    query:
      "query ($all: [_Any!]!) { _entities(representations: $all) { __typename ... on Customer { legalName } ... on Order { number } } }",
    variables: {
      all: [{ __typename: "Customer", id }, { __typename: "Nothing" }, { __typename: "Order", id }],
    },
  }),
  "records for a gateway, named in the query": () => ({
    query:
      'query ($id: ID!) { _entities(representations: [{ __typename: "Customer", id: $id }]) { ... on Node { id } } }',
    variables: { id },
  }),
  "what gateways are told of the schema": () => ({ query: "{ _service { sdl } }" }),
  "a record that is not there": () => ({
    query: named,
    variables: { id: "01890000-0000-7000-8000-000000000000" },
  }),
  "an id that is none": () => ({
    query: '{\n  good: customers { totalCount }\r\n  bad: customer(id: "x") { id }\n}',
  }),
  "what the role may not see": () => ({
    query: "{ customers { nodes { legalName } } people { id } }",
    by: () => viewer,
  }),
  "a variable of a wrong type": () => ({ query: named, variables: { id: ["x"] } }),
  "a variable that is missing": () => ({ query: named, variables: {} }),
  "wrong fields of an input": () => ({
    query: "query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }",
    variables: { filter: { status: "NONE", nothing: 1 } },
  }),
  "what the schema is": () => ({ query: "{ __schema { queryType { name } types { name } } }" }),
};

async function expectSameCompiled(by: Caller, query: string, variables?: object) {
  const { headers: _, ...walked } = await by.ask(query, variables);
  for (let times = 2; times <= 3; times += 1) {
    const { headers: _headers, ...again } = await by.ask(query, variables);
    expect(again).toEqual(walked);
  }
  return walked;
}

test.each(Object.keys(questions))(
  "%s gets the same answer compiled as walked through",
  async (name) => {
    const { query, variables, by = () => admin } = questions[name]?.() ?? { query: "" };
    await expectSameCompiled(by(), query, variables);
  },
);

test("every field gets the same answer compiled as walked through", async () => {
  const schema = createSchema();
  const all = (type: unknown) =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) => selectionOf(field, DEPTH) ?? [])
      : [];
  const starts = (await oneOfEachKind(server, admin)).flatMap(({ type, id: ofKind }) =>
    all(schema.getType(type)).map(
      (selection) => `{ node(id: "${ofKind}") { ... on ${type} { ${selection} } } }`,
    ),
  );
  const fields = all(schema.getQueryType()).map((selection) => `{ ${selection} }`);
  expect(starts.length).toBeGreaterThan(100);
  for (const query of [...starts, ...fields]) {
    const { errors } = await expectSameCompiled(admin, query);
    expect({ query, errors }).toEqual({ query, errors: undefined });
  }
}, 60_000);

test("defaults of input fields are written as they are stored", () => {
  const types = Object.values(createSchema().getTypeMap()).filter(isInputObjectType);
  const withDefault = types
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => Object.values(type.getFields()))
    .filter(({ defaultValue }) => defaultValue != null);
  expect(withDefault.length).toBeGreaterThan(0);
  for (const { type, defaultValue } of withDefault) {
    const of = getNamedType(type);
    if (isEnumType(of)) expect(of.serialize(defaultValue)).toBe(defaultValue);
    else expect(["boolean", "number", "string"]).toContain(typeof defaultValue);
  }
});
