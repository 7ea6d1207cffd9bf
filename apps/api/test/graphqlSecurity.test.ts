import { getIntrospectionQuery } from "graphql";
import { type Caller, startServer, type TestServer } from "./server.js";
import { NO_ID } from "./support/refusals.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

const nested = (depth: number) =>
  `${"{ customers { nodes ".repeat(depth)}{ id }${" } }".repeat(depth)}`;

// Spreads that double with every fragment: 2^25 fields once they are put in.
const bomb = `query { ...f0 } ${repeat(25, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f25 on Query { __typename }`;

const overlapping = `{ ${repeat(1000, (i) => `...o${i}`)} } ${repeat(1000, (i) => `fragment o${i} on Query { customers { totalCount } }`)}`;

// Fields of one name are compared with one another at each level, so that each level doubles the work.
function overlap(levels: number): string {
  if (levels === 0) return "{ id }";
  const inner = `{ nodes { customer ${overlap(levels - 1)} } }`;
  return `{ projects ${inner} projects ${inner} }`;
}

const create = (i: number) =>
  `m${i}: createCustomer(input: { legalName: "x", address: { city: "Recife", country: "BR" } }) { customer { id } }`;

async function customerCount(): Promise<number> {
  const { data } = await admin.ask<{ customers: { totalCount: number } }>(
    "{ customers { totalCount } }",
  );
  return data.customers.totalCount;
}

async function refused(query: string, variables: object = {}) {
  const before = process.cpuUsage();
  const response = await admin.fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { user, system } = process.cpuUsage(before);
  const text = await response.text();
  return {
    status: response.status,
    // Of the processor, whatever else the machine does.
    milliseconds: (user + system) / 1000,
    text,
    body: JSON.parse(text) as {
      data?: unknown;
      errors: { message: string; extensions: Record<string, unknown> }[];
    },
  };
}

