import { execute, type GraphQLSchema, isObjectType, parse } from "graphql";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { merge } from "../src/features/merges/merge.factory.js";
import { registry } from "../src/features.js";
import { systemContext } from "../src/platform/request/systemContext.js";
import { printedSubgraph } from "../src/printSchema.js";
import { createSchema } from "../src/schema.js";
import { type Answer, type Caller, startServer, type TestServer } from "./server.js";
import { keyWith } from "./support/keyWith.js";
import { records } from "./support/records.js";
import { issuesOf, NO_ID } from "./support/refusals.js";

type Representation = object | string | null;

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Customer { id legalName }
    ... on Invoice { id number customer { legalName } }
  }
}`;

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const entitiesFor = (
  caller: Caller,
  representations: readonly Representation[],
  query = ENTITIES,
) => caller.ask<{ _entities: ({ id: string } | null)[] }>(query, { representations });

const idsOf = ({ data }: Answer<{ _entities: ({ id: string } | null)[] }>) =>
  data._entities.map((entity) => entity?.id ?? null);

const named = (id: string) => ({ __typename: "Customer", id });

test("every record has a key, and shared types are shareable", () => {
  const sdl = printedSubgraph();
  const kinds = registry.features.flatMap(({ nodes }) => nodes ?? []);
  expect(kinds.length).toBeGreaterThan(10);
  for (const { type } of kinds)
    expect(sdl).toMatch(
      new RegExp(`type ${type.name} implements Node( & \\w+)? @key\\(fields: "id"\\)`),
    );
  for (const type of ["Money", "PageInfo", "TaxId"])
    expect(sdl).toContain(`type ${type} @shareable {`);
  expect(sdl).not.toMatch(/_Any|_Entity|_Service|_entities|_service/);
});

test("a key reads the committed subgraph, and an unauthenticated caller is refused", async () => {
  const headers = await keyWith(admin, ["customers:read"]);
  const { data } = await server.stranger.ask<{ _service: { sdl: string } }>(
    "{ _service { sdl } }",
    {},
    headers,
  );
  expect(data._service.sdl).toBe(printedSubgraph());
  expect((await server.stranger.ask("{ _service { sdl } }")).status).toBe(401);
});

test("records are found by id in the requested order, with null for unknown ones", async () => {
  const [ada, bia] = await Promise.all([
    makeCustomer(admin, { legalName: "Ada" }),
    makeCustomer(admin, { legalName: "Bia" }),
  ]);
  const { data, errors } = await entitiesFor(admin, [
    named(bia.id),
    named(NO_ID),
    { __typename: "Invoice", id: ada.id },
    named(ada.id),
    named(bia.id),
  ]);
  expect(errors).toBeUndefined();
  expect(data._entities).toEqual([
    { __typename: "Customer", id: bia.id, legalName: "Bia" },
    null,
    null,
    { __typename: "Customer", id: ada.id, legalName: "Ada" },
    { __typename: "Customer", id: bia.id, legalName: "Bia" },
  ]);
});

test("ids in capitals are accepted", async () => {
  const { id } = await makeCustomer(admin);
  const capitals = id.toUpperCase();
  expect(idsOf(await entitiesFor(admin, [named(capitals), named(id)]))).toEqual([id, id]);
  const { data } = await admin.ask<Record<string, unknown>>(
    "query ($id: ID!) { customer(id: $id) { id } node(id: $id) { id } nodes(ids: [$id]) { id } }",
    { id: capitals },
  );
  expect(data).toEqual({ customer: { id }, node: { id }, nodes: [{ id }] });
});

test("parts of a customer are found by id", async () => {
  const { id } = await makeCustomer(admin);
  for (const make of records) await make(admin, id);
  const { data } = await admin.ask<{ customer: Record<string, { nodes: object[] }> }>(
    `query ($id: ID!) { customer(id: $id) {
      projects { nodes { __typename id } } tasks { nodes { __typename id } } deals { nodes { __typename id } }
      quotes { nodes { __typename id } } orders { nodes { __typename id } } invoices { nodes { __typename id } }
      files { nodes { __typename id } } activity(first: 1) { nodes { __typename id } }
    } }`,
    { id },
  );
  const all = Object.values(data.customer).flatMap(({ nodes }) => nodes);
  expect(all).toHaveLength(8);
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { __typename ... on Node { id } }
  }`;
  expect((await entitiesFor(admin, all, query)).data._entities).toEqual(all);
});

