import sql from "sql-template-tag";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { codeOf, issuesOf } from "../../../../test/support/refusals.js";
import { makeContact } from "../../contacts/contact.factory.js";
import { type MadeCustomer, makeCustomer } from "../customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

interface Reach {
  id: string;
  version: number;
  email: string | null;
  emails: { address: string; label: string | null; isMain: boolean }[];
  phone: string | null;
  phones: { number: string; label: string | null; isMain: boolean }[];
}

const REACH =
  "id version email emails { address label isMain } phone phones { number label isMain }";
const UPDATE = {
  customer: `mutation ($input: UpdateCustomerInput!) { changed: updateCustomer(input: $input) { record: customer { ${REACH} } } }`,
  contact: `mutation ($input: UpdateContactInput!) { changed: updateContact(input: $input) { record: contact { ${REACH} } } }`,
};

const change = (
  kind: keyof typeof UPDATE,
  record: { id: string; version: number },
  input: object,
) =>
  admin.ask<{ changed: { record: Reach } }>(UPDATE[kind], {
    input: { id: record.id, version: record.version, ...input },
  });

async function changed(
  kind: keyof typeof UPDATE,
  record: { id: string; version: number },
  input: object,
): Promise<Reach> {
  const { data, errors } = await change(kind, record, input);
  expect(errors).toBeUndefined();
  return data.changed.record;
}