describe("a query that would cost too much is refused with 400 and not executed", () => {
  // Each names what refuses it, so that it does not pass by another limit when its own is gone.
  test.each([
    ["depth 200", nested(100), "depth"],
    // Whether the parser's tokens or its stack end first is the machine's to say.
    ["depth 5000", nested(2500), "tokens or depth"],
    ["1000 aliases", `{ ${repeat(1000, (i) => `a${i}: customers { totalCount }`)} }`, "tokens"],
    ["51 aliases", `{ viewer { ${repeat(51, (i) => `a${i}: name`)} } }`, "aliases"],
    ["31 fields at once", `{ ${repeat(31, () => "__typename")} }`, "rootFields"],
    ["200 aliased mutations", `mutation { ${repeat(200, create)} }`, "tokens"],
    ["11 aliased mutations", `mutation { ${repeat(11, create)} }`, "mutations"],
    ["a field 10,000 times", `{ viewer { ${repeat(10_000, () => "name")} } }`, "tokens"],
    ["a field 2001 times", `{ viewer { ${repeat(2001, () => "name")} } }`, "fields"],
    ["1000 overlapping fragments", overlapping, "tokens"],
    ["a fragment bomb", bomb, "fields"],
    ["fields that overlap at each of 7 levels", `{ customers { nodes ${overlap(7)} } }`, "depth"],
    [
      "2000 unknown directives",
      `{ viewer { name ${repeat(2000, (i) => `@d${i}`)} } }`,
      "directives",
    ],
    [
      "9 unknown directives",
      `{ viewer { name ${repeat(9, (i) => `@d${i}`)} } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["1000 times @skip", `{ viewer { ${repeat(1000, () => "name @skip(if: true)")} } }`, "tokens"],
    ["51 times @skip", `{ viewer { ${repeat(51, () => "name @skip(if: true)")} } }`, "directives"],
    [
      "fragments in a circle",
      "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "first: 1e9",
      "{ customers(first: 1000000000) { nodes { owner { id } } } }",
      "QUERY_TOO_COMPLEX",
    ],
  ])("%s", async (_name, query, by) => {
    const { status, body, text, milliseconds } = await refused(query);
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    const { message = "", extensions = {} } = body.errors[0] ?? {};
    const tokens = message.includes("Document contains more that 5000 tokens") && "tokens";
    expect(by.split(" or ")).toContain(tokens || (extensions.what ?? extensions.code));
    expect(body.errors.length).toBeLessThanOrEqual(6);
    expect(text.length).toBeLessThan(2048);
    expect(text).not.toContain("stack");
    expect(milliseconds).toBeLessThan(1_000);
  });

  afterAll(async () => {
    expect(await customerCount()).toBe(0);
  });
});

async function estimateOf(query: string, variables: object = {}): Promise<number | undefined> {
  const response = await admin.fetch("/graphql/cost", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { cost } = (await response.json()) as { cost: { requested: number } | null };
  return cost?.requested;
}

test("the response has the cost of a query, and an expensive one is refused with cost and limit", async () => {
  const cheap = await refused("{ customers(first: 10) { nodes { owner { id } } } }");
  expect(cheap.body).toMatchObject({ extensions: { cost: { requested: 21, limit: 25_000 } } });
  const dear = await refused(
    "query ($n: Int) { customers(first: $n) { nodes { owner { id } } } }",
    { n: 20_000 },
  );
  expect(dear.body.errors[0]?.extensions).toEqual({
    code: "QUERY_TOO_COMPLEX",
    cost: 40_001,
    limit: 25_000,
  });
});

test.each([1, 3])("records asked for by %d ids cost as much as there are ids", async (length) => {
  const { body } = await refused(
    "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer { owner { id } } } }",
    { ids: Array(length).fill(NO_ID) },
  );
  expect(body).toMatchObject({ extensions: { cost: { requested: 2 * length } } });
});

describe("a list without pages costs as much as it can be long", () => {
  test.each([
    ["parts", "{ customers(first: 10) { nodes { contacts { name } } } }", 1 + 10 * (1 + 100)],
    [
      "as many parts as are asked for",
      "{ customers(first: 10) { nodes { contacts(first: 3) { customer { addresses(first: 7) { city } } } } } }",
      1 + 10 * (1 + 3 * (1 + 1 + 7)),
    ],
    [
      "aliases of each other's parts",
      `{ ${repeat(20, (n) => `a${n}: customers(first: 100) { nodes { contacts { customer { contacts { customer { contacts { name } } } } } } }`)} }`,
      20 * (1 + 100 * (1 + 100 * (2 + 100 * (2 + 100)))),
    ],
    ["changes", "{ auditLog(first: 10) { nodes { changes { field } } } }", 1 + 10 * (1 + 30)],
    [
      "lines of documents, as many as there are as a rule unless said otherwise",
      "{ invoices(first: 2) { nodes { all: lines { position } few: lines(first: 5) { position } } } }",
      1 + 2 * (1 + 20 + 5),
    ],
    [
      "what a mutation answers for each of its input",
      `mutation { archiveCustomers(input: { ids: ["a", "b", "c"] }) { customers { owner { name } } } }`,
      1 + 3 * 2,
    ],
  ])("%s", async (_, query, requested) => {
    expect(await estimateOf(query)).toBe(requested);
  });

  test("its length can come in a variable", async () => {
    const query =
      "query ($n: Int = 2) { customers(first: 1) { nodes { contacts(first: $n) { id } } } }";
    const costs = [{ n: 400 }, {}, { n: 400 }, { n: 3 }].map((variables) =>
      estimateOf(query, variables),
    );
    expect(await Promise.all(costs)).toEqual([402, 4, 402, 5]);
  });
});

describe("a cost is remembered by all that it hangs on", () => {
  test("such as what directives leave out, the same document for all", async () => {
    const query = `query ($deep: Boolean!, $not: Boolean = true) {
      customers(first: 10) { nodes { id owner @include(if: $deep) { id } a: owner @skip(if: $not) { id } } } }`;
    const ask = async (variables: object) => {
      const { extensions } = (await refused(query, variables)).body as unknown as {
        extensions: { cost: { requested: number } };
      };
      return extensions.cost.requested;
    };
    expect([
      await ask({ deep: false }),
      await ask({ deep: true }),
      await ask({ deep: true, not: false }),
      await ask({ deep: false, not: true }),
      await ask({ deep: false }),
    ]).toEqual([11, 21, 31, 11, 11]);
  });

  test("and a variable that is null from one that is left out", async () => {
    const query = "query ($n: Int = 3) { customers(first: $n) { nodes { id } } }";
    const costs = [
      await refused(query, {}),
      await refused(query, { n: null }),
      await refused(query, {}),
    ];
    expect(costs.map(({ body }) => body)).toMatchObject([
      { extensions: { cost: { requested: 4 } } },
      { extensions: { cost: { requested: 26 } } },
      { extensions: { cost: { requested: 4 } } },
    ]);
  });
});

test("null where a default would be allowed is refused alike, whatever was sent before", async () => {
  const query = `query ($id: ID = "00000000-0000-7000-8000-000000000000") { task(id: $id) { id } }`;
  const codes = async (variables: object) => {
    const { errors } = await admin.ask(query, variables);
    return errors?.map(({ extensions }) => extensions.code) ?? [];
  };
  expect(await codes({ id: null })).toEqual(["BAD_USER_INPUT"]);
  expect(await codes({ id: "00000000-0000-7000-8000-000000000001" })).toEqual([]);
  expect(await codes({ id: null })).toEqual(["BAD_USER_INPUT"]);
});

describe("describing the schema", () => {
  test("costs what tools ask no more than a query may, and little else", async () => {
    const tools = await refused(getIntrospectionQuery({ descriptions: true }));
    expect(tools.status).toBe(200);
    const types = "__schema { types { fields { type { fields { name } } } } }";
    const often = repeat(20, (n) => `a${n}: name`);
    expect(await estimateOf(`{ ${types.replace("name", often)} }`)).toBeGreaterThan(25_000);
    const all =
      "types { name fields { name args { name type { name } } type { name ofType { name } } } }";
    expect(
      await estimateOf(`{ ${repeat(30, (n) => `a${n}: __schema { ${all} }`)} }`),
    ).toBeGreaterThan(25_000);
  });
});

test("the cost of a query can be read before it is executed", async () => {
  const estimate = async (body: object) => {
    const response = await admin.fetch("/graphql/cost", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return [response.status, await response.json()];
  };
  const query = "query ($first: Int) { customers(first: $first) { nodes { id owner { id } } } }";
  const executed = await admin.ask(query, { first: 7 });
  const { extensions } = executed as unknown as { extensions: { cost: object } };
  expect(await estimate({ query, variables: { first: 7 } })).toEqual([200, extensions]);
  expect(await estimate({ query, variables: { first: 1_000_000 } })).toEqual([
    200,
    { cost: { requested: 2_000_001, limit: 25_000 } },
  ]);
  expect(await estimate({ query: "{ customers {" })).toEqual([200, { cost: null }]);
  expect(await estimate({ query: "{ nothing }" })).toEqual([200, { cost: null }]);
  const [status] = await estimate({ query: bomb });
  expect(status).toBe(400);
  const made = await customerCount();
  await estimate({ query: `mutation { ${create(1)} }` });
  expect(await customerCount()).toBe(made);
});

test("several operations in one request are refused", async () => {
  const response = await admin.fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([{ query: "{ viewer { name } }" }, { query: "{ viewer { name } }" }]),
  });
  expect(response.status).toBe(400);
  expect(await response.text()).not.toContain("admin 1");
});

describe("what a stranger can learn of the schema", () => {
  const responseTo = async (query: string) => {
    const answer = await server.stranger.ask(query);
    return [answer.status, answer.data, answer.errors];
  };

  test("nothing: introspection, typos and nonsense all get the one refusal", async () => {
    const refusal = [
      401,
      undefined,
      [{ message: "Sign in first.", extensions: { code: "UNAUTHENTICATED" } }],
    ];
    for (const query of ["{ __schema { types { name } } }", "{ custommers { id } }", "{ {{", ""]) {
      expect(await responseTo(query)).toEqual(refusal);
    }
  });

  test("every authenticated caller may read it", async () => {
    const viewer = await server.signIn("viewer");
    const { data } = await viewer.ask<{ __schema: { queryType: { name: string } } }>(
      "{ __schema { queryType { name } } }",
    );
    expect(data.__schema.queryType.name).toBe("Query");
  });
});

describe("requests that a foreign page could make", () => {
  const query = encodeURIComponent("{ viewer { name } }");
  test("GET without a header that only our own pages can send", async () => {
    expect((await admin.fetch(`/graphql?query=${query}`)).status).toBe(400);
    const own = await admin.fetch(`/graphql?query=${query}`, {
      headers: { "apollo-require-preflight": "true" },
    });
    expect(own.status).toBe(200);
  });
  test("GET with a mutation", async () => {
    const mutation = encodeURIComponent(`mutation { ${create(0)} }`);
    const response = await admin.fetch(`/graphql?query=${mutation}`, {
      headers: { "apollo-require-preflight": "true" },
    });
    expect(response.status).toBe(405);
    expect(await customerCount()).toBe(0);
  });
  // Each body would be a whole request for whoever reads its type.
  const asJson = JSON.stringify({ query: "{ viewer { name } }" });
  test.each([
    ["text/plain", asJson],
    ["text/plain;charset=UTF-8", asJson],
    ["application/x-www-form-urlencoded", `query=${query}`],
    ["application/x-www-form-urlencoded", asJson],
    ["application/graphql", "{ viewer { name } }"],
    [
      "multipart/form-data; boundary=x",
      `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{ viewer { name } }\r\n--x--\r\n`,
    ],
    ["application/xml", asJson],
  ])("POST as %s", async (type, body) => {
    const headers = { "content-type": type };
    const response = await admin.fetch("/graphql", { method: "POST", headers, body });
    expect([400, 415]).toContain(response.status);
    expect(await response.text()).not.toContain("admin 1");
  });
  test("POST of a body without a type", async () => {
    const body = new Blob([asJson]);
    const response = await admin.fetch("/graphql", { method: "POST", body });
    expect([400, 415]).toContain(response.status);
  });
  test("POST from a foreign origin", async () => {
    const answer = await admin.ask("{ viewer { name } }", {}, { origin: "https://evil.example" });
    expect(answer.status).toBe(403);
  });
});

describe("bodies that are too much", () => {
  const post = (body: string) =>
    admin.fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
  test("2 MB", async () => {
    expect(
      (await post(JSON.stringify({ query: `{ viewer { name } } #${"x".repeat(2_000_000)}` })))
        .status,
    ).toBe(413);
  });
  test.each([3_000, 150_000])(
    "variables nested %i deep, whether the query asks for them or not",
    async (levels) => {
      const deep = `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
      const filtered =
        "query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }";
      for (const query of [filtered, "{ customers { totalCount } }"]) {
        const response = await post(
          `{"query":${JSON.stringify(query)},"variables":{"filter":${deep}}}`,
        );
        const text = await response.text();
        expect(response.status).toBe(400);
        expect(text.length).toBeLessThan(2048);
        expect(text).toContain("VALIDATION_FAILED");
      }
    },
  );
  test.each([
    ["{a:", "}"],
    ["[", "]"],
  ])("a filter nested 3000 deep in the query, by %s", async (open, close) => {
    const filter = `${open.repeat(3000)}1${close.repeat(3000)}`;
    const response = await post(
      JSON.stringify({ query: `{ customers(filter: ${filter}) { totalCount } }` }),
    );
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text.length).toBeLessThan(2048);
    expect(text).not.toContain("INTERNAL");
  });
  test("20,000 wrong items", async () => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const before = process.cpuUsage();
    const response = await post(
      JSON.stringify({ query, variables: { ids: Array(20_000).fill({}) } }),
    );
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text.length).toBeLessThan(2048);
    // Listing what is wrong with each of them takes seconds of the processor.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1_000);
  });
  test("__proto__", async () => {
    expect(
      (await post('{"query":"{ viewer { name } }","variables":{"__proto__":{"a":1}}}')).status,
    ).toBe(400);
  });
});

test("what fails inside is masked, with the id of the request", async () => {
  await server.asOwner("ALTER TABLE customers RENAME COLUMN notes TO broken");
  const { errors } = await admin.ask("{ customers { nodes { notes } } }");
  await server.asOwner("ALTER TABLE customers RENAME COLUMN broken TO notes");
  expect(JSON.stringify(errors)).not.toMatch(/does not exist|SELECT/);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "INTERNAL" });
});

test("a NUL character is refused, naming the field", async () => {
  const inVariable = await admin.ask(
    "query ($search: String) { customers(search: $search) { totalCount } }",
    { search: "a\u0000b" },
  );
  expect(inVariable.status).toBe(400);
  expect(inVariable.errors?.[0]?.extensions).toMatchObject({
    code: "VALIDATION_FAILED",
    issues: [{ path: "search" }],
  });
  const inText = await admin.ask('{ customers(search: "a\\u0000b") { totalCount } }');
  expect(inText.errors?.[0]?.extensions).toMatchObject({ issues: [{ path: "search" }] });
});
