import { limitedPerson } from "../../../../test/recordAccess/limitedPeople.js";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { codeOf, issuesOf } from "../../../../test/support/refusals.js";
import { worth } from "../../documents/line.factory.js";
import { makeInvoice } from "../../invoices/invoice.factory.js";
import { type MadeCustomer, makeCustomer } from "../customer.factory.js";

let server: TestServer;
let admin: Caller;
let seller: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  seller = await limitedPerson(server, "OWN");
});
afterAll(() => server.close());

const UPDATE = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id version parent { id } } } }`;
const GROUP = `query ($id: ID!) { customer(id: $id) { version parent { id } proposedParent { id }
  subsidiaries(first: 10) { totalCount nodes { legalName } }
  summary { group { customers invoices { authorized { count amounts { amount currency } } } } } } }`;

interface Group {
  version: number;
  parent: { id: string } | null;
  proposedParent: { id: string } | null;
  subsidiaries: { totalCount: number; nodes: { legalName: string }[] };
  summary: {
    group: { customers: number; invoices: { authorized: { count: number; amounts: object[] } } };
  };
}

async function groupOf(id: string, caller = admin): Promise<Group> {
  const { data, errors } = await caller.ask<{ customer: Group }>(GROUP, { id });
  expect(errors).toBeUndefined();
  return data.customer;
}

async function join(child: MadeCustomer, parentId: string | null, caller = admin) {
  const { version } = await groupOf(child.id, caller);
  return caller.ask<{ updateCustomer: { customer: { parent: { id: string } | null } } }>(UPDATE, {
    input: { id: child.id, version, parentId },
  });
}

test("a group counts all that belong to a customer at any depth, and its list holds them", async () => {
  const holding = await makeCustomer(admin, { legalName: "Aurora Holding" });
  const branch = await makeCustomer(admin, { legalName: "Aurora Sul", parentId: holding.id });
  const shop = await makeCustomer(admin, { legalName: "Aurora Loja 1", parentId: branch.id });
  for (const { id } of [holding, branch, shop])
    await makeInvoice(admin, id, { status: "AUTHORIZED", currency: "EUR", lines: worth("100") });
  const group = await groupOf(holding.id);
  expect(group.subsidiaries).toEqual({ totalCount: 1, nodes: [{ legalName: "Aurora Sul" }] });
  expect(group.summary.group).toEqual({
    customers: 3,
    invoices: { authorized: { count: 3, amounts: [{ amount: "300.00", currency: "EUR" }] } },
  });
  const LISTS = `query ($ids: [ID!]!) {
    group: customers(filter: { groupIds: $ids }) { nodes { legalName } }
    direct: customers(filter: { parentIds: $ids }) { nodes { legalName } } }`;
  const { data } = await admin.ask(LISTS, { ids: [holding.id] });
  expect(data).toEqual({
    group: {
      nodes: ["Aurora Holding", "Aurora Loja 1", "Aurora Sul"].map((legalName) => ({ legalName })),
    },
    direct: { nodes: [{ legalName: "Aurora Sul" }] },
  });
  // While the one in the middle is in the trash, what is below belongs to nobody, and comes back with it.
  const trash =
    "mutation ($ids: [ID!]!) { deleteCustomers(input: { ids: $ids }) { customers { id } } }";
  const back =
    "mutation ($ids: [ID!]!) { restoreCustomers(input: { ids: $ids }) { customers { id } } }";
  const middle = await makeCustomer(admin, { legalName: "Middle", parentId: holding.id });
  const below = await makeCustomer(admin, { legalName: "Below", parentId: middle.id });
  expect((await admin.ask(trash, { ids: [middle.id] })).errors).toBeUndefined();
  expect((await groupOf(below.id)).parent).toBeNull();
  expect((await groupOf(holding.id)).summary.group.customers).toBe(3);
  expect((await admin.ask(back, { ids: [middle.id] })).errors).toBeUndefined();
  expect((await groupOf(below.id)).parent).toEqual({ id: middle.id });
  expect((await groupOf(holding.id)).summary.group.customers).toBe(5);
});

test("a customer belongs to no other that belongs to it, nor to one that is not there", async () => {
  const top = await makeCustomer(admin);
  const middle = await makeCustomer(admin, { parentId: top.id });
  const low = await makeCustomer(admin, { parentId: middle.id });
  for (const id of [top.id, middle.id, low.id])
    expect(issuesOf(await join(top, id))).toEqual(["parentId parent_circle"]);
  expect(issuesOf(await join(top, crypto.randomUUID()))).toEqual(["parentId unknown_record"]);
  expect(issuesOf(await join(top, "nobody"))).toEqual(["parentId invalid_id"]);
  expect((await join(middle, null)).errors).toBeUndefined();
  expect((await join(top, low.id)).data.updateCustomer.customer.parent).toEqual({ id: low.id });
});

test("changes at the same time close no circle, and none of them breaks", async () => {
  const ring = await Promise.all(Array.from({ length: 4 }, () => makeCustomer(admin)));
  const results = await Promise.all(
    ring.map((one, index) => join(one, ring[(index + 1) % ring.length]?.id ?? null)),
  );
  const refused = results.filter(({ errors }) => errors);
  expect(refused.map(issuesOf)).toEqual([["parentId parent_circle"]]);
});

test("the database refuses a circle whoever writes it", async () => {
  const top = await makeCustomer(admin);
  const low = await makeCustomer(admin, { parentId: top.id });
  const write = server.app.database.pool.query(
    "UPDATE customers SET parent_id = $1 WHERE id = $2",
    [low.id, top.id],
  );
  await expect(write).rejects.toThrow("would belong to itself");
});

test("upserts name parents, see what items before them leave, and refuse circles by the item", async () => {
  const top = await makeCustomer(admin);
  const UPSERT = `mutation ($items: [UpsertCustomerItem!]!) { upsertCustomers(input: { items: $items }) {
    results { status issues { path code } record { id parent { id } } } } }`;
  const item = (value: string, rest: object) => ({
    externalId: { source: "erp", value },
    legalName: value,
    address: { country: "BR", city: "Recife" },
    ...rest,
  });
  interface Upserts {
    upsertCustomers: {
      results: {
        status: string;
        issues: object[];
        record: { id: string; parent: object | null } | null;
      }[];
    };
  }
  const first = await admin.ask<Upserts>(UPSERT, {
    items: [
      item("G1", { parentId: top.id }),
      item("G2", {}),
      item("G3", { parentId: crypto.randomUUID() }),
    ],
  });
  const [one, two, three] = first.data.upsertCustomers.results;
  expect(one).toMatchObject({ status: "CREATED", record: { parent: { id: top.id } } });
  expect(three).toMatchObject({
    status: "FAILED",
    issues: [{ path: "parentId", code: "unknown_record" }],
  });
  const second = await admin.ask<Upserts>(UPSERT, {
    items: [item("G1", { parentId: two?.record?.id }), item("G2", { parentId: one?.record?.id })],
  });
  expect(second.data.upsertCustomers.results).toMatchObject([
    { status: "UPDATED", record: { parent: { id: two?.record?.id } } },
    { status: "FAILED", issues: [{ path: "parentId", code: "parent_circle" }] },
  ]);
});

test("whoever does not see a parent is answered as if there were none, and does not take it away", async () => {
  const hidden = await makeCustomer(admin, { ownerId: admin.userId });
  const own = await makeCustomer(admin, { ownerId: seller.userId, parentId: hidden.id });
  const changed = await join(own, null, seller);
  expect(changed.errors).toBeUndefined();
  expect((await groupOf(own.id, seller)).parent).toBeNull();
  expect((await groupOf(own.id)).parent).toEqual({ id: hidden.id });
  expect(issuesOf(await join(own, hidden.id, seller))).toEqual([]);
  const other = await makeCustomer(admin, { ownerId: seller.userId });
  expect(issuesOf(await join(other, hidden.id, seller))).toEqual(["parentId unknown_record"]);
  const HISTORY = `query ($id: ID!) { customer(id: $id) { activity(first: 20) { nodes { changes { field new } } } } }`;
  interface History {
    customer: { activity: { nodes: { changes: { field: string; new: string | null }[] }[] } };
  }
  const parentsIn = async (caller: Caller) =>
    (await caller.ask<History>(HISTORY, { id: own.id })).data.customer.activity.nodes
      .flatMap(({ changes }) => changes)
      .filter(({ field }) => field === "parentId");
  expect(await parentsIn(seller)).toEqual([]);
  expect(await parentsIn(admin)).toEqual([{ field: "parentId", new: "Padaria São João Ltda" }]);
});

test("a merge moves what belongs to the merged ones, makes no circle, and is undone", async () => {
  const top = await makeCustomer(admin);
  const merged = await makeCustomer(admin, { parentId: top.id });
  const survivor = await makeCustomer(admin, { parentId: merged.id });
  const child = await makeCustomer(admin, { parentId: merged.id });
  const MERGE = `mutation ($input: MergeCustomersInput!) { mergeCustomers(input: $input) { merge { id } customer { parent { id } } } }`;
  const { data, errors } = await admin.ask<{
    mergeCustomers: { merge: { id: string }; customer: { parent: object | null } };
  }>(MERGE, {
    input: { survivorId: survivor.id, version: survivor.version, mergedIds: [merged.id] },
  });
  expect(errors).toBeUndefined();
  expect(data.mergeCustomers.customer.parent).toEqual({ id: top.id });
  expect((await groupOf(child.id)).parent).toEqual({ id: survivor.id });
  const UNDO = "mutation ($id: ID!) { undoMerge(input: { id: $id }) { customer { id } } }";
  // What was above is put below meanwhile: that cannot be undone as it is.
  await join(survivor, null);
  await join(top, child.id);
  expect(codeOf(await admin.ask(UNDO, { id: data.mergeCustomers.merge.id }))).toBe(
    "VALIDATION_FAILED",
  );
  await join(top, null);
  expect((await admin.ask(UNDO, { id: data.mergeCustomers.merge.id })).errors).toBeUndefined();
  expect((await groupOf(child.id)).parent).toEqual({ id: merged.id });
  expect((await groupOf(merged.id)).parent).toEqual({ id: top.id });
});

test("the head office is proposed to branches by their CNPJ", async () => {
  const head = await makeCustomer(admin, { taxId: { country: "BR", value: "11.444.777/0001-61" } });
  const branch = await makeCustomer(admin, {
    taxId: { country: "BR", value: "11.444.777/0002-42" },
  });
  expect((await groupOf(branch.id)).proposedParent).toEqual({ id: head.id });
  expect((await groupOf(head.id)).proposedParent).toBeNull();
  await join(branch, head.id);
  expect((await groupOf(branch.id)).proposedParent).toBeNull();
});