async function changesOf(recordId: string) {
  const { data } = await admin.ask<{
    node: { activity: { nodes: { changes: { field: string; old: unknown; new: unknown }[] }[] } };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Customer { activity(first: 1) { nodes { changes { field old new } } } } } }`,
    { id: recordId },
  );
  return data.node.activity.nodes[0]?.changes;
}

let count = 0;
/** E-mail addresses that no other test uses. */
const addresses = (...names: string[]) => {
  count += 1;
  return names.map((name) => `${name}@points-${count}.example`);
};

const entries = (list: readonly string[], label: string | null = null) =>
  list.map((address, index) => ({ address, label, isMain: index === 0 }));

const owners: [kind: keyof typeof UPDATE, make: () => Promise<{ id: string; version: number }>][] =
  [
    ["customer", () => makeCustomer(admin, { address: { city: "Recife", country: "BR" } })],
    [
      "contact",
      async () =>
        makeContact(
          admin,
          (await makeCustomer(admin, { address: { city: "Recife", country: "BR" } })).id,
        ),
    ],
  ];

describe.each(owners)("a %s", (kind, make) => {
  test("has several e-mail addresses and phones in order, the first of which is the main one", async () => {
    const [a, b] = addresses("a", "B");
    const record = await changed(kind, await make(), {
      emails: [
        { address: a, label: " Work " },
        { address: b, label: "Nota fiscal" },
      ],
      phones: [
        { number: "(11) 98765-4321", label: "MOBILE" },
        { number: "11 3456-7890" },
        { number: "+351 912 345 678", label: "" },
      ],
    });
    expect(record).toMatchObject({
      email: a,
      emails: [
        { address: a, label: "work", isMain: true },
        { address: b, label: "Nota fiscal", isMain: false },
      ],
      phone: "+5511987654321",
      phones: [
        { number: "+5511987654321", label: "mobile", isMain: true },
        { number: "+551134567890", label: null, isMain: false },
        { number: "+351912345678", label: null, isMain: false },
      ],
    });
  });

  test("keeps the further ones when the main one is written alone", async () => {
    const [a, b, c] = addresses("a", "b", "c");
    const list = [{ address: a, label: "work" }, { address: b }];
    const record = await changed(kind, await make(), { emails: list });
    const replaced = await changed(kind, record, { email: c });
    expect(replaced.emails).toEqual([
      { address: c, label: "work", isMain: true },
      { address: b, label: null, isMain: false },
    ]);
    const moved = await changed(kind, replaced, { email: b });
    expect(moved.emails).toEqual([
      { address: b, label: null, isMain: true },
      { address: c, label: "work", isMain: false },
    ]);
    const next = await changed(kind, moved, { email: null });
    expect(next.emails).toEqual([{ address: c, label: "work", isMain: true }]);
    const none = await changed(kind, next, { emails: null, phones: [] });
    expect(none).toMatchObject({ email: null, emails: [], phone: null, phones: [] });
  });

  test("is left as it is by a list that contradicts the main one, repeats one, or is too long", async () => {
    const [a, b] = addresses("a", "b");
    const record = await make();
    const refusedWith = async (input: object) => issuesOf(await change(kind, record, input));
    expect(await refusedWith({ email: b, emails: [{ address: a }, { address: b }] })).toEqual([
      "email not_first",
    ]);
    expect(await refusedWith({ emails: [{ address: a }, { address: a?.toUpperCase() }] })).toEqual([
      "emails.1.address repeated",
    ]);
    expect(
      await refusedWith({ phones: [{ number: "11 98765-4321" }, { number: "+5511987654321" }] }),
    ).toEqual(["phones.1.number repeated"]);
    const many = Array.from({ length: 21 }, (_, index) => ({ address: `${index}${a}` }));
    expect(await refusedWith({ emails: many })).toEqual(["emails too_many"]);
    const kept = await changed(kind, record, { emails: many.slice(0, 20) });
    expect(kept.version).toBe(record.version + 1);
    expect(kept.emails).toEqual(entries(many.slice(0, 20).map(({ address }) => address)));
  });
});

test("the history and a conflict name the lists as the graph does", async () => {
  const [a, b] = addresses("a", "b");
  const customer = await makeCustomer(admin, { email: a });
  const same = { emails: [{ address: a }] };
  expect((await changed("customer", customer, same)).version).toBe(customer.version);
  await changed("customer", customer, {
    emails: [
      { address: a, label: "work" },
      { address: b, label: "home" },
    ],
  });
  expect(await changesOf(customer.id)).toEqual([
    { field: "emails.label", old: null, new: "work" },
    { field: "emails", old: null, new: `${b} (home)` },
  ]);
  const stale = await change("customer", customer, { emails: [] });
  expect(codeOf(stale)).toBe("CONFLICT");
  expect(stale.errors?.[0]?.extensions).toMatchObject({
    fields: ["email", "emails"],
    current: {
      email: a,
      emails: [
        { address: a, label: "work" },
        { address: b, label: "home" },
      ],
    },
  });
});

test("a customer is found by each of its e-mail addresses and phones", async () => {
  const [a, b] = addresses("find.main", "Find.Other");
  const { id } = await makeCustomer(admin, {
    emails: [{ address: a }, { address: b }],
    phones: [{ number: "(81) 3333-1001" }, { number: "(81) 3333-1002" }],
  });
  const { data } = await admin.ask<Record<string, { id: string } | { id: string }[]>>(
    `query ($other: EmailAddress!, $main: EmailAddress!) {
      one: customerBy(key: { email: $other }) { id }
      several: customersBy(keys: [{ email: $main }, { email: $other }]) { id }
    }`,
    { main: a, other: b?.toUpperCase() },
  );
  expect(data).toEqual({ one: { id }, several: [{ id }, { id }] });
  for (const search of ["find.other", "8133331002", "3333-1002"]) {
    const found = await admin.ask<{ customers: { nodes: { id: string }[] } }>(
      "query ($search: String) { customers(search: $search) { nodes { id } } }",
      { search },
    );
    expect({ search, ids: found.data.customers.nodes.map((one) => one.id) }).toEqual({
      search,
      ids: [id],
    });
  }
});

test("customers with an e-mail address as their main one come before others", async () => {
  const [shared, own] = addresses("shared", "own");
  await makeCustomer(admin, { emails: [{ address: own }, { address: shared }] });
  const main = await makeCustomer(admin, { email: shared });
  const { data } = await admin.ask<Record<string, unknown>>(
    `query ($email: EmailAddress!) {
      customerBy(key: { email: $email }) { id } customersBy(keys: [{ email: $email }]) { id }
    }`,
    { email: shared },
  );
  expect(data).toEqual({ customerBy: { id: main.id }, customersBy: [{ id: main.id }] });
});

test("customers with any e-mail address or phone in common may be duplicates", async () => {
  const [a, b, c] = addresses("a", "b", "c");
  const one = await makeCustomer(admin, {
    legalName: "Zebra Um",
    emails: [{ address: a }, { address: b }],
    phones: [{ number: "(81) 3333-2001" }, { number: "(81) 3333-2002" }],
  });
  await makeCustomer(admin, {
    legalName: "Outra Coisa",
    emails: [{ address: c }, { address: b?.toUpperCase() }],
    phones: [{ number: "(81) 3333-2003" }, { number: "(81) 3333-2002" }],
    address: { city: "Natal", country: "BR" },
  });
  const { data } = await admin.ask<{ duplicateCandidates: { nodes: { reasons: string[] }[] } }>(
    "query ($id: ID) { duplicateCandidates(customerId: $id) { nodes { reasons } } }",
    { id: one.id },
  );
  expect(data.duplicateCandidates.nodes).toEqual([{ reasons: ["SAME_EMAIL", "SAME_PHONE"] }]);
  const likely = await admin.ask<{
    likelyDuplicates: { customer: { id: string }; reasons: string[] }[];
  }>(
    `query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { customer { id } reasons } }`,
    { input: { email: b, phone: "81 3333-2001", country: "BR" } },
  );
  expect(likely.data.likelyDuplicates[0]).toMatchObject({
    customer: { id: one.id },
    reasons: expect.arrayContaining(["SAME_EMAIL", "SAME_PHONE"]),
  });
});

test("a merge keeps the e-mail addresses and phones of all, and undoing it gives them back", async () => {
  const [a, b, c] = addresses("a", "b", "c");
  const customers = [
    await makeCustomer(admin, { emails: [{ address: a, label: "work" }, { address: b }] }),
    await makeCustomer(admin, {
      emails: [{ address: c }, { address: b?.toUpperCase(), label: "home" }],
      phone: "(81) 3333-3001",
    }),
  ] as const;
  const [survivor, other] = customers;
  const merged = await admin.ask<{ mergeCustomers: { merge: { id: string }; customer: Reach } }>(
    `mutation ($input: MergeCustomersInput!) { mergeCustomers(input: $input) { merge { id } customer { ${REACH} } } }`,
    {
      input: {
        survivorId: survivor.id,
        version: survivor.version,
        mergedIds: [other.id],
        fields: [{ field: "EMAIL", from: other.id }],
      },
    },
  );
  expect(merged.data.mergeCustomers.customer).toMatchObject({
    emails: [
      { address: c, label: null, isMain: true },
      { address: b?.toUpperCase().replace(/@.*/, (domain) => domain.toLowerCase()), label: "home" },
      { address: a, label: "work" },
    ],
    phones: [{ number: "+558133333001", label: null, isMain: true }],
  });
  await admin.ask(`mutation ($id: ID!) { undoMerge(input: { id: $id }) { merge { id } } }`, {
    id: merged.data.mergeCustomers.merge.id,
  });
  const { data } = await admin.ask<{ nodes: Reach[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer { ${REACH} } } }`,
    { ids: customers.map(({ id }) => id) },
  );
  expect(data.nodes.map(({ emails }) => emails.map((entry) => entry.address))).toEqual([
    [a, b],
    [c, expect.stringMatching(/^B@/)],
  ]);
  expect(data.nodes[0]?.phones).toEqual([]);
});

