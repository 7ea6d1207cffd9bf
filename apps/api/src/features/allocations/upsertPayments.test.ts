import { type Answer, type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { worth } from "../documents/line.factory.js";
import { ledgerFaults } from "../payments/ledger.factory.js";
import { outcomes, sendItems, upserted } from "../upserts/upsert.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const query = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await server.app.database.pool.query<Row>(text, values)).rows;

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

const FIELDS = "amount { amount } unallocated { amount } reference";
const send = (items: object[], dryRun = false) =>
  upserted(admin, "Payments", items, { fields: FIELDS, dryRun });

/** A customer that the other system knows by a name, with authorised invoices of 100.00 each. */
async function owing(name: string, invoices: number): Promise<string> {
  const customer = await makeCustomer(admin, { externalIds: [{ source: "billing", value: name }] });
  const items = Array.from({ length: invoices }, (_, n) => ({
    externalId: `${name}-${n + 1}`,
    customer: { id: customer.id },
    status: "AUTHORIZED",
    currency: "EUR",
    lines: worth("100.00"),
  }));
  expect(outcomes(await upserted(admin, "Invoices", items))).toEqual(items.map(() => "CREATED"));
  return customer.id;
}

const payment = (
  customer: string,
  externalId: string,
  amount: string,
  pays: [string, string][],
) => ({
  externalId: `${customer} ${externalId}`,
  customer: { externalId: customer },
  paidOn: "2026-01-15",
  amount,
  currency: "EUR",
  allocations: pays.map(([invoice, part]) => ({
    invoiceExternalId: `${customer}-${invoice}`,
    amount: part,
  })),
});

const invoicesOf = (customerId: string) =>
  query<{ status: string; paid: string }>(
    "SELECT status, trim_scale(paid)::text AS paid FROM invoices WHERE customer_id = $1 ORDER BY id",
    [customerId],
  );

test("payments pay invoices by the ids of the other system, and repeats pay nothing twice", async () => {
  const customerId = await owing("alpha", 3);
  const items = [
    payment("alpha", "1", "150", [
      ["1", "100"],
      ["2", "30"],
    ]),
    payment("alpha", "2", "70.00", [["2", "70"]]),
  ];
  const made = await send(items);
  expect(made).toMatchObject([
    { status: "CREATED", record: { version: 1, unallocated: { amount: "20.00" } } },
    { status: "CREATED", record: { unallocated: { amount: "0.00" } } },
  ]);
  const paid = [
    { status: "PAID", paid: "100" },
    { status: "PAID", paid: "100" },
    { status: "AUTHORIZED", paid: "0" },
  ];
  expect(await invoicesOf(customerId)).toEqual(paid);
  expect(outcomes(await send([...items, ...items]))).toEqual(
    items.flatMap(() => ["UNCHANGED", "UNCHANGED"]),
  );
  expect(await invoicesOf(customerId)).toEqual(paid);
  // What is on account pays the rest, and a text changes.
  const [first] = items;
  const further = {
    ...first,
    reference: "TRF 1",
    allocations: [...(first?.allocations ?? []), { invoiceExternalId: "alpha-3", amount: "20" }],
  };
  const results = await send([further, further]);
  expect(outcomes(results)).toEqual(["UPDATED", "UNCHANGED"]);
  expect(results[0]?.record).toMatchObject({ reference: "TRF 1", unallocated: { amount: "0.00" } });
  expect(await invoicesOf(customerId)).toMatchObject([
    {},
    {},
    { status: "AUTHORIZED", paid: "20" },
  ]);
  const actions = "SELECT action FROM activity WHERE record_id = $1 ORDER BY id";
  expect(await query(actions, [made[0]?.record?.id])).toEqual([
    { action: "created" },
    { action: "updated" },
    { action: "allocated" },
  ]);
  const ofInvoices = `SELECT i.id, array_agg(a.action ORDER BY a.id) AS actions FROM invoices i
    JOIN activity a ON a.record_id = i.id WHERE i.customer_id = $1 GROUP BY 1 ORDER BY 1`;
  expect(await query(ofInvoices, [customerId])).toMatchObject([
    { actions: ["created", "paid"] },
    { actions: ["created", "paid"] },
    { actions: ["created", "partly_paid"] },
  ]);
  expect(await ledgerFaults(server.app.database.pool)).toEqual([]);
});

test("what is wrong with a payment keeps out that one alone, and is not counted", async () => {
  await owing("beta", 2);
  await owing("gamma", 1);
  const results = await send([
    payment("beta", "1", "80", [["1", "80"]]),
    payment("beta", "2", "50", [["1", "50"]]),
    payment("beta", "3", "20", [["1", "20"]]),
    {
      ...payment("beta", "4", "10", []),
      allocations: [{ invoiceExternalId: "gamma-1", amount: "10" }],
    },
    {
      ...payment("beta", "5", "10", []),
      allocations: [{ invoiceExternalId: "nowhere", amount: "10" }],
    },
    { ...payment("beta", "6", "10", []), allocations: [{ amount: "10" }] },
    payment("beta", "7", "10", [["2", "11"]]),
    { ...payment("beta", "8", "10.001", []) },
    { ...payment("beta", "9", "10", []), paidOn: "2999-01-01" },
    { externalId: "beta 1", amount: "81" },
    { externalId: "beta 1", amount: "80.00", note: "Kept" },
  ]);
  expect(outcomes(results)).toEqual([
    "CREATED",
    "FAILED: allocations.0.amount exceeds_balance",
    "CREATED",
    "FAILED: allocations.0.invoiceExternalId of_another_customer",
    "FAILED: allocations.0.invoiceExternalId unknown_record",
    "FAILED: allocations.0.invoiceId required",
    "FAILED: allocations exceeds_payment",
    "FAILED: amount too_many_decimals",
    "FAILED: paidOn in_the_future",
    "FAILED: amount immutable",
    "UPDATED",
  ]);
  expect(await ledgerFaults(server.app.database.pool)).toEqual([]);
});

test("a payment that was reversed here is not allocated again", async () => {
  await owing("delta", 1);
  const item = payment("delta", "1", "100", [["1", "100"]]);
  const [made] = await send([item]);
  const reversed = await admin.ask(
    "mutation ($input: ReversePaymentInput!) { reversePayment(input: $input) { payment { id } } }",
    { input: { id: made?.record?.id, reason: "bounced" } },
  );
  expect(reversed.errors).toBeUndefined();
  const { allocations: _, ...alone } = item;
  expect(outcomes(await send([item, alone]))).toEqual([
    "FAILED: allocations reversed_already",
    "UNCHANGED",
  ]);
  expect(await ledgerFaults(server.app.database.pool)).toEqual([]);
});

test("parallel pushes of the same payments pay once", async () => {
  const customerId = await owing("parallel", 20);
  const items = Array.from({ length: 20 }, (_, n) =>
    payment("parallel", `${n + 1}`, "100", [[`${n + 1}`, "100"]]),
  );
  const results = await Promise.all([items, items.toReversed(), items].map((some) => send(some)));
  const statuses = results.flat().map(({ status }) => status);
  expect(statuses.filter((status) => status === "CREATED")).toHaveLength(20);
  expect(statuses.filter((status) => status === "UNCHANGED")).toHaveLength(40);
  expect(await query("SELECT 1 FROM payments WHERE customer_id = $1", [customerId])).toHaveLength(
    20,
  );
  expect((await invoicesOf(customerId)).every(({ status }) => status === "PAID")).toBe(true);
  expect(await ledgerFaults(server.app.database.pool)).toEqual([]);
});

test("many payments take as many statements as one", async () => {
  await owing("single", 1);
  await owing("many", 100);
  const single = await sendItems(admin, "Payments", [
    payment("single", "1", "100", [["1", "100"]]),
  ]);
  const many = await sendItems(
    admin,
    "Payments",
    Array.from({ length: 100 }, (_, n) => payment("many", `${n}`, "100", [[`${n + 1}`, "100"]])),
  );
  expect(many.errors).toBeUndefined();
  expect(statementsOf(many)).toBe(statementsOf(single));
});
