import { type Answer, type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { line } from "../documents/line.factory.js";
import { makeOrder } from "../orders/order.factory.js";
import { ledgerFaults } from "../payments/ledger.factory.js";
import { outcomes, sendItems, upserted } from "../upserts/upsert.factory.js";
import { makeInvoice } from "./invoice.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const query = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await server.app.database.pool.query<Row>(text, values)).rows;

const FIELDS =
  "number status total { amount } paid { amount } currency dueOn order { id } lines { description quantity total { amount } }";
const send = (items: object[], dryRun = false) =>
  upserted(admin, "Invoices", items, { fields: FIELDS, dryRun });

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

const historyOf = (id: string | undefined) =>
  query<{ action: string; fields: string[] }>(
    `SELECT action, ARRAY(SELECT x->>'field' FROM jsonb_array_elements(changes) x) AS fields
     FROM activity WHERE record_id = $1 ORDER BY id`,
    [id],
  );

test("a sales invoice keeps the number and lines of the system that it comes from", async () => {
  const customer = await makeCustomer(admin, {
    paymentTermDays: 10,
    externalIds: [{ source: "billing", value: "acme" }],
  });
  const order = await makeOrder(admin, customer.id, {
    externalIds: [{ source: "billing", value: "order 1" }],
  });
  const item = {
    externalId: "i1",
    customer: { externalId: "acme" },
    number: "FT 2026/1",
    status: "AUTHORIZED",
    issuedOn: "2026-01-31",
    currency: "EUR",
    orderExternalId: "order 1",
    lines: [{ ...line("Pão", "2", "10.00"), taxRate: "23" }, line("Café", "1.5", "0.70")],
  };
  const [made] = await send([item]);
  expect(made).toMatchObject({
    status: "CREATED",
    record: {
      number: "FT 2026/1",
      status: "AUTHORIZED",
      dueOn: "2026-02-10",
      total: { amount: "25.65" },
      order: { id: order.id },
      lines: [
        { description: "Pão", total: { amount: "20.00" } },
        { description: "Café", total: { amount: "1.05" } },
      ],
    },
  });
  // A late repeat, of another notation.
  const repeat = { ...item, lines: [item.lines[0], line("Café", "1.50", "0.7000")] };
  expect(outcomes(await send([repeat, item]))).toEqual(["UNCHANGED", "UNCHANGED"]);
  const [changed] = await send([{ externalId: "i1", dueOn: "2026-03-01", orderId: null }]);
  expect(changed).toMatchObject({
    status: "UPDATED",
    record: { version: 2, dueOn: "2026-03-01", order: null, number: "FT 2026/1" },
  });
  expect(await historyOf(made?.record?.id)).toEqual([
    {
      action: "created",
      fields: expect.arrayContaining(["number", "lines", "externalIds", "total", "orderId"]),
    },
    { action: "updated", fields: expect.arrayContaining(["dueOn", "orderId"]) },
  ]);
});

test("what is wrong with an invoice keeps out that one alone", async () => {
  const customer = await makeCustomer(admin);
  const other = await makeCustomer(admin);
  const { number } = await makeInvoice(admin, customer.id);
  const order = await makeOrder(admin, other.id);
  const at = (externalId: string, more: object = {}) => ({
    externalId,
    customer: { id: customer.id },
    ...more,
  });
  const results = await send([
    at("w1", { number }),
    at("w2", { number: "A-1" }),
    at("w3", { number: "A-1" }),
    at("w4", { lines: [line("Off", "1", "-5")] }),
    at("w5", { orderId: order.id }),
    at("w6", { orderExternalId: "nowhere" }),
    at("w7", { issuedOn: "2026-02-01", dueOn: "2026-01-01" }),
    at("w8", { lines: [line("Pão", "0", "1")] }),
    at("w9", { kind: "PURCHASE", number: "S-1" }),
    at("w10", { kind: "PURCHASE", number: "S-1" }),
    { externalId: "w11", customer: { id: other.id }, kind: "PURCHASE", number: "S-1" },
    at("w2", { kind: "PURCHASE" }),
  ]);
  expect(outcomes(results)).toEqual([
    "FAILED: number taken",
    "CREATED",
    "FAILED: number taken",
    "FAILED: lines negative_total",
    "FAILED: orderId of_another_customer",
    "FAILED: orderExternalId unknown_record",
    "FAILED: dueOn before_start",
    "FAILED: lines.0.quantity not_positive",
    "CREATED",
    "FAILED: number taken",
    "CREATED",
    "FAILED: kind immutable",
  ]);
});

test("documents without a number get the next ones, past those that came in the same form", async () => {
  const customer = await makeCustomer(admin);
  const at = (externalId: string, more: object = {}) => ({
    externalId,
    customer: { id: customer.id },
    ...more,
  });
  const results = await send([
    at("n1"),
    at("n2", { number: "I-000700" }),
    at("n3"),
    at("n4", { kind: "PURCHASE" }),
    at("n5"),
  ]);
  expect(results.map(({ record }) => record?.number)).toEqual([
    "I-000701",
    "I-000700",
    "I-000702",
    expect.stringMatching(/^P-\d{6}$/),
    "I-000703",
  ]);
  expect((await makeInvoice(admin, customer.id)).number).toBe("I-000704");
});

test("statuses go on by several steps, lines are locked, and what is paid stays paid", async () => {
  const customer = await makeCustomer(admin);
  const lines = [line("Serviço", "1", "100.00")];
  const at = (status: string, more: object = {}) => ({
    externalId: "p1",
    customer: { id: customer.id },
    currency: "EUR",
    status,
    ...more,
  });
  const results = await send([
    at("DRAFT", { lines }),
    at("AUTHORIZED", { lines: [line("Serviço", "2", "60.00")] }),
    at("AUTHORIZED", { lines }),
    at("DRAFT"),
    at("PAID"),
  ]);
  expect(outcomes(results)).toEqual([
    "CREATED",
    "UPDATED",
    "FAILED: lines locked_by_status",
    "FAILED: status transition_not_allowed",
    "UPDATED",
  ]);
  expect(results[0]?.record).toMatchObject({ status: "PAID", paid: { amount: "120.00" } });
  expect(
    outcomes(await send([at("AUTHORIZED"), at("PAID"), at("CANCELLED"), at("DRAFT")])),
  ).toEqual([
    "UNCHANGED",
    "UNCHANGED",
    "FAILED: status transition_not_allowed",
    "FAILED: status transition_not_allowed",
  ]);
  const payments = "SELECT amount::text FROM payments WHERE customer_id = $1";
  expect(await query(payments, [customer.id])).toEqual([{ amount: "120.0000" }]);
  expect(await ledgerFaults(server.app.database.pool)).toEqual([]);
});

test("a cancelled invoice leaves its payments on account, and a dry run leaves all as it is", async () => {
  const customer = await makeCustomer(admin);
  const invoice = {
    externalId: "c1",
    customer: { id: customer.id },
    currency: "EUR",
    status: "AUTHORIZED",
    lines: [line("Serviço", "1", "50.00")],
  };
  const [made] = await send([invoice]);
  await upserted(admin, "Payments", [
    {
      externalId: "cp1",
      customer: { id: customer.id },
      paidOn: "2026-01-15",
      amount: "20",
      currency: "EUR",
      allocations: [{ invoiceExternalId: "c1", amount: "20" }],
    },
  ]);
  const rows = () =>
    query("SELECT status, paid::text, version FROM invoices WHERE id = $1", [made?.record?.id]);
  const before = await rows();
  const cancelled = { externalId: "c1", status: "CANCELLED" };
  expect(outcomes(await send([cancelled], true))).toEqual(["UPDATED"]);
  expect(await rows()).toEqual(before);
  expect(outcomes(await send([cancelled, cancelled]))).toEqual(["UPDATED", "UNCHANGED"]);
  expect(
    await query("SELECT allocated::text, reversed_on FROM payments WHERE customer_id = $1", [
      customer.id,
    ]),
  ).toEqual([{ allocated: "0.0000", reversed_on: null }]);
  expect(await ledgerFaults(server.app.database.pool)).toEqual([]);
});

test("many invoices with lines take as many statements as one", async () => {
  await makeCustomer(admin, { externalIds: [{ source: "billing", value: "many" }] });
  const items = (from: number, count: number, price: string) =>
    Array.from({ length: count }, (_, n) => ({
      externalId: `m${from + n}`,
      customer: { externalId: "many" },
      number: `M-${from + n}`,
      lines: [line("Pão", "2", price), line("Café", "1", price)],
    }));
  for (const price of ["1.00", "2.00"]) {
    const single = await sendItems(admin, "Invoices", items(0, 1, price));
    const many = await sendItems(admin, "Invoices", items(1, 300, price));
    expect(many.errors).toBeUndefined();
    expect(statementsOf(many)).toBe(statementsOf(single));
  }
  expect(
    await query("SELECT count(*)::int AS lines FROM invoice_lines WHERE unit_price = 2"),
  ).toEqual([{ lines: 602 }]);
});
