import { type Answer, type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../../test/support/refusals.js";
import { makeCustomer } from "../customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

interface Result {
  status: string;
  record: { id: string; legalName: string; version: number; [field: string]: unknown } | null;
  issues: { path: string; code: string; message: string }[];
  existing: { id: string } | null;
}

interface Payload {
  upsertCustomers: { results: Result[] };
}

const upsert = (items: object[], source = "erp", caller = admin): Promise<Answer<Payload>> =>
  caller.ask<Payload>(
    `mutation ($input: UpsertCustomersInput!) {
      upsertCustomers(input: $input) {
        results {
          status issues { path code message } existing { id }
          record { id legalName version status phone tags notes address { city country } taxId { value } externalIds(first: 5) { source value } }
        }
      }
    }`,
    {
      input: {
        items: items.map((one) => ({
          ...one,
          externalId: { source, value: Object(one).externalId },
        })),
      },
    },
  );

async function resultsOf(items: object[], source?: string): Promise<Result[]> {
  const { data, errors } = await upsert(items, source);
  expect(errors).toBeUndefined();
  return data.upsertCustomers.results;
}

const item = (externalId: string, more: object = {}) => ({
  externalId,
  legalName: `Cliente ${externalId}`,
  address: { country: "BR" },
  ...more,
});

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

async function historyOf(id: string | undefined) {
  const { data } = await admin.ask<{ customer: { activity: { nodes: object[] } } }>(
    `query ($id: ID!) { customer(id: $id) { activity { nodes { action changes { field oldValue newValue } } } } }`,
    { id },
  );
  return data.customer.activity.nodes;
}

test("the same items make customers, then find them as they are, then change what differs", async () => {
  const items = [
    item("a1", { phone: "(11) 98765-4321", tags: ["vip"], notes: "Keep" }),
    item("a2", { taxId: { country: "BR", value: "11.222.333/0001-81" }, status: "LEAD" }),
  ];
  const made = await resultsOf(items);
  expect(made).toMatchObject([
    {
      status: "CREATED",
      issues: [],
      record: {
        version: 1,
        status: "ACTIVE",
        phone: "+5511987654321",
        tags: ["vip"],
        externalIds: [{ source: "erp", value: "a1" }],
      },
    },
    { status: "CREATED", record: { status: "LEAD", taxId: { value: "11222333000181" } } },
  ]);
  const again = await resultsOf(items);
  expect(again.map((one) => [one.status, one.record?.id, one.record?.version])).toEqual(
    made.map((one) => ["UNCHANGED", one.record?.id, 1]),
  );
  const [changed, same] = await resultsOf([
    { externalId: "a1", legalName: "Novo nome", notes: null },
    { externalId: "a2" },
  ]);
  expect(changed).toMatchObject({
    status: "UPDATED",
    record: { legalName: "Novo nome", notes: null, tags: ["vip"], version: 2 },
  });
  expect(same?.status).toBe("UNCHANGED");
  expect(await historyOf(made[0]?.record?.id)).toMatchObject([
    {
      action: "updated",
      changes: [
        { field: "legalName", oldValue: "Cliente a1", newValue: "Novo nome" },
        { field: "notes", oldValue: "Keep", newValue: null },
      ],
    },
    {
      action: "created",
      changes: expect.arrayContaining([
        { field: "externalIds", oldValue: [], newValue: ["erp:a1"] },
      ]),
    },
  ]);
});

test("what is wrong with an item keeps out that item and no other", async () => {
  const holder = await makeCustomer(admin, {
    taxId: { country: "BR", value: "390.533.447-05" },
    externalIds: [{ source: "erp", value: "b0" }],
  });
  const trashed = (await resultsOf([item("gone")]))[0]?.record;
  await admin.ask(
    `mutation ($ids: [ID!]!) { deleteCustomers(input: { ids: $ids }) { customers { id } } }`,
    { ids: [trashed?.id] },
  );
  const results = await resultsOf([
    item("b1", { email: "nobody" }),
    item("b2", { legalName: null, address: null }),
    item("b3", { taxId: { country: "BR", value: "11.222.333/0001-82" } }),
    item("b4", { taxId: { country: "BR", value: "39053344705" } }),
    item("b5", { ownerId: NO_ID }),
    item("b6", { status: "ARCHIVED" }),
    item("b7"),
    item("gone"),
    item("b8", { taxId: { country: "PT", value: "501964843" } }),
    item("b9", { taxId: { country: "PT", value: "PT 501 964 843" } }),
    item(" "),
  ]);
  expect(
    results.map(
      (one) => one.issues.map(({ path, code }) => `${path} ${code}`).join() || one.status,
    ),
  ).toEqual([
    "email invalid_email",
    "legalName required",
    "taxId.value invalid_tax_id",
    "taxId tax_id_taken",
    "ownerId unknown_user",
    "status archive_instead",
    "CREATED",
    "CREATED",
    "CREATED",
    "taxId tax_id_taken",
    "externalId.value required",
  ]);
  expect(results[3]).toMatchObject({ record: null, existing: { id: holder.id } });
  expect(results[3]?.issues[0]?.message).toContain(holder.number);
  // The customer of the item before, as it was made just now.
  expect(results[9]).toMatchObject({ record: null, existing: { id: results[8]?.record?.id } });
  expect(results[9]?.issues[0]?.message).toMatch(/^is the tax ID of Cliente b8 \(C-\d{6}\)$/);
});

test("an id that comes twice changes what it made, which is written once", async () => {
  const taxId = { country: "BR", value: "45.723.174/0001-10" };
  const results = await resultsOf([
    item("d1", { notes: "first", taxId, phone: "(11) 98765-4321" }),
    { externalId: "d1", notes: "second", tags: ["t"], address: { city: "Olinda", country: "BR" } },
    { externalId: " d1 ", notes: "second", website: null },
    { externalId: "d1", email: "nobody" },
    { externalId: "d1", taxId: null },
    // It was given up, so that another may have it.
    item("d2", { taxId }),
    { externalId: "d1", taxId },
    item("d3", { taxId }),
    // Not made, so that it is new once more.
    { externalId: "d3", notes: "No name" },
    item("d3"),
  ]);
  expect(
    results.map(
      (one) => one.issues.map(({ path, code }) => `${path} ${code}`).join() || one.status,
    ),
  ).toEqual([
    "CREATED",
    "UPDATED",
    "UNCHANGED",
    "email invalid_email",
    "UPDATED",
    "CREATED",
    "taxId tax_id_taken",
    "taxId tax_id_taken",
    "legalName required",
    "CREATED",
  ]);
  const [first, second] = results;
  expect(second?.record).toEqual(first?.record);
  expect(first?.record).toMatchObject({
    version: 1,
    legalName: "Cliente d1",
    notes: "second",
    tags: ["t"],
    phone: "+5511987654321",
    address: { city: "Olinda" },
    taxId: null,
  });
  for (const refused of results.slice(6, 8)) {
    expect(refused.existing).toEqual({ id: results[5]?.record?.id });
  }
  expect(await historyOf(first?.record?.id)).toMatchObject([{ action: "created" }]);
});

test("issues are in the caller's language", async () => {
  const { data } = await admin.ask<Payload>(
    `mutation { upsertCustomers(input: { items: [{ externalId: { source: "erp", value: "pt" } }] }) { results { issues { message } } } }`,
    {},
    { "accept-language": "pt-BR" },
  );
  expect(data.upsertCustomers.results[0]?.issues[0]).toEqual({ message: "é obrigatório" });
});

test("ids of two systems are two customers, and two ids can be one", async () => {
  const [one] = await resultsOf([item("c1")], "crm");
  const [other] = await resultsOf([item("c1")], "shop");
  expect(other?.status).toBe("CREATED");
  expect(other?.record?.id).not.toBe(one?.record?.id);

  const twice = await makeCustomer(admin, {
    legalName: "Twice",
    externalIds: [
      { source: "shop", value: "x1" },
      { source: "shop", value: "x2" },
    ],
  });
  const results = await resultsOf(
    [
      { externalId: "x1", notes: "first", tags: ["t"] },
      { externalId: "x2", notes: "second" },
      { externalId: "x2", notes: "second" },
    ],
    "shop",
  );
  expect(results.map((result) => result.status)).toEqual(["UPDATED", "UPDATED", "UNCHANGED"]);
  for (const { record } of results) {
    expect(record).toMatchObject({ id: twice.id, version: 2, notes: "second", tags: ["t"] });
  }
});

test("ten upserts of the same new customers at once make each of them once", async () => {
  const items = Array.from({ length: 20 }, (_, n) => item(`race-${n}`));
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => upsert(n % 2 ? items : items.toReversed(), "race")),
  );
  const outcomes = answers.flatMap(({ data }) =>
    data.upsertCustomers.results.map((one) => `${one.status} ${one.record?.legalName}`),
  );
  expect(outcomes.filter((one) => one.startsWith("CREATED")).sort()).toEqual(
    items.map((one) => `CREATED ${one.legalName}`).sort(),
  );
  expect(outcomes.filter((one) => one.startsWith("UNCHANGED"))).toHaveLength(180);
});

