import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { line, worth } from "../documents/line.factory.js";
import { makeQuote } from "../quotes/quote.factory.js";
import { makeOrder } from "./order.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const ORDER = `
  id number version status reference orderedOn currency total { amount currency }
  lines { position description quantity unitPrice { amount } total { amount } }
  quote { id status } customer { id }`;
const CREATE = `mutation ($input: CreateOrderInput!) { createOrder(input: $input) { order { ${ORDER} } } }`;
const UPDATE = `mutation ($input: UpdateOrderInput!) { updateOrder(input: $input) { order { ${ORDER} } } }`;
const FROM_QUOTE = `mutation ($input: CreateOrderFromQuoteInput!) { createOrderFromQuote(input: $input) { order { ${ORDER} } } }`;

interface Shown {
  id: string;
  number: string;
  version: number;
  status: string;
  total: { amount: string; currency: string };
  lines: object[];
}
const create = async (input: object) => {
  const { data, errors } = await admin.ask<{ createOrder: { order: Shown } }>(CREATE, { input });
  return { order: data?.createOrder?.order, issues: errors?.[0]?.extensions.issues };
};
const update = async (input: object) => {
  const { data, errors } = await admin.ask<{ updateOrder: { order: Shown } }>(UPDATE, { input });
  return { order: data?.updateOrder?.order, error: errors?.[0]?.extensions };
};
const fromQuote = async (caller: Caller, quoteId: string) => {
  const { data, errors } = await caller.ask<{ createOrderFromQuote: { order: Shown } }>(
    FROM_QUOTE,
    { input: { quoteId } },
  );
  return { order: data?.createOrderFromQuote?.order, error: errors?.[0]?.extensions };
};

test("an order has a number, its lines and its customer's currency", async () => {
  server.setNow(new Date("2026-01-01T01:00:00Z"));
  const customer = await makeCustomer(admin, { currency: "USD" });
  const { order } = await create({
    customerId: customer.id,
    reference: "PO 77",
    lines: [line("Horas", "1.5", "99.99")],
  });
  server.setNow(null);
  expect(order).toMatchObject({
    status: "DRAFT",
    reference: "PO 77",
    // One in the morning in London is still the day before in São Paulo.
    orderedOn: "2025-12-31",
    total: { amount: "149.99", currency: "USD" },
    lines: [{ position: 1, quantity: "1.5", total: { amount: "149.99" } }],
    quote: null,
    customer: { id: customer.id },
  });
  expect(order?.number).toMatch(/^O-\d{6}$/);
});

test("an order moves only as allowed, and what is finalised stays", async () => {
  const customer = await makeCustomer(admin);
  const made = await makeOrder(admin, customer.id, { lines: worth("5") });
  const skipped = await update({ id: made.id, version: 1, status: "FINALIZED" });
  expect(skipped.error?.issues).toMatchObject([
    {
      path: "status",
      message: "cannot change from Draft to Finalised; possible from there: Open, Cancelled",
    },
  ]);
  await update({ id: made.id, version: 1, status: "OPEN" });
  const done = await update({ id: made.id, version: 2, status: "FINALIZED", lines: worth("6") });
  expect(done.order).toMatchObject({ version: 3, total: { amount: "6.00" } });
  const back = await update({ id: made.id, version: 3, status: "OPEN" });
  expect(back.error?.issues).toMatchObject([
    { message: "cannot change from Finalised to Open; possible from there: none" },
  ]);
  const other = await update({ id: made.id, version: 3, lines: worth("7") });
  expect(other.error?.issues).toMatchObject([{ path: "lines", code: "locked_by_status" }]);
  const stale = await update({ id: made.id, version: 2, status: "CANCELLED" });
  expect(stale.error).toMatchObject({ code: "CONFLICT", current: { status: "FINALIZED" } });
});

test("of 20 edits of one version one wins, and its lines are whole", async () => {
  const customer = await makeCustomer(admin);
  const made = await makeOrder(admin, customer.id, { lines: worth("1") });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      update({
        id: made.id,
        version: 1,
        lines: [line(`Editor ${index}`, "1", "10"), line(`Editor ${index}`, "1", "5")],
      }),
    ),
  );
  const winners = answers.flatMap((answer) => answer.order ?? []);
  expect(winners).toHaveLength(1);
  expect(answers.filter((answer) => answer.error?.code === "CONFLICT")).toHaveLength(19);
  const { data } = await admin.ask<{ order: Shown }>(
    `query ($id: ID!) { order(id: $id) { ${ORDER} } }`,
    { id: made.id },
  );
  expect(data.order).toEqual(winners[0]);
  expect(data.order.lines).toHaveLength(2);
});

test("a quote becomes an order in one action, once", async () => {
  const customer = await makeCustomer(admin);
  const lines = [line("A", "3", "0.1"), line("B", "1", "2.335")];
  const quote = await makeQuote(admin, customer.id, { status: "SENT", currency: "EUR", lines });
  const draft = await makeQuote(admin, customer.id, { lines });
  const refused = await fromQuote(admin, draft.id);
  expect(refused.error?.issues).toMatchObject([
    { path: "quoteId", code: "transition_not_allowed" },
  ]);
  const attempts = await Promise.all(Array.from({ length: 5 }, () => fromQuote(admin, quote.id)));
  const orders = attempts.flatMap((attempt) => attempt.order ?? []);
  expect(orders).toHaveLength(1);
  expect(orders[0]).toMatchObject({
    status: "OPEN",
    total: { amount: "2.64", currency: "EUR" },
    lines: [
      { position: 1, description: "A", quantity: "3", total: { amount: "0.30" } },
      { position: 2, description: "B", unitPrice: { amount: "2.335" }, total: { amount: "2.34" } },
    ],
    quote: { id: quote.id, status: "ACCEPTED" },
  });
  for (const attempt of attempts.filter((one) => one.error)) {
    expect(attempt.error?.issues).toMatchObject([
      { code: "already_ordered", message: `already has order ${orders[0]?.number}` },
    ]);
  }
  const { data } = await admin.ask<{ quote: { orders: { nodes: object[] } } }>(
    "query ($id: ID!) { quote(id: $id) { orders { totalCount nodes { id } } } }",
    { id: quote.id },
  );
  expect(data.quote.orders).toEqual({ totalCount: 1, nodes: [{ id: orders[0]?.id }] });
  const history = await server.app.database.pool.query(
    "SELECT action FROM activity WHERE record_id = $1 ORDER BY id",
    [quote.id],
  );
  expect(history.rows.map((row) => row.action)).toEqual(["created", "accepted"]);
});

test("finance orders what was accepted, and accepts nothing itself", async () => {
  const customer = await makeCustomer(admin);
  const finance = await server.signIn("finance");
  const sent = await makeQuote(admin, customer.id, { status: "SENT" });
  expect((await fromQuote(finance, sent.id)).error).toMatchObject({ code: "FORBIDDEN" });
  const accepted = await makeQuote(admin, customer.id, { status: "ACCEPTED" });
  expect((await fromQuote(finance, accepted.id)).order).toMatchObject({ status: "OPEN" });
  const viewer = await server.signIn("viewer");
  expect((await fromQuote(viewer, accepted.id)).error).toMatchObject({ code: "FORBIDDEN" });
  const projects = await server.signIn("projects");
  for (const query of [
    "query ($id: ID!) { customer(id: $id) { orders { totalCount } } }",
    "query ($id: ID!) { customer(id: $id) { summary { orders { total { count } } } } }",
    "query ($id: ID!) { order(id: $id) { id } }",
  ]) {
    const { errors } = await projects.ask(query, { id: customer.id });
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  }
});

test("links stay within one customer", async () => {
  const [customer, other] = [await makeCustomer(admin), await makeCustomer(admin)];
  const quote = await makeQuote(admin, other.id);
  expect((await create({ customerId: customer.id, quoteId: quote.id })).issues).toMatchObject([
    { path: "quoteId", code: "of_another_customer" },
  ]);
  const order = await makeOrder(admin, customer.id);
  const linked = await update({ id: order.id, version: 1, quoteId: quote.id });
  expect(linked.error?.issues).toMatchObject([{ code: "of_another_customer" }]);
  // The database itself enforces it for every writer.
  await expect(
    server.app.database.pool.query("UPDATE orders SET quote_id = $1 WHERE id = $2", [
      quote.id,
      order.id,
    ]),
  ).rejects.toThrow("foreign key");
});

test("the summary is what its filters count, without cancelled and deleted orders", async () => {
  const customer = await makeCustomer(admin);
  for (const [status, currency, amount, orderedOn] of [
    ["DRAFT", "BRL", "0.10", "2026-01-01"],
    ["OPEN", "BRL", "0.20", "2026-01-02"],
    ["FINALIZED", "BRL", "10000000000000.01", "2026-01-03"],
    ["FINALIZED", "USD", "7", "2026-01-04"],
    ["CANCELLED", "BRL", "100", "2026-01-05"],
  ] as const) {
    await makeOrder(admin, customer.id, { status, currency, orderedOn, lines: worth(amount) });
  }
  const gone = await makeOrder(admin, customer.id, { status: "FINALIZED", lines: worth("1") });
  await admin.ask(
    "mutation ($input: DeleteInput!) { deleteOrder(input: $input) { order { id } } }",
    {
      input: { id: gone.id, version: 1 },
    },
  );
  interface Selection {
    customer: {
      orders: { totalCount: number; nodes: { total: { amount: string } }[] };
      summary: { orders: object };
    };
  }
  const fetchOrders = async (filter: object, orderBy?: object) =>
    (
      await admin.ask<Selection>(
        `query ($id: ID!, $filter: OrderFilter, $orderBy: OrderOrder) {
          customer(id: $id) {
            orders(filter: $filter, orderBy: $orderBy) { totalCount nodes { total { amount } } }
            summary { orders { total { count amounts { amount currency } } finalized { count amounts { amount currency } } } }
          }
        }`,
        { id: customer.id, filter, orderBy },
      )
    ).data.customer;
  const { summary } = await fetchOrders({});
  expect(summary.orders).toEqual({
    total: {
      count: (await fetchOrders({ cancelled: false })).orders.totalCount,
      amounts: [
        { amount: "10000000000000.31", currency: "BRL" },
        { amount: "7.00", currency: "USD" },
      ],
    },
    finalized: {
      count: (await fetchOrders({ finalized: true })).orders.totalCount,
      amounts: [
        { amount: "10000000000000.01", currency: "BRL" },
        { amount: "7.00", currency: "USD" },
      ],
    },
  });
  expect((await fetchOrders({ cancelled: false })).orders.totalCount).toBe(4);
  expect((await fetchOrders({ status: ["FINALIZED"] })).orders.totalCount).toBe(2);
  expect((await fetchOrders({ open: true })).orders.totalCount).toBe(2);
  expect(
    (await fetchOrders({ orderedFrom: "2026-01-02", orderedTo: "2026-01-03" })).orders.totalCount,
  ).toBe(2);
  const sorted = await fetchOrders({}, { field: "TOTAL", direction: "DESC" });
  expect(sorted.orders.nodes.map((node) => node.total.amount)).toEqual([
    "10000000000000.01",
    "100.00",
    "7.00",
    "0.20",
    "0.10",
  ]);
  const newest = await fetchOrders({});
  expect(newest.orders.nodes.map((node) => node.total.amount)).toEqual([
    "100.00",
    "7.00",
    "10000000000000.01",
    "0.20",
    "0.10",
  ]);
  await admin.ask(
    "mutation ($input: RestoreInput!) { restoreOrder(input: $input) { order { id } } }",
    { input: { id: gone.id } },
  );
  expect((await fetchOrders({ finalized: true })).orders.totalCount).toBe(3);
});