test("customers are found by number and by tax ID as well", async () => {
  const made = await makeCustomer(admin, { taxId: { country: "BR", value: "11.222.333/0001-81" } });
  const answer = await entitiesFor(admin, [
    { __typename: "Customer", number: made.number },
    { __typename: "Customer", taxId: { country: "BR", value: "11222333000181" } },
    { __typename: "Customer", taxId: { country: "PT", value: "11222333000181" } },
    { __typename: "Customer", number: "C-999999" },
  ]);
  expect(answer.errors).toBeUndefined();
  expect(idsOf(answer)).toEqual([made.id, made.id, null, null]);
});

// Other services keep the ids of customers. As with `node`, one that was merged goes on leading to the customer that
// it is now, whose own id is answered to who asks: a gateway that has the old one keeps that.
test("the id and the number of a merged customer resolve to the survivor", async () => {
  const survivor = await makeCustomer(admin);
  const merged = await makeCustomer(admin);
  expect((await merge(admin, survivor, [merged.id])).errors).toBeUndefined();
  const answer = await entitiesFor(admin, [
    named(merged.id),
    { __typename: "Customer", number: merged.number },
  ]);
  expect(idsOf(answer)).toEqual([survivor.id, survivor.id]);
});

test("records that the role may not read are null, and forbidden in nested fields", async () => {
  const { id } = await makeCustomer(admin, { legalName: "Hidden money" });
  for (const make of records) await make(admin, id);
  const { data } = await admin.ask<{ customer: { invoices: { nodes: { id: string }[] } } }>(
    "query ($id: ID!) { customer(id: $id) { invoices { nodes { id } } } }",
    { id },
  );
  const invoice = { __typename: "Invoice", id: data.customer.invoices.nodes[0]?.id };
  const projects = await server.signIn("projects");
  expect(idsOf(await entitiesFor(admin, [invoice, named(id)]))).toEqual([invoice.id, id]);
  expect(idsOf(await entitiesFor(projects, [invoice, named(id)]))).toEqual([null, id]);
  const nested = await entitiesFor(
    projects,
    [named(id)],
    `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Customer { id invoices { totalCount } } }
    }`,
  );
  expect(nested.errors?.[0]).toMatchObject({
    path: ["_entities", 0, "invoices"],
    extensions: { code: "FORBIDDEN" },
  });
});

test.each<[string, Representation, string]>([
  ["no object", "Customer", "representations.1 invalid_type"],
  ["no type", { id: NO_ID }, "representations.1.__typename required"],
  [
    "an unknown type",
    { __typename: "Client", id: NO_ID },
    "representations.1.__typename unknown_type",
  ],
  ["a type without keys", { __typename: "Money" }, "representations.1.__typename unknown_type"],
  [
    "the name of what every object has",
    { __typename: "constructor" },
    "representations.1.__typename unknown_type",
  ],
  ["no key", { __typename: "Customer", email: "a@example.com" }, "representations.1 no_key"],
  ["a key without a value", { __typename: "Customer", taxId: null }, "representations.1 no_key"],
  ["an id that is none", named("42"), "representations.1.id invalid_id"],
  [
    "an id of a wrong type",
    { __typename: "Customer", id: { id: NO_ID } },
    "representations.1.id invalid_id",
  ],
  [
    "a number of a wrong type",
    { __typename: "Customer", number: 1 },
    "representations.1.number invalid_type",
  ],
  [
    "a tax ID without its value",
    { __typename: "Customer", taxId: { country: "BR" } },
    "representations.1.taxId.value required",
  ],
  [
    "a tax ID of no country",
    { __typename: "Customer", taxId: { country: "Brasil", value: "1" } },
    "representations.1.taxId.country invalid_country",
  ],
])(
  "a representation with %s is refused with its place, and the others come",
  async (_, wrong, issue) => {
    const { id } = await makeCustomer(admin);
    const answer = await entitiesFor(admin, [named(id), wrong, named(id)]);
    expect(issuesOf(answer)).toEqual([issue]);
    expect(answer.errors).toMatchObject([
      { path: ["_entities", 1], extensions: { code: "VALIDATION_FAILED" } },
    ]);
    expect(idsOf(answer)).toEqual([id, null, id]);
  },
);