test("six systems that send one tax ID at once make one customer, which each finds by its own id", async () => {
  const taxId = { country: "BR", value: "52998224725" };
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) => upsert([item("tax", { taxId })], `system-${n}`)),
  );
  const results = answers.map(({ data }) => data.upsertCustomers.results[0]);
  expect(results.map((result) => result?.status).sort()).toEqual([
    "CREATED",
    ...Array(5).fill("UPDATED"),
  ]);
  expect(new Set(results.map((result) => result?.record?.id)).size).toBe(1);
  const [again] = await resultsOf([{ externalId: "tax" }], "system-0");
  expect(again?.record?.externalIds).toHaveLength(5);
  expect(await historyOf(again?.record?.id)).toHaveLength(6);
});

test("an id that nobody has is given to the customer with its tax ID, unless that has one of the same system", async () => {
  const taxId = { country: "PT", value: "503504564" };
  const { id } = await makeCustomer(admin, { taxId });
  const results = await resultsOf(
    [
      { externalId: "t1", taxId, notes: "found" },
      { externalId: "t1", notes: "found" },
      item("t2", { taxId }),
      { externalId: "t1", taxId: null },
    ],
    "till",
  );
  expect(results.map((one) => one.issues[0]?.code ?? one.status)).toEqual([
    "UPDATED",
    "UNCHANGED",
    "tax_id_taken",
    "UPDATED",
  ]);
  expect(results[0]?.record).toMatchObject({ id, version: 2, notes: "found" });
  expect(results[0]?.record?.externalIds).toEqual([{ source: "till", value: "t1" }]);
  expect(await historyOf(id)).toMatchObject([
    {
      changes: expect.arrayContaining([
        { field: "externalIds", oldValue: [], newValue: ["till:t1"] },
      ]),
    },
    { action: "created" },
  ]);
});

test("a thousand items take as many statements as one", async () => {
  const items = Array.from({ length: 1000 }, (_, n) => item(`n${n}`, { ownerId: admin.userId }));
  const created = [await upsert([item("single", { ownerId: admin.userId })]), await upsert(items)];
  const changes = (all: { externalId: string }[]) =>
    all.map(({ externalId }) => ({ externalId, ownerId: admin.userId, notes: "changed" }));
  const updated = [await upsert(changes([item("single")])), await upsert(changes(items))];
  for (const [one, many] of [created, updated]) {
    expect(many?.errors).toBeUndefined();
    expect(many?.data.upsertCustomers.results).toHaveLength(1000);
    expect(statementsOf(many as Answer<Payload>)).toBe(statementsOf(one as Answer<Payload>));
  }
  expect(issuesOf(await upsert([...items, item("one more")]))).toEqual(["items too_many"]);
});

test("who may not write customers upserts none", async () => {
  const viewer = await server.signIn("viewer");
  expect(codeOf(await upsert([item("v")], "erp", viewer))).toBe("FORBIDDEN");
  const [unnamed] = await resultsOf([item("v")], " ");
  expect(unnamed?.issues).toMatchObject([{ path: "externalId.source", code: "required" }]);
});
