import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeDeal } from "../deals/deal.factory.js";
import { line } from "../documents/line.factory.js";
import { makeQuote } from "./quote.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const QUOTE = `
  id number version kind status issuedOn validUntil currency notes total { amount currency }
  lines { position description quantity unitPrice { amount currency } total { amount currency } }
  deal { id } customer { id }`;
const CREATE = `mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { quote { ${QUOTE} } } }`;
const UPDATE = `mutation ($input: UpdateQuoteInput!) { updateQuote(input: $input) { quote { ${QUOTE} } } }`;

interface Shown {
  id: string;
  number: string;
  version: number;
  status: string;
  total: { amount: string; currency: string };
  lines: { description: string; total: { amount: string } }[];
}
const create = async (input: object) => {
  const { data, errors } = await admin.ask<{ createQuote: { quote: Shown } }>(CREATE, { input });
  return { quote: data?.createQuote?.quote, issues: errors?.[0]?.extensions.issues };
};
const update = async (input: object) => {
  const { data, errors } = await admin.ask<{ updateQuote: { quote: Shown } }>(UPDATE, { input });
  return { quote: data?.updateQuote?.quote, error: errors?.[0]?.extensions };
};

test("the total comes from the lines, exactly", async () => {
  server.setNow(new Date("2026-03-10T12:00:00Z"));
  const customer = await makeCustomer(admin, { currency: "EUR" });
  const deal = await makeDeal(admin, customer.id);
  const { quote } = await create({
    customerId: customer.id,
    dealId: deal.id,
    kind: "OFFER",
    validUntil: "2026-04-10",
    lines: [
      line("Farinha", "3", "0.1"),
      line("Frete", "2.5", "0.335"),
      line("Desconto", "1", "-0.04"),
    ],
  });
  server.setNow(null);
  expect(quote).toMatchObject({
    version: 1,
    kind: "OFFER",
    status: "DRAFT",
    issuedOn: "2026-03-10",
    validUntil: "2026-04-10",
    currency: "EUR",
    // 0.30 + 0.84 (0.8375 rounded) - 0.04
    total: { amount: "1.10", currency: "EUR" },
    lines: [
      {
        position: 1,
        description: "Farinha",
        quantity: "3",
        unitPrice: { amount: "0.10", currency: "EUR" },
        total: { amount: "0.30", currency: "EUR" },
      },
      { position: 2, quantity: "2.5", unitPrice: { amount: "0.335" }, total: { amount: "0.84" } },
      { position: 3, unitPrice: { amount: "-0.04" } },
    ],
    deal: { id: deal.id },
    customer: { id: customer.id },
  });
  expect(quote?.number).toMatch(/^Q-\d{6}$/);
});

test.each([
  ["BRL", "1", "10000000000000.00", "10000000000000.00"],
  ["BRL", "3", "333333333333.33", "999999999999.99"],
  ["JPY", "3", "0.5", "2"],
  ["KWD", "3", "0.0335", "0.101"],
  ["BRL", "0.3333", "3", "1.00"],
])("in %s %s times %s is %s", async (currency, quantity, unitPrice, amount) => {
  const customer = await makeCustomer(admin);
  const { quote } = await create({
    customerId: customer.id,
    currency,
    lines: [line("Item", quantity, unitPrice)],
  });
  expect(quote?.total).toEqual({ amount, currency });
});

const TAXED = `
  currency subtotal { amount } tax { amount } taxes { rate net { amount } tax { amount currency } } total { amount }
  lines { description quantity unit unitPrice { amount } discount taxRate total { amount } }`;

test("lines have a unit, a discount and a tax rate, which an order and an invoice take over", async () => {
  const customer = await makeCustomer(admin, { currency: "EUR" });
  const lines = [
    { ...line("Third", "1", "0.33"), taxRate: "23" },
    { ...line("Third", "2", "0.33"), taxRate: "23.00" },
    { ...line("Course", "1.5", "60"), unit: "h", discount: "12.5", taxRate: "6" },
    line("Stamp", "1", "1.10"),
  ];
  const made = await makeQuote(admin, customer.id, { lines, status: "SENT" });
  const expected = {
    currency: "EUR",
    subtotal: { amount: "80.84" },
    tax: { amount: "4.96" },
    taxes: [
      { rate: "6", net: { amount: "78.75" }, tax: { amount: "4.73", currency: "EUR" } },
      { rate: "23", net: { amount: "0.99" }, tax: { amount: "0.23", currency: "EUR" } },
    ],
    total: { amount: "85.80" },
    lines: [
      { unit: null, discount: "0", taxRate: "23", total: { amount: "0.33" } },
      { unit: null, discount: "0", taxRate: "23", total: { amount: "0.66" } },
      { unit: "h", discount: "12.5", taxRate: "6", total: { amount: "78.75" } },
      { unit: null, discount: "0", taxRate: "0", total: { amount: "1.10" } },
    ],
  };
  const quote = await admin.ask(`query ($id: ID!) { quote(id: $id) { ${TAXED} } }`, made);
  expect(quote.data.quote).toMatchObject(expected);
  const ordered = await admin.ask<{ createOrderFromQuote: { order: { id: string } } }>(
    `mutation ($id: ID!) { createOrderFromQuote(input: { quoteId: $id }) { order { id ${TAXED} } } }`,
    made,
  );
  expect(ordered.data.createOrderFromQuote.order).toMatchObject(expected);
  const invoiced = await admin.ask(
    `mutation ($id: ID!) { createInvoiceFromOrder(input: { orderId: $id }) { invoice { ${TAXED} balance { amount } } } }`,
    ordered.data.createOrderFromQuote.order,
  );
  expect(invoiced.data).toMatchObject({
    createInvoiceFromOrder: { invoice: { ...expected, balance: { amount: "85.80" } } },
  });
});

test("another tax rate changes tax and total; what is wrong with a line is named", async () => {
  const customer = await makeCustomer(admin, { currency: "JPY" });
  const taxed = { ...line("Tea", "1", "25"), taxRate: "10" };
  const made = await makeQuote(admin, customer.id, { lines: [taxed] });
  const changed = await update({ id: made.id, version: 1, lines: [{ ...taxed, taxRate: "8" }] });
  expect(changed.quote).toMatchObject({ version: 2, total: { amount: "27", currency: "JPY" } });
  const { rows } = await server.app.database.pool.query(
    "SELECT changes FROM activity WHERE record_id = $1 AND action = 'updated'",
    [made.id],
  );
  expect(rows[0].changes).toMatchObject([
    { field: "total", old: "28", new: "27" },
    { field: "tax", old: "3", new: "2" },
    { field: "lines", old: [{ taxRate: "10" }], new: [{ taxRate: "8" }] },
  ]);
  const wrong = { ...taxed, unit: "x".repeat(21), discount: "101", taxRate: "-1" };
  const refused = await update({ id: made.id, version: 2, lines: [wrong] });
  expect(refused.error).toMatchObject({
    issues: [
      { path: "lines.0.unit", code: "too_long" },
      { path: "lines.0.discount", code: "out_of_range" },
      { path: "lines.0.taxRate", code: "out_of_range" },
    ],
  });
});

test("lines are replaced as a whole; the version grows and the history records it", async () => {
  const customer = await makeCustomer(admin);
  const plain = { unit: null, discount: "0", taxRate: "0" };
  const made = await makeQuote(admin, customer.id, {
    lines: [line("A", "1", "10"), line("B", "1", "5")],
  });
  const renamed = await update({
    id: made.id,
    version: 1,
    lines: [line("A2", "1", "10"), line("B", "1", "5")],
  });
  expect(renamed.quote).toMatchObject({ version: 2, total: { amount: "15.00" } });
  const same = await update({
    id: made.id,
    version: 2,
    lines: [line("A2", "1.0", "10.00"), line("B", "1", "5")],
  });
  expect(same.quote?.version).toBe(2);
  const shorter = await update({
    id: made.id,
    version: 2,
    notes: "Menos",
    lines: [line("B", "2", "5.55")],
  });
  expect(shorter.quote).toMatchObject({ version: 3, total: { amount: "11.10" } });
  expect(shorter.quote?.lines).toHaveLength(1);
  const stale = await update({ id: made.id, version: 2, lines: [] });
  expect(stale.error).toMatchObject({
    code: "CONFLICT",
    fields: ["total", "lines"],
    current: { id: made.id, version: 3 },
  });
  const found = await admin.ask<{ quote: Shown }>(
    `query ($id: ID!) { quote(id: $id) { ${QUOTE} } }`,
    { id: made.id },
  );
  expect(found.data.quote).toEqual(shorter.quote);
  const history = await server.app.database.pool.query(
    "SELECT action, changes FROM activity WHERE record_id = $1 ORDER BY id",
    [made.id],
  );
  expect(history.rows).toHaveLength(3);
  expect(history.rows[2]).toEqual({
    action: "updated",
    changes: [
      { field: "total", old: "15", new: "11.1" },
      { field: "notes", old: null, new: "Menos" },
      {
        field: "lines",
        old: [
          { description: "A2", quantity: "1", unitPrice: "10", ...plain, total: "10" },
          { description: "B", quantity: "1", unitPrice: "5", ...plain, total: "5" },
        ],
        new: [{ description: "B", quantity: "2", unitPrice: "5.55", ...plain, total: "11.1" }],
      },
    ],
  });
});

test("another currency rounds the lines again", async () => {
  const customer = await makeCustomer(admin);
  const made = await makeQuote(admin, customer.id, { lines: [line("A", "3", "0.335")] });
  const { quote } = await update({ id: made.id, version: 1, currency: "JPY" });
  expect(quote).toMatchObject({ version: 2, total: { amount: "1", currency: "JPY" } });
  expect(quote?.lines[0]?.total).toEqual({ amount: "1", currency: "JPY" });
});

test("a quote changes status only as allowed, and lists the allowed ones", async () => {
  const customer = await makeCustomer(admin);
  const made = await makeQuote(admin, customer.id, { lines: [line("A", "1", "1")] });
  const skipped = await update({ id: made.id, version: 1, status: "ACCEPTED" });
  expect(skipped.error).toMatchObject({
    code: "VALIDATION_FAILED",
    issues: [
      {
        path: "status",
        code: "transition_not_allowed",
        message: "cannot change from Draft to Accepted; possible from there: Sent",
      },
    ],
  });
  expect((await update({ id: made.id, version: 1, status: "SENT" })).quote?.version).toBe(2);
  expect((await update({ id: made.id, version: 2, status: "ACCEPTED" })).quote?.version).toBe(3);
  const changed = await update({ id: made.id, version: 3, lines: [line("A", "1", "2")] });
  expect(changed.error?.issues).toMatchObject([{ path: "lines", code: "locked_by_status" }]);
  const same = await update({ id: made.id, version: 3, notes: "Ok", lines: [line("A", "1", "1")] });
  expect(same.quote?.version).toBe(4);
  const back = await update({ id: made.id, version: 4, status: "DRAFT" });
  expect(back.error?.issues).toMatchObject([{ code: "transition_not_allowed" }]);
});

test("wrong input names each path", async () => {
  const [customer, other] = [await makeCustomer(admin), await makeCustomer(admin)];
  const deal = await makeDeal(admin, other.id);
  const wrong = async (input: object) =>
    (await create({ customerId: customer.id, ...input })).issues;
  expect(await wrong({ dealId: deal.id })).toMatchObject([
    { path: "dealId", code: "of_another_customer" },
  ]);
  expect(await wrong({ dealId: other.id })).toMatchObject([{ code: "unknown_record" }]);
  expect(await wrong({ issuedOn: "2026-02-01", validUntil: "2026-01-31" })).toMatchObject([
    { path: "validUntil", code: "before_start" },
  ]);
  expect(await wrong({ issuedOn: "9999-12-31" })).toMatchObject([{ code: "out_of_range" }]);
  expect(
    await wrong({
      lines: [line(" ", "0", "1"), line("A", "1.00001", "1"), line("A", "1", "1000000000000000")],
    }),
  ).toMatchObject([
    { path: "lines.0.description", code: "required" },
    { path: "lines.0.quantity", code: "not_positive" },
    { path: "lines.1.quantity", code: "too_many_decimals" },
    { path: "lines.2.unitPrice", code: "out_of_range" },
  ]);
  expect(await wrong({ lines: [line("A", "9999999999", "999999999999999")] })).toMatchObject([
    { path: "lines.0", code: "out_of_range" },
  ]);
  expect(await wrong({ lines: [line("A", "1", "-1")] })).toMatchObject([
    { path: "lines", code: "negative_total" },
  ]);
  expect(
    await wrong({ lines: Array.from({ length: 501 }, () => line("A", "1", "1")) }),
  ).toMatchObject([{ path: "lines", code: "too_many" }]);
});

test("parallel creates take numbers without gaps or repeats, also where some of them fail", async () => {
  // Fails after the number was taken, as a full disk would.
  await server.asOwner(`
    CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;
    CREATE TRIGGER broken AFTER INSERT ON quote_lines FOR EACH ROW
      WHEN (new.description = 'broken') EXECUTE FUNCTION break();`);
  const customer = await makeCustomer(admin);
  const { number: first } = await makeQuote(admin, customer.id);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      admin.ask<{ createQuote: { quote: { number: string } } | null }>(CREATE, {
        input: {
          customerId: customer.id,
          lines: [line(index % 3 === 0 ? "broken" : "sound", "1", "1")],
        },
      }),
    ),
  );
  const failures = answers.flatMap((answer) => answer.errors ?? []);
  expect(failures.map((error) => error.extensions.code)).toEqual(Array(10).fill("INTERNAL"));
  const numbers = answers.flatMap((answer) => answer.data?.createQuote?.quote.number ?? []);
  const start = Number(first.slice(2));
  expect(numbers.map((number) => Number(number.slice(2))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, index) => start + 1 + index),
  );
});

test("the summary is what its filters count", async () => {
  const [customer, other] = [await makeCustomer(admin), await makeCustomer(admin)];
  const deal = await makeDeal(admin, customer.id);
  for (const [status, kind, currency, price] of [
    ["DRAFT", "QUOTE", "BRL", "0.10"],
    ["SENT", "OFFER", "BRL", "0.20"],
    ["SENT", "QUOTE", "USD", "9"],
    ["ACCEPTED", "QUOTE", "BRL", "7"],
    ["REJECTED", "QUOTE", "BRL", "100"],
    ["EXPIRED", "OFFER", "BRL", "100"],
  ] as const) {
    await makeQuote(admin, customer.id, {
      status,
      kind,
      currency,
      dealId: kind === "OFFER" ? deal.id : null,
      lines: [line("A", "1", price)],
    });
  }
  await makeQuote(admin, other.id, { lines: [line("A", "1", "5")] });
  const fetchQuotes = async (filter: object) => {
    const { data } = await admin.ask<{
      customer: { quotes: { totalCount: number; nodes: { number: string }[] }; summary: object };
    }>(
      `query ($id: ID!, $filter: QuoteFilter) {
        customer(id: $id) {
          quotes(filter: $filter) { totalCount nodes { number } }
          summary { quotes { open { count amounts { amount currency } } accepted { count amounts { amount currency } } } }
        }
      }`,
      { id: customer.id, filter },
    );
    return data.customer;
  };
  const open = await fetchQuotes({ open: true });
  expect(open.quotes.totalCount).toBe(3);
  expect(open.summary).toEqual({
    quotes: {
      open: {
        count: 3,
        amounts: [
          { amount: "9.00", currency: "USD" },
          { amount: "0.30", currency: "BRL" },
        ],
      },
      accepted: { count: 1, amounts: [{ amount: "7.00", currency: "BRL" }] },
    },
  });
  expect((await fetchQuotes({ status: ["ACCEPTED"] })).quotes.totalCount).toBe(1);
  expect((await fetchQuotes({ kind: "OFFER" })).quotes.totalCount).toBe(2);
  expect((await fetchQuotes({ open: false })).quotes.totalCount).toBe(3);
  const number = open.quotes.nodes[0]?.number ?? "";
  expect((await fetchQuotes({ search: number.toLowerCase() })).quotes.nodes).toEqual([{ number }]);

  const { data } = await admin.ask<{ deal: { quotes: { nodes: { deal: object }[] } } }>(
    "query ($id: ID!) { deal(id: $id) { quotes(orderBy: { field: TOTAL, direction: DESC }) { nodes { kind total { amount } deal { id } } } } }",
    { id: deal.id },
  );
  expect(data.deal.quotes.nodes).toEqual([
    { kind: "OFFER", total: { amount: "100.00" }, deal: { id: deal.id } },
    { kind: "OFFER", total: { amount: "0.20" }, deal: { id: deal.id } },
  ]);
});

test("the number of statements does not grow with the number of quotes", async () => {
  const customer = await makeCustomer(admin);
  const count = async () => {
    const { headers } = await admin.ask(
      `query ($id: ID!) { customer(id: $id) { quotes { totalCount nodes { lines { description } deal { title } customer { legalName } } } summary { quotes { open { count } } } } }`,
      { id: customer.id },
    );
    return headers.get("server-timing")?.match(/desc="(\d+)"/)?.[1];
  };
  const add = async () =>
    makeQuote(admin, customer.id, {
      dealId: (await makeDeal(admin, customer.id)).id,
      lines: [line("A", "1", "1")],
    });
  await add();
  const one = await count();
  for (let index = 0; index < 4; index += 1) await add();
  expect(await count()).toBe(one);
});

test("sales writes quotes, finance reads them, projects sees none; the trash gives back", async () => {
  const customer = await makeCustomer(admin);
  const sales = await server.signIn("sales");
  const made = await makeQuote(sales, customer.id);
  const finance = await server.signIn("finance");
  const refused = await finance.ask(UPDATE, { input: { id: made.id, version: 1, notes: "x" } });
  expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const projects = await server.signIn("projects");
  const nested = await projects.ask(
    "query ($id: ID!) { customer(id: $id) { summary { quotes { open { count } } } } }",
    { id: customer.id },
  );
  expect(nested.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const READ = "query ($id: ID!) { quote(id: $id) { id } }";
  await sales.ask(
    "mutation ($input: DeleteInput!) { deleteQuote(input: $input) { quote { id } } }",
    {
      input: { id: made.id },
    },
  );
  expect((await sales.ask(READ, { id: made.id })).data).toEqual({ quote: null });
  await sales.ask(
    "mutation ($input: RestoreInput!) { restoreQuote(input: $input) { quote { id } } }",
    {
      input: { id: made.id },
    },
  );
  expect((await sales.ask(READ, { id: made.id })).data).toEqual({ quote: { id: made.id } });
});