test("an upsert writes the lists, and says that nothing changed when they come again", async () => {
  const [a, b] = addresses("a", "b");
  const item = {
    externalId: { source: "crm", value: a },
    legalName: "Upserted",
    emails: [{ address: a, label: "work" }, { address: b }],
  };
  const upsert = async (items: object[]) => {
    const { data, errors } = await admin.ask<{
      upsertCustomers: { results: { status: string; record: Reach | null }[] };
    }>(
      `mutation ($input: UpsertCustomersInput!) { upsertCustomers(input: $input) { results { status record { ${REACH} } } } }`,
      { input: { items } },
    );
    expect(errors).toBeUndefined();
    return data.upsertCustomers.results;
  };
  const plain = { externalId: { source: "crm", value: b }, legalName: "Without any" };
  expect(await upsert([item, plain])).toMatchObject([
    { status: "CREATED", record: { emails: [{ label: "work" }, { address: b }] } },
    { status: "CREATED", record: { emails: [] } },
  ]);
  expect(await upsert([item, { ...plain, email: b }])).toMatchObject([
    { status: "UNCHANGED" },
    { status: "UPDATED", record: { email: b } },
  ]);
});

test("the database takes no further e-mail address or phone without a main one", async () => {
  const { id }: MadeCustomer = await makeCustomer(admin);
  for (const list of ["further_emails", "further_phones"]) {
    const statement = `UPDATE customers SET ${list} = '[{"value": "x"}]' WHERE id = '${id}'`;
    await expect(server.asOwner(statement)).rejects.toThrow("_first");
  }
  const row = await server.db.row(sql`
    SELECT further_emails FROM customers WHERE id = ${id}::uuid`);
  expect(row).toEqual({ further_emails: null });
});
