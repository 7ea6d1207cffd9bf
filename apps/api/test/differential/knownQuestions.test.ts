import { isObjectType, parse } from "graphql";
import { makeCustomer } from "../../src/features/customers/customer.factory.js";
import { registry } from "../../src/features.js";
import type { Actor } from "../../src/platform/context.js";
import { createSchema } from "../../src/schema.js";
import { selectionOf } from "../schema/selection.js";
import { type Caller, startServer, type TestServer } from "../server.js";
import { NO_ID } from "../support/refusals.js";
import { Comparison, type Given } from "./comparison.js";
import { makeWorld, type World } from "./world.js";

const DEPTH = 2;

const schema = createSchema(registry);
let server: TestServer;
let admin: Caller;
let world: World;
let comparison: Comparison;
let id: string;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  for (const legalName of ["Ada", "Bia", "Caio"])
    ({ id } = await makeCustomer(admin, { legalName }));
  world = await makeWorld(server);
  comparison = new Comparison(server.app);
});
afterAll(() => server.close());

function actorIn(role: string): Actor {
  const actor = world.actors.find((one) => one.role === role);
  if (!actor) throw new Error(`nobody is ${role}`);
  return actor;
}

interface Known {
  query: string;
  variables?: Given;
  role?: string;
}

const CARD = "fragment Card on Customer { id legalName }";

// Each was answered otherwise by code that was compiled for a query, or is near one that was.
const known: Record<string, () => Known> = {
  "a non-null variable with a default, left out": () => ({
    query: "query ($n: Int! = 2) { customers(first: $n) { nodes { number } } }",
  }),
  "a default of a variable": () => ({
    query:
      "query ($first: Int = 1) { customers(first: $first) { nodes { legalName } pageInfo { hasNextPage } } }",
  }),
  "a field of an input left out, which has a default": () => ({
    query: "query ($by: CustomerOrder) { customers(orderBy: $by) { nodes { legalName } } }",
    variables: { by: { field: "LEGAL_NAME" } },
  }),
  "a fragment that is spread in a skipped one, and again": () => ({
    query: `query ($id: ID!, $no: Boolean!) { customer(id: $id) { ...Detail @include(if: $no) ...Card } }
      ${CARD} fragment Detail on Customer { ...Card email }`,
    variables: { id, no: false },
  }),
  "a fragment twice, once skipped": () => ({
    query: `query ($id: ID!) { customer(id: $id) { ...Card @include(if: false) ...Card } } ${CARD}`,
    variables: { id },
  }),
  "the fields of a skipped twin": () => ({
    query: `query ($id: ID!, $no: Boolean!) { customer(id: $id) {
      summary { projects { count } } summary @include(if: $no) { ... on CustomerSummary { orders { total { count } } } } } }`,
    variables: { id, no: false },
    role: "projects",
  }),
  "the order of keys, the first of them skipped": () => ({
    query: `query ($id: ID!, $yes: Boolean!) { customer(id: $id) { legalName @skip(if: $yes) number ...Card } } ${CARD}`,
    variables: { id, yes: true },
  }),
  "a condition that is null": () => ({
    query:
      "query ($id: ID!, $is: Boolean = true) { viewer { name } customer(id: $id) { id number @include(if: $is) } }",
    variables: { id, is: null },
  }),
  "aliases that objects have of themselves": () => ({
    query: "{ viewer { __proto__: name constructor: kind toString: role then: name } }",
  }),
  "variables that objects have of themselves, left out": () => ({
    query:
      "query ($toString: String, $__proto__: Int) { customers(search: $toString, first: $__proto__) { totalCount } }",
  }),
  "an interface": () => ({
    query:
      "query ($id: ID!) { node(id: $id) { __typename id ... on Customer { legalName } ... on Order { number } } }",
    variables: { id },
  }),
  "records for a gateway, one of which is wrong": () => ({
    query:
      "query ($all: [_Any!]!) { _entities(representations: $all) { __typename ... on Customer { legalName } } }",
    variables: {
      all: [{ __typename: "Customer", id }, { __typename: "Nothing" }, { __typename: "Order", id }],
    },
  }),
  "a variable inside of a scalar": () => ({
    query:
      'query ($id: ID!) { _entities(representations: [{ __typename: "Customer", id: $id }]) { ... on Node { id } } }',
    variables: { id },
  }),
  "what gateways are told of the schema": () => ({ query: "{ _service { sdl } }" }),
  "what the schema is": () => ({ query: "{ __schema { queryType { name } types { name } } }" }),
  "a record that is not there": () => ({
    query: "query ($id: ID!) { customer(id: $id) { id } }",
    variables: { id: NO_ID },
  }),
  "an id that is none": () => ({
    query: '{\n  good: customers { totalCount }\r\n  bad: customer(id: "x") { id }\n}',
  }),
  "a field at the root that may not be null, after one that fails later": () => ({
    query: '{ customers(first: 1000) { totalCount } nodes(ids: ["x"]) { id } viewer { name } }',
  }),
  "what the role may not see": () => ({
    query:
      "{ people { id } customers { nodes { legalName invoices { totalCount } } } viewer { name } }",
    role: "projects",
  }),
  "a variable of a wrong type": () => ({
    query: "query ($id: ID!) { customer(id: $id) { id } }",
    variables: { id: ["x"] },
  }),
  "a variable that is missing": () => ({ query: "query ($id: ID!) { customer(id: $id) { id } }" }),
  "wrong fields of an input": () => ({
    query: "query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }",
    variables: { filter: { status: "NONE", nothing: 1 } },
  }),
};

test.each(Object.keys(known))(
  "%s: the same answer as graphql-js gives, however often",
  async (name) => {
    const { query, variables = {}, role = "admin" } = known[name]?.() ?? { query: "" };
    const question = { document: parse(query), actor: actorIn(role) };
    await comparison.ask(question, [variables, variables, variables]);
  },
);

test("every field gets the result of graphql-js", async () => {
  const all = (type: unknown) =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) => selectionOf(field, DEPTH) ?? [])
      : [];
  const starts = Object.entries(world.ids).flatMap(([type, [of]]) =>
    all(schema.getType(type)).map(
      (selection) => `{ node(id: "${of}") { ... on ${type} { ${selection} } } }`,
    ),
  );
  const fields = all(schema.getQueryType()).map((selection) => `{ ${selection} }`);
  expect(starts.length).toBeGreaterThan(100);
  for (const query of [...starts, ...fields]) {
    const once = {};
    const [{ errors } = {}] = await comparison.ask(
      { document: parse(query), actor: actorIn("admin") },
      [once, once],
    );
    expect({ query, errors }).toEqual({ query, errors: undefined });
  }
});

test("names that objects have of themselves arrive over HTTP, the first time and the second", async () => {
  const query = "{ viewer { __proto__: name constructor: name } }";
  for (const _ of [1, 2]) {
    const { data } = await admin.ask<{ viewer: object }>(query);
    expect(Object.entries(data.viewer)).toEqual([
      ["__proto__", "admin 1"],
      ["constructor", "admin 1"],
    ]);
  }
});
