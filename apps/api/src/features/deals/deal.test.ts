import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeDeal } from "./deal.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const CREATE = `mutation ($input: CreateDealInput!) {
  createDeal(input: $input) {
    deal { id version title stage value { amount currency } probability expectedCloseOn owner { id } customer { id } }
  }
}`;
const UPDATE = `mutation ($input: UpdateDealInput!) {
  updateDeal(input: $input) { deal { id version title stage value { amount currency } probability } }
}`;
const OF_CUSTOMER = `query ($id: ID!, $filter: DealFilter, $orderBy: DealOrder, $first: Int, $after: String) {
  customer(id: $id) {
    deals(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount nodes { title value { amount currency } } pageInfo { hasNextPage endCursor }
    }
    summary { deals { open { count amounts { amount currency } } won { count amounts { amount currency } } } }
  }
}`;
interface Total {
  count: number;
  amounts: { amount: string; currency: string }[];
}
interface OfCustomer {
  customer: {
    deals: {
      totalCount: number;
      nodes: { title: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    summary: { deals: { open: Total; won: Total } };
  };
}

test("a deal belongs to its customer and has the customer's currency", async () => {
  const customer = await makeCustomer(admin, { currency: "EUR" });
  const { data, errors } = await admin.ask<{ createDeal: { deal: { id: string } } }>(CREATE, {
    input: {
      customerId: customer.id,
      title: " Nova padaria ",
      value: "1234.5",
      expectedCloseOn: "2026-12-01",
      ownerId: admin.userId,
    },
  });
  expect(errors).toBeUndefined();
  expect(data.createDeal.deal).toMatchObject({
    version: 1,
    title: "Nova padaria",
    stage: "LEAD",
    value: { amount: "1234.50", currency: "EUR" },
    probability: 0,
    expectedCloseOn: "2026-12-01",
    owner: { id: admin.userId },
    customer: { id: customer.id },
  });
  const found = await admin.ask(
    "query ($id: ID!) { deal(id: $id) { title } node(id: $id) { __typename } }",
    { id: data.createDeal.deal.id },
  );
  expect(found.data).toEqual({ deal: { title: "Nova padaria" }, node: { __typename: "Deal" } });
});

test("a deal that ended is certain, and can only be opened again", async () => {
  const customer = await makeCustomer(admin);
  const deal = await makeDeal(admin, customer.id, { stage: "NEGOTIATION", probability: 60 });
  const won = await admin.ask<{ updateDeal: { deal: object } }>(UPDATE, {
    input: { id: deal.id, version: 1, stage: "WON" },
  });
  expect(won.data.updateDeal.deal).toMatchObject({ stage: "WON", probability: 100, version: 2 });
  const lost = await admin.ask(UPDATE, { input: { id: deal.id, version: 2, stage: "LOST" } });
  expect(lost.errors?.[0]?.extensions).toMatchObject({
    code: "VALIDATION_FAILED",
    issues: [
      {
        path: "stage",
        code: "transition_not_allowed",
        message:
          "cannot change from Won to Lost; possible from there: Lead, Qualified, Proposal, Negotiation",
      },
    ],
  });
  const stale = await admin.ask(UPDATE, { input: { id: deal.id, version: 1, stage: "LOST" } });
  expect(stale.errors?.[0]?.extensions).toMatchObject({
    code: "CONFLICT",
    fields: ["stage", "probability"],
    current: { stage: "WON", version: 2 },
  });
  const again = await admin.ask<{ updateDeal: { deal: object } }>(UPDATE, {
    input: { id: deal.id, version: 2, stage: "PROPOSAL" },
  });
  expect(again.data.updateDeal.deal).toMatchObject({ stage: "PROPOSAL", version: 3 });
});

test("the summary is what its filters count", async () => {
  const customer = await makeCustomer(admin);
  for (const deal of [
    { title: "Açaí A", value: "10.10", stage: "LEAD" },
    { title: "Açaí B", value: "20.20", stage: "PROPOSAL" },
    { title: "C", value: "99", currency: "USD", stage: "NEGOTIATION" },
    { title: "D", value: "7", stage: "WON" },
    { title: "E", value: "8", stage: "LOST" },
  ]) {
    await makeDeal(admin, customer.id, deal);
  }
  const fetchDeals = async (filter: object) =>
    (await admin.ask<OfCustomer>(OF_CUSTOMER, { id: customer.id, filter })).data.customer;
  const open = await fetchDeals({ open: true });
  expect(open.summary.deals.open).toEqual({
    count: open.deals.totalCount,
    amounts: [
      { amount: "99.00", currency: "USD" },
      { amount: "30.30", currency: "BRL" },
    ],
  });
  expect(open.deals.totalCount).toBe(3);
  const won = await fetchDeals({ stage: ["WON"] });
  expect(won.summary.deals.won).toEqual({
    count: won.deals.totalCount,
    amounts: [{ amount: "7.00", currency: "BRL" }],
  });
  expect((await fetchDeals({ open: false })).deals.totalCount).toBe(2);
  expect((await fetchDeals({ search: "acai" })).deals.totalCount).toBe(2);

  const pages: string[] = [];
  let after: string | undefined;
  for (;;) {
    const { data } = await admin.ask<OfCustomer>(OF_CUSTOMER, {
      id: customer.id,
      orderBy: { field: "VALUE", direction: "DESC" },
      first: 2,
      after,
    });
    pages.push(...data.customer.deals.nodes.map((node) => node.title));
    if (!data.customer.deals.pageInfo.hasNextPage) break;
    after = data.customer.deals.pageInfo.endCursor;
  }
  expect(pages).toEqual(["C", "Açaí B", "Açaí A", "E", "D"]);
});

test("wrong input names each path", async () => {
  const customer = await makeCustomer(admin);
  const wrong = async (input: object) =>
    (await admin.ask(CREATE, { input: { customerId: customer.id, title: "x", ...input } }))
      .errors?.[0]?.extensions.issues;
  expect(await wrong({ title: " " })).toMatchObject([{ path: "title", code: "required" }]);
  expect(await wrong({ value: "-1" })).toMatchObject([{ path: "value", code: "out_of_range" }]);
  expect(await wrong({ value: "0.001" })).toMatchObject([
    { path: "value", code: "too_many_decimals", message: "has too many decimals (at most 2)" },
  ]);
  expect(await wrong({ value: "1.5", currency: "JPY" })).toMatchObject([{ path: "value" }]);
  expect(await wrong({ currency: "XXX" })).toMatchObject([{ code: "invalid_currency" }]);
  expect(await wrong({ probability: 101 })).toMatchObject([
    { path: "probability", message: "must be between 0 and 100" },
  ]);
  expect(await wrong({ stage: null })).toMatchObject([{ path: "stage", code: "invalid_choice" }]);
  expect(await wrong({ ownerId: customer.id })).toMatchObject([{ code: "unknown_user" }]);
  const nobody = await admin.ask(CREATE, {
    input: { customerId: "01890000-0000-7000-8000-000000000000", title: "x" },
  });
  expect(nobody.errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", type: "Customer" });
});

test("a deleted deal is out of lists, counts and lookups until it is restored", async () => {
  const customer = await makeCustomer(admin);
  const deal = await makeDeal(admin, customer.id, { value: "5" });
  const seen = async () => {
    const { data } = await admin.ask<OfCustomer & { deal: object | null }>(
      `query ($id: ID!, $deal: ID!) {
        deal(id: $deal) { id }
        customer(id: $id) { deals { totalCount } summary { deals { open { count } } } }
      }`,
      { id: customer.id, deal: deal.id },
    );
    return [
      data.customer.deals.totalCount,
      data.customer.summary.deals.open.count,
      data.deal === null ? 0 : 1,
    ];
  };
  const DELETE = "mutation ($input: DeleteInput!) { deleteDeal(input: $input) { deal { id } } }";
  const stale = await admin.ask(DELETE, { input: { id: deal.id, version: 9 } });
  expect(stale.errors?.[0]?.extensions.code).toBe("CONFLICT");
  await admin.ask(DELETE, { input: { id: deal.id, version: 1 } });
  expect(await seen()).toEqual([0, 0, 0]);
  const twice = await admin.ask(DELETE, { input: { id: deal.id } });
  expect(twice.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  await admin.ask(
    "mutation ($input: RestoreInput!) { restoreDeal(input: $input) { deal { id } } }",
    { input: { id: deal.id } },
  );
  expect(await seen()).toEqual([1, 1, 1]);
});

test("sales writes deals, finance and viewers read them, projects sees none", async () => {
  const customer = await makeCustomer(admin);
  const deal = await makeDeal(await server.signIn("sales"), customer.id);
  const READ = "query ($id: ID!) { deal(id: $id) { id } }";
  for (const role of ["finance", "viewer"] as const) {
    const caller = await server.signIn(role);
    expect((await caller.ask(READ, { id: deal.id })).errors).toBeUndefined();
    const write = await caller.ask(UPDATE, { input: { id: deal.id, version: 1, title: "No" } });
    expect(write.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  }
  const projects = await server.signIn("projects");
  for (const query of [
    READ,
    "query ($id: ID!) { customers { nodes { deals { totalCount } } } deal(id: $id) { id } }",
    "{ customers { nodes { summary { deals { open { count } } } } } }",
  ]) {
    const { errors } = await projects.ask(query, { id: deal.id });
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  }
  const hidden = await projects.ask<{ node: object | null }>(
    "query ($id: ID!) { node(id: $id) { id } }",
    { id: deal.id },
  );
  expect(hidden.data.node).toBeNull();
});