test("representations are limited in number, and each has its cost", async () => {
  const many = (length: number) => Array.from({ length }, () => named(NO_ID));
  expect(issuesOf(await entitiesFor(admin, many(1_001)))).toEqual(["representations too_many"]);
  const pages = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Customer { orders(first: 50) { nodes { id } } } }
  }`;
  const few = await entitiesFor(admin, many(2), pages);
  expect(few.errors).toBeUndefined();
  const { errors } = await entitiesFor(admin, many(1_000), pages);
  // Each is 1, its page 1, and the page's records 50.
  expect(errors?.[0]?.extensions).toMatchObject({ code: "QUERY_TOO_COMPLEX", cost: 52_000 });
});

test("if more are invalid than a page has, they fail together, so that the response stays short", async () => {
  const wrong = (length: number) =>
    entitiesFor(
      admin,
      Array.from({ length }, () => named("42")),
    );
  const page = await wrong(100);
  expect(page.errors).toHaveLength(100);
  expect(page.data._entities).toHaveLength(100);
  const more = await wrong(1_000);
  expect(more.data).toBeNull();
  expect(more.errors).toHaveLength(1);
  expect(issuesOf(more)).toHaveLength(100);
});

test("50 records of two types take as many statements as one of each", async () => {
  const representations = await Promise.all(
    Array.from({ length: 25 }, async () => {
      const customer = await makeCustomer(admin, { ownerId: admin.userId });
      for (const make of records) await make(admin, customer.id);
      const { data } = await admin.ask<{ customer: { invoices: { nodes: { id: string }[] } } }>(
        "query ($id: ID!) { customer(id: $id) { invoices { nodes { id } } } }",
        customer,
      );
      return [
        named(customer.id),
        { __typename: "Invoice", id: data.customer.invoices.nodes[0]?.id },
      ];
    }),
  );
  const statements = async (references: readonly object[]) => {
    const answer = await entitiesFor(admin, references);
    expect(idsOf(answer)).not.toContain(null);
    return Number(/desc="(\d+)"/.exec(answer.headers.get("server-timing") ?? "")?.[1]);
  };
  // Customers, invoices, and the customers of those.
  expect(await statements(representations.slice(0, 1).flat())).toBe(3);
  expect(await statements(representations.flat())).toBe(3);
});

test("each schema is described as it is, whichever was described first", async () => {
  const [declared, changed] = [createSchema(registry), createSchema(registry)];
  const type = changed.getType("AccessRole");
  if (!isObjectType(type)) throw new Error("there is no AccessRole");
  type.description = "A type of another schema.";
  const described = async (schema: GraphQLSchema) => {
    const document = parse("{ _service { sdl } }");
    const { data } = await execute({ schema, document, contextValue: systemContext(server.app) });
    return (data as { _service: { sdl: string } })._service.sdl;
  };
  expect(await described(changed)).toContain("A type of another schema.");
  expect(await described(declared)).toBe(printedSubgraph());
});
