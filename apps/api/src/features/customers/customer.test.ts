import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "./customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const CREATE = `mutation ($input: CreateCustomerInput!) {
  createCustomer(input: $input) {
    customer { id number legalName displayName taxId { country kind value formatted } phone website email version address { formatted country } }
  }
}`;
const UPDATE = `mutation ($input: UpdateCustomerInput!) {
  updateCustomer(input: $input) { customer { id version legalName tradeName city: address { city } tags } }
}`;

test("a customer is stored normalised and shown formatted", async () => {
  const { data, errors } = await admin.ask<{
    createCustomer: { customer: Record<string, unknown> };
  }>(CREATE, {
    input: {
      legalName: "  Comércio de Pães São João Ltda ",
      tradeName: "Padaria São João",
      taxId: { country: "BR", value: "11.222.333/0001-81" },
      email: "Contato@PADARIA.com.br",
      phone: "(11) 98765-4321",
      website: "padaria.com.br",
      address: {
        street: "Rua Augusta",
        number: "100",
        city: "São Paulo",
        region: "SP",
        postalCode: "01305-000",
        country: "BR",
      },
    },
  });
  expect(errors).toBeUndefined();
  expect(data.createCustomer.customer).toMatchObject({
    number: expect.stringMatching(/^C-\d{6}$/),
    legalName: "Comércio de Pães São João Ltda",
    displayName: "Padaria São João",
    taxId: {
      country: "BR",
      kind: "CNPJ",
      value: "11222333000181",
      formatted: "11.222.333/0001-81",
    },
    phone: "+5511987654321",
    website: "https://padaria.com.br/",
    email: "Contato@padaria.com.br",
    version: 1,
    address: { country: "BR", formatted: "Rua Augusta, 100, 01305-000 São Paulo - SP, BR" },
  });
});

test("a tax ID in use is refused in any notation, with the customer that has it", async () => {
  const first = await makeCustomer(admin, {
    taxId: { country: "BR", value: "12.ABC.345/01DE-35" },
  });
  const { errors } = await admin.ask(CREATE, {
    input: {
      legalName: "Other",
      taxId: { country: "BR", value: "12abc34501de35" },
      address: { city: "Recife", country: "BR" },
    },
  });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "DUPLICATE",
    existing: { id: first.id, number: first.number },
  });
});

test("of 100 concurrent creates with one tax ID exactly one succeeds", async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      admin.ask(CREATE, {
        input: {
          legalName: `Racer ${index}`,
          taxId: { country: "PT", value: "PT 501 964 843" },
          address: { city: "Lisboa", country: "PT" },
        },
      }),
    ),
  );
  const codes = answers.map((answer) => answer.errors?.[0]?.extensions.code ?? "OK");
  expect(codes.filter((code) => code === "OK")).toHaveLength(1);
  expect(codes.filter((code) => code === "DUPLICATE")).toHaveLength(99);
});

test("invalid input is reported by path, in the caller's language", async () => {
  const { errors } = await admin.ask(
    CREATE,
    {
      input: {
        legalName: " ",
        email: "nobody",
        taxId: { country: "BR", value: "11.222.333/0001-82" },
        address: { city: "Recife", country: "BR" },
      },
    },
    { "accept-language": "pt-BR" },
  );
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "VALIDATION_FAILED",
    issues: [
      { path: "legalName", code: "required", message: "é obrigatório" },
      expect.objectContaining({ path: "email", code: "invalid_email" }),
      {
        path: "taxId.value",
        code: "invalid_tax_id",
        message: "não é um CNPJ válido (os dígitos verificadores não conferem)",
      },
    ],
  });
});

test("an update changes the given fields, clears by null, and records the history", async () => {
  const made = await makeCustomer(admin, { tradeName: "Old", tags: ["vip"] });
  const { data } = await admin.ask<{ updateCustomer: { customer: unknown } }>(UPDATE, {
    input: { id: made.id, version: 1, tradeName: null, tags: ["vip", "sul"] },
  });
  expect(data.updateCustomer.customer).toMatchObject({
    version: 2,
    tradeName: null,
    tags: ["vip", "sul"],
  });
  const history = await server.app.database.pool.query(
    "SELECT action, changes, actor_name FROM activity WHERE record_id = $1 ORDER BY id",
    [made.id],
  );
  expect(history.rows.map((row) => row.action)).toEqual(["created", "updated"]);
  expect(history.rows[1].changes).toEqual([
    { field: "tradeName", old: "Old", new: null },
    { field: "tags", old: ["vip"], new: ["vip", "sul"] },
  ]);
});

test("of 50 concurrent updates of one version one succeeds, and the others receive the current values", async () => {
  const made = await makeCustomer(admin);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      admin.ask(UPDATE, { input: { id: made.id, version: 1, tradeName: `Editor ${index}` } }),
    ),
  );
  const refused = answers.flatMap((answer) => answer.errors ?? []);
  expect(refused).toHaveLength(49);
  for (const error of refused) {
    expect(error.extensions).toMatchObject({
      code: "CONFLICT",
      fields: ["tradeName"],
      current: { id: made.id, version: 2 },
    });
  }
});

test("a conflict uses the names of the schema and reveals no internals", async () => {
  const made = await makeCustomer(admin, {
    taxId: { country: "BR", value: "03.847.655/0001-98" },
    address: { street: "Rua A", number: "1", city: "Olinda", country: "BR" },
  });
  await admin.ask(UPDATE, {
    input: { id: made.id, version: 1, address: { number: "2", country: "BR" } },
  });
  const { errors } = await admin.ask(UPDATE, {
    input: {
      id: made.id,
      version: 1,
      address: { street: "Rua B", number: "3", country: "BR" },
      taxId: { country: "PT", value: "501964843" },
      externalIds: [{ source: "erp", value: "conflict" }],
    },
  });
  const { fields, current } = errors?.[0]?.extensions ?? {};
  expect(fields).toEqual(["taxId", "address", "externalIds"]);
  expect(current).toMatchObject({
    id: made.id,
    version: 2,
    displayName: "Padaria São João Ltda",
    taxId: {
      country: "BR",
      kind: "CNPJ",
      value: "03847655000198",
      formatted: "03.847.655/0001-98",
    },
    address: { street: "Rua A", number: "2", city: "Olinda", country: "BR" },
  });
  for (const column of ["streetNumber", "taxIdValue", "statusBeforeArchive"]) {
    expect(current).not.toHaveProperty(column);
  }
});

describe("the list", () => {
  let names: TestServer;
  let reader: Caller;
  beforeAll(async () => {
    names = await startServer();
    reader = await names.signIn("admin");
    for (const legalName of ["Ágata", "Ângela", "árvore", "Zebra", "Émile", "Óptica São Bento"]) {
      await makeCustomer(reader, { legalName });
    }
    await makeCustomer(reader, {
      legalName: "Numbers",
      taxId: { country: "BR", value: "11.222.333/0001-81" },
      phone: "(11) 98765-4321",
    });
  });
  afterAll(() => names.close());

  const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $search: String, $orderBy: CustomerOrder) {
    customers(first: $first, after: $after, last: $last, before: $before, search: $search, orderBy: $orderBy) {
      totalCount nodes { legalName } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  interface Page {
    customers: {
      totalCount: number;
      nodes: { legalName: string }[];
      pageInfo: {
        hasNextPage: boolean;
        hasPreviousPage: boolean;
        startCursor: string;
        endCursor: string;
      };
    };
  }

  test("of 20 concurrent updates of external ids one succeeds, and each success makes a new version", async () => {
    const customer = await makeCustomer(admin, {
      externalIds: [{ source: "erp", value: "first" }],
    });
    const edit = (version: number, id: string) =>
      admin.ask<{ updateCustomer: { customer: { version: number } } }>(
        "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { version } } }",
        { input: { id: customer.id, version, externalIds: [{ source: "erp", value: id }] } },
      );
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => edit(customer.version, `race-${index}`)),
    );
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "OK");
    expect(codes.filter((code) => code === "OK")).toHaveLength(1);
    expect(codes.filter((code) => code === "CONFLICT")).toHaveLength(19);
    const again = `race-${codes.indexOf("OK")}`;
    expect((await edit(customer.version + 1, again)).data.updateCustomer.customer.version).toBe(
      customer.version + 1,
    );
    const { rows } = await server.app.database.pool.query(
      "SELECT action, changes FROM activity WHERE record_id = $1 ORDER BY id",
      [customer.id],
    );
    expect(rows).toEqual([
      {
        action: "created",
        changes: expect.arrayContaining([{ field: "externalIds", old: [], new: ["erp:first"] }]),
      },
      {
        action: "updated",
        changes: [{ field: "externalIds", old: ["erp:first"], new: [`erp:${again}`] }],
      },
    ]);
  });

  test("pages follow cursors in both directions, ignoring accents", async () => {
    const ordered = ["Ágata", "Ângela", "árvore", "Émile", "Numbers", "Óptica São Bento", "Zebra"];
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const { data } = await reader.ask<Page>(PAGE, { first: 3, after });
      seen.push(...data.customers.nodes.map((node) => node.legalName));
      expect(data.customers.totalCount).toBe(7);
      if (!data.customers.pageInfo.hasNextPage) break;
      after = data.customers.pageInfo.endCursor;
    }
    expect(seen).toEqual(ordered);
    const last = await reader.ask<Page>(PAGE, { last: 2 });
    expect(last.data.customers.nodes.map((node) => node.legalName)).toEqual(ordered.slice(-2));
    expect(last.data.customers.pageInfo).toMatchObject({
      hasPreviousPage: true,
      hasNextPage: false,
    });
    const before = await reader.ask<Page>(PAGE, {
      last: 2,
      before: last.data.customers.pageInfo.startCursor,
    });
    expect(before.data.customers.nodes.map((node) => node.legalName)).toEqual(ordered.slice(3, 5));
  });

  test.each([
    ["sao", ["Óptica São Bento"]],
    ["OPTICA bento", ["Óptica São Bento"]],
    ["11.222.333/0001", ["Numbers"]],
    ["98765-4321", ["Numbers"]],
    ["100%", []],
    ["nothing", []],
  ])("finds by %s", async (search, found) => {
    const { data } = await reader.ask<Page>(PAGE, { search });
    expect(data.customers.nodes.map((node) => node.legalName)).toEqual(found);
  });

  test("pages that are too long and foreign cursors are refused", async () => {
    const long = await reader.ask(PAGE, { first: 101 });
    expect(long.errors?.[0]?.extensions).toMatchObject({
      code: "VALIDATION_FAILED",
      issues: [{ path: "first" }],
    });
    const junk = await reader.ask(PAGE, { after: "junk" });
    expect(junk.errors?.[0]?.extensions).toMatchObject({
      issues: [{ path: "after", code: "invalid_cursor" }],
    });
  });
});

test("a jump into the list returns the cursor before any row, in both directions", async () => {
  for (const name of ["b", "d", "a", "e", "c"]) {
    await makeCustomer(admin, { legalName: `Jump ${name}`, tags: ["jump"] });
  }
  const jump = (row: number, direction: "ASC" | "DESC") =>
    admin.ask<{ customerCursorAt: string | null }>(
      `query ($row: Int!, $orderBy: CustomerOrder) {
        customerCursorAt(row: $row, filter: { tags: ["jump"] }, orderBy: $orderBy)
      }`,
      { row, orderBy: { field: "LEGAL_NAME", direction } },
    );
  const pageAfter = async (after: string | null, direction: "ASC" | "DESC") =>
    (
      await admin.ask<{ customers: { nodes: { legalName: string }[] } }>(
        `query ($after: String, $orderBy: CustomerOrder) {
          customers(first: 2, after: $after, filter: { tags: ["jump"] }, orderBy: $orderBy) { nodes { legalName } }
        }`,
        { after, orderBy: { field: "LEGAL_NAME", direction } },
      )
    ).data.customers.nodes.map(({ legalName }) => legalName);
  for (const direction of ["ASC", "DESC"] as const) {
    const names = ["a", "b", "c", "d", "e"].map((name) => `Jump ${name}`);
    if (direction === "DESC") names.reverse();
    for (const row of [0, 1, 3, 4]) {
      const { data } = await jump(row, direction);
      expect(await pageAfter(data.customerCursorAt, direction)).toEqual(names.slice(row, row + 2));
    }
  }
  expect((await jump(77, "ASC")).data.customerCursorAt).toBeNull();
  const { errors } = await jump(-1, "ASC");
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "VALIDATION_FAILED",
    issues: [{ path: "row", code: "out_of_range" }],
  });
});

test("an external id that is given more than once is reported by its position", async () => {
  const externalIds = [
    { source: "erp", value: "twice" },
    { source: "crm", value: "twice" },
    { source: "erp", value: " twice" },
  ];
  const { errors } = await admin.ask(
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
    { input: { legalName: "Twice", address: { city: "Recife", country: "BR" }, externalIds } },
  );
  expect(errors?.[0]?.extensions.issues).toMatchObject([
    { path: "externalIds.2", code: "repeated" },
  ]);
});

test("customerBy finds by every key and requires exactly one", async () => {
  const made = await makeCustomer(admin, {
    taxId: { country: "BR", value: "529.982.247-25" },
    email: "Ana@Example.com",
    externalIds: [{ source: "erp", value: "77" }],
  });
  const BY = `query ($key: CustomerKey!) { customerBy(key: $key) { id externalIds { source value } } }`;
  for (const key of [
    { number: made.number.toLowerCase() },
    { taxId: { country: "BR", value: "52998224725" } },
    { externalId: { source: "erp", value: "77" } },
    { externalId: { source: " erp ", value: "77 " } },
    { email: "ana@example.com" },
  ]) {
    const { data } = await admin.ask<{ customerBy: { id: string } }>(BY, { key });
    expect(data.customerBy).toMatchObject({
      id: made.id,
      externalIds: [{ source: "erp", value: "77" }],
    });
  }
  const mistyped = await admin.ask(BY, {
    key: { taxId: { country: "BR", value: "529.982.247-26" } },
  });
  expect(mistyped.errors?.[0]?.extensions).toMatchObject({
    code: "VALIDATION_FAILED",
    issues: [{ path: "key.taxId.value", code: "invalid_tax_id" }],
  });
  const none = await admin.ask(BY, { key: {} });
  expect(none.errors?.[0]?.extensions.code).toBe("VALIDATION_FAILED");
});

test("node finds any record and returns null for an unknown one", async () => {
  const made = await makeCustomer(admin);
  const { data } = await admin.ask<{ nodes: unknown[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }`,
    { ids: [made.id, "01890000-0000-7000-8000-000000000000", admin.userId] },
  );
  expect(data.nodes).toEqual([
    { id: made.id, __typename: "Customer" },
    null,
    { id: admin.userId, __typename: "User" },
  ]);
  const wrong = await admin.ask(`{ node(id: "42") { id } }`);
  expect(wrong.errors?.[0]?.extensions).toMatchObject({
    issues: [{ path: "id", code: "invalid_id" }],
  });
});

test("an unauthenticated request is refused before the query is parsed", async () => {
  const answer = await server.stranger.ask("{ this is not even GraphQL");
  expect(answer.status).toBe(401);
  expect(answer.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
});

test("a viewer reads and cannot write", async () => {
  const viewer = await server.signIn("viewer");
  const read = await viewer.ask<{ customers: { totalCount: number } }>(
    "{ customers { totalCount } }",
  );
  expect(read.data.customers.totalCount).toBeGreaterThan(0);
  const write = await viewer.ask(CREATE, {
    input: { legalName: "No", address: { city: "Recife", country: "BR" } },
  });
  expect(write.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("finance writes the legal and billing data of a customer, and nothing else", async () => {
  const made = await makeCustomer(admin);
  const finance = await server.signIn("finance");
  const billing = await finance.ask<{ updateCustomer: { customer: object } }>(UPDATE, {
    input: {
      id: made.id,
      version: 1,
      legalName: "Nova Razão Ltda",
      address: { city: "Recife", country: "BR" },
    },
  });
  expect(billing.data.updateCustomer.customer).toMatchObject({
    legalName: "Nova Razão Ltda",
    version: 2,
  });
  const more = await finance.ask(UPDATE, {
    input: { id: made.id, version: 2, legalName: "X", tags: ["vip"] },
  });
  expect(more.errors?.[0]?.extensions).toMatchObject({
    code: "FORBIDDEN",
    permission: "customers:write",
  });
});
