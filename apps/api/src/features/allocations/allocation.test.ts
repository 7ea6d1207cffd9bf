import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { worth } from "../documents/line.factory.js";
import { importUntil, planned, ran } from "../imports/import.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { merge, undo } from "../merges/merge.factory.js";
import { ledgerFaults } from "../payments/ledger.factory.js";
import { makePayment } from "../payments/payment.factory.js";

let server: TestServer;
let admin: Caller;
let viewer: Caller;
let projects: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  viewer = await server.signIn("viewer");
  projects = await server.signIn("projects");
});
afterEach(async () => expect(await ledgerFaults(server.app.database.pool)).toEqual([]));
afterAll(() => server.close());

const PAYMENT = `id version direction paidOn reversedOn reversalReason method
  amount { amount currency } allocated { amount } unallocated { amount currency }
  allocations { invoice { id } amount { amount } allocatedOn }`;
const INVOICE = "id status paidOn paid { amount } balance { amount }";
const CREATE = `mutation ($input: CreatePaymentInput!) { createPayment(input: $input) {
  payment { ${PAYMENT} } invoices { ${INVOICE} } } }`;
const ALLOCATE = `mutation ($input: AllocatePaymentInput!) { allocatePayment(input: $input) {
  payment { ${PAYMENT} } invoices { ${INVOICE} } } }`;
const REVERSE = `mutation ($input: ReversePaymentInput!) { reversePayment(input: $input) {
  payment { ${PAYMENT} } invoices { ${INVOICE} } } }`;
const UPDATE = `mutation ($input: UpdateInvoiceInput!) { updateInvoice(input: $input) { invoice { ${INVOICE} version } } }`;
const OF_INVOICE = `query ($id: ID!) { invoice(id: $id) { ${INVOICE} version
  payments(first: 10) { totalCount nodes { id direction allocated { amount } reversedOn } } } }`;
const OF_CUSTOMER = `query ($id: ID!, $filter: PaymentFilter) { customer(id: $id) {
  payments(first: 100, filter: $filter) { totalCount nodes { id reversedOn amount { amount } } } } }`;

interface Shown {
  id: string;
  version: number;
}
interface Settled {
  payment: Shown & Record<string, unknown>;
  invoices: (Shown & Record<string, unknown>)[];
}

async function settled(mutation: string, input: object, caller: Caller = admin): Promise<Settled> {
  const { data, errors } = await caller.ask<Record<string, Settled>>(mutation, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  const [payload] = Object.values(data);
  if (!payload) throw new Error("no payload");
  return payload;
}

const authorized = (customerId: string, amount: string, rest: object = {}) =>
  makeInvoice(admin, customerId, { status: "AUTHORIZED", lines: worth(amount), ...rest });

const paying = (customerId: string, amount: string, allocations: object[], rest: object = {}) =>
  settled(CREATE, {
    customerId,
    paidOn: "2026-01-15",
    amount,
    currency: "BRL",
    allocations,
    ...rest,
  });

const part = (invoice: Shown, amount: string) => ({ invoiceId: invoice.id, amount });

const seen = async (id: string, caller: Caller = admin) =>
  (await caller.ask<{ invoice: Record<string, unknown> & Shown }>(OF_INVOICE, { id })).data.invoice;

test("one payment pays several invoices, and the rest is on account until it is allocated", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const [first, second, third] = [
    await authorized(customerId, "100"),
    await authorized(customerId, "50"),
    await authorized(customerId, "30.50"),
  ];
  const made = await paying(customerId, "200", [part(first, "100"), part(second, "20")], {
    method: "Pix",
  });
  expect(made.payment).toMatchObject({
    direction: "RECEIVED",
    method: "Pix",
    amount: { amount: "200.00", currency: "BRL" },
    unallocated: { amount: "80.00", currency: "BRL" },
    allocations: [
      { invoice: { id: first.id }, amount: { amount: "100.00" }, allocatedOn: "2026-01-15" },
      { invoice: { id: second.id }, amount: { amount: "20.00" }, allocatedOn: "2026-01-15" },
    ],
  });
  expect(made.invoices).toMatchObject([
    { id: first.id, status: "PAID", paidOn: "2026-01-15", balance: { amount: "0.00" } },
    { id: second.id, status: "AUTHORIZED", paid: { amount: "20.00" } },
  ]);

  const more = await settled(ALLOCATE, {
    id: made.payment.id,
    allocations: [part(second, "30"), part(third, "10")],
  });
  expect(more.payment).toMatchObject({ version: 2, unallocated: { amount: "40.00" } });
  expect(more.invoices).toMatchObject([
    { id: second.id, status: "PAID" },
    { id: third.id, status: "AUTHORIZED", balance: { amount: "20.50" } },
  ]);
  expect(await seen(second.id)).toMatchObject({
    payments: { totalCount: 1, nodes: [{ id: made.payment.id }] },
  });
});

test("a reversed payment opens its invoices again, and no other payment of them", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const invoice = await authorized(customerId, "100");
  const kept = await paying(customerId, "40", [part(invoice, "40")], { paidOn: "2026-01-10" });
  const bounced = await paying(customerId, "60", [part(invoice, "60")], { paidOn: "2026-01-20" });
  expect(bounced.invoices).toMatchObject([{ status: "PAID", paidOn: "2026-01-20" }]);

  const back = await settled(REVERSE, { id: bounced.payment.id, reason: "Bounced cheque" });
  expect(back.payment).toMatchObject({
    reversalReason: "Bounced cheque",
    reversedOn: expect.stringMatching(/^\d{4}-/),
    unallocated: { amount: "0.00" },
    allocations: [],
  });
  expect(back.invoices).toMatchObject([
    { status: "AUTHORIZED", paidOn: "2026-01-10", paid: { amount: "40.00" } },
  ]);
  expect((await seen(invoice.id)).payments).toMatchObject({ nodes: [{ id: kept.payment.id }] });
  const twice = await admin.ask(REVERSE, { input: { id: bounced.payment.id, reason: "again" } });
  expect(issuesOf(twice)).toEqual(["id reversed_already"]);
  const again = { id: bounced.payment.id, allocations: [part(invoice, "1")] };
  expect(issuesOf(await admin.ask(ALLOCATE, { input: again }))).toEqual(["id reversed_already"]);
});

test("setting PAID registers a payment, and going back reverses it", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const invoice = await authorized(customerId, "70");
  const shared = await paying(customerId, "50", [part(invoice, "20")]);
  const { version } = await seen(invoice.id);
  await admin.ask(UPDATE, { input: { id: invoice.id, version, status: "PAID" } });
  const paid = await seen(invoice.id);
  expect(paid).toMatchObject({ status: "PAID", payments: { totalCount: 2 } });

  const input = { id: invoice.id, version: paid.version, status: "AUTHORIZED" };
  await admin.ask(UPDATE, { input });
  expect(await seen(invoice.id)).toMatchObject({
    status: "AUTHORIZED",
    paidOn: null,
    balance: { amount: "70.00" },
    payments: { totalCount: 0 },
  });
  // What paid this invoice alone is reversed; what came in with more is on account.
  const onAccount = await admin.ask(OF_CUSTOMER, { id: customerId, filter: { onAccount: true } });
  expect(onAccount.data).toMatchObject({
    customer: { payments: { totalCount: 1, nodes: [{ id: shared.payment.id }] } },
  });
  const reversed = await admin.ask(OF_CUSTOMER, { id: customerId, filter: { reversed: true } });
  expect(reversed.data).toMatchObject({
    customer: { payments: { nodes: [{ amount: { amount: "50.00" } }] } },
  });
});

test("an invoice created as paid has its payment, and a cancelled one leaves it on account", async () => {
  const { id: customerId } = await makeCustomer(admin);
  await makeInvoice(admin, customerId, { status: "PAID", lines: worth("10") });
  const bought = await authorized(customerId, "25", { kind: "PURCHASE", number: "X-1" });
  const made = await paying(customerId, "5", [part(bought, "5")], { direction: "PAID" });
  const { version } = await seen(bought.id);
  await admin.ask(UPDATE, { input: { id: bought.id, version, status: "CANCELLED" } });
  expect(await seen(bought.id)).toMatchObject({ status: "CANCELLED", paid: { amount: "0.00" } });
  const { data } = await admin.ask<{ customer: { payments: { nodes: object[] } } }>(OF_CUSTOMER, {
    id: customerId,
    filter: { onAccount: true },
  });
  expect(data.customer.payments.nodes).toEqual([
    { id: made.payment.id, reversedOn: null, amount: { amount: "5.00" } },
  ]);
});

test("what does not fit together is refused with its path, and nothing is written", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const { id: otherId } = await makeCustomer(admin);
  const open = await authorized(customerId, "10");
  const draft = await makeInvoice(admin, customerId, { lines: worth("10") });
  const bought = await authorized(customerId, "10", { kind: "PURCHASE", number: "X-2" });
  const dollars = await authorized(customerId, "10", { currency: "USD" });
  const others = await authorized(otherId, "10");
  const refused = async (amount: string, allocations: object[], rest: object = {}) =>
    issuesOf(
      await admin.ask(CREATE, {
        input: { customerId, paidOn: "2026-01-15", amount, currency: "BRL", allocations, ...rest },
      }),
    );
  expect(await refused("5", [part(open, "6")])).toEqual(["allocations exceeds_payment"]);
  expect(await refused("50", [part(open, "11")])).toEqual(["allocations.0.amount exceeds_balance"]);
  expect(
    await refused("50", [
      part(draft, "1"),
      part(bought, "1"),
      part(dollars, "1"),
      part(others, "1"),
    ]),
  ).toEqual([
    "allocations.0.invoiceId not_payable",
    "allocations.1.invoiceId not_of_direction",
    "allocations.2.invoiceId in_other_currency",
    "allocations.3.invoiceId of_another_customer",
  ]);
  expect(await refused("50", [{ invoiceId: NO_ID, amount: "1" }])).toEqual([
    "allocations.0.invoiceId unknown_record",
  ]);
  expect(await refused("50", [part(open, "1"), part(open, "2")])).toEqual([
    "allocations.1 repeated",
  ]);
  expect(await refused("50", [part(open, "0")])).toEqual(["allocations.0.amount not_positive"]);
  expect(await refused("50", [part(open, "1.001")])).toEqual([
    "allocations.0.amount too_many_decimals",
  ]);
  expect(await refused("-1", [])).toEqual(["amount not_positive"]);
  expect(await refused("1", [], { paidOn: "2999-01-01" })).toEqual(["paidOn in_the_future"]);
  expect(await seen(open.id)).toMatchObject({ version: open.version, paid: { amount: "0.00" } });
});

test("100 payments at once never allocate more than an invoice owes", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const invoice = await authorized(customerId, "100");
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      admin.ask(CREATE, {
        input: {
          customerId,
          paidOn: "2026-01-15",
          amount: "7",
          currency: "BRL",
          allocations: [part(invoice, "7")],
        },
      }),
    ),
  );
  const codes = answers.map(codeOf);
  expect(codes.filter((code) => code === "OK")).toHaveLength(14);
  expect(codes.filter((code) => code === "VALIDATION_FAILED")).toHaveLength(86);
  expect(await seen(invoice.id)).toMatchObject({
    status: "AUTHORIZED",
    balance: { amount: "2.00" },
    payments: { totalCount: 14 },
  });
});

test("a paid invoice stays out of the trash until its payments are reversed", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const invoice = await authorized(customerId, "10");
  const { payment } = await paying(customerId, "10", [part(invoice, "10")]);
  const DELETE =
    "mutation ($input: DeleteInput!) { deleteInvoice(input: $input) { invoice { id } } }";
  const input = { id: invoice.id };
  expect(issuesOf(await admin.ask(DELETE, { input }))).toEqual(["id paid_invoice"]);
  await settled(REVERSE, { id: payment.id, reason: "Wrong customer" });
  expect(codeOf(await admin.ask(DELETE, { input }))).toBe("OK");
  const gone = await admin.ask(
    "mutation ($input: CustomerIdsInput!) { deleteCustomers(input: $input) { customers { id } } }",
    { input: { ids: [customerId] } },
  );
  expect(codeOf(gone)).toBe("VALIDATION_FAILED");
});

test("a merge takes payments along, and its undo brings them back", async () => {
  const survivor = await makeCustomer(admin);
  const { id: otherId } = await makeCustomer(admin);
  const invoice = await authorized(otherId, "10");
  const { payment } = await paying(otherId, "30", [part(invoice, "10")]);
  const merged = await merge(admin, survivor, [otherId]);
  expect(merged.errors).toBeUndefined();
  const paymentsOf = async (id: string) =>
    (await admin.ask<{ customer: { payments: { totalCount: number } } }>(OF_CUSTOMER, { id })).data
      .customer.payments.totalCount;
  expect(await paymentsOf(survivor.id)).toBe(1);
  expect(codeOf(await undo(admin, merged.data.mergeCustomers.merge.id))).toBe("OK");
  expect([await paymentsOf(survivor.id), await paymentsOf(otherId)]).toEqual([0, 1]);
  await settled(REVERSE, { id: payment.id, reason: "Merged by mistake" });
});

test("imported invoices bring their payments, and undoing reverses them", async () => {
  const { number, id } = await makeCustomer(admin);
  const sheet = [
    "Customer number,Number,Status,Issue date,Due date,Total,Paid,Paid on",
    `${number},I-900001,PAID,2026-01-01,2026-01-31,100.00,100.00,2026-01-20`,
    `${number},I-900002,AUTHORIZED,2026-01-01,2026-01-31,80.00,30.00,`,
    `${number},I-900003,AUTHORIZED,2026-01-01,2026-01-31,60.00,,`,
  ].join("\n");
  const plan = await planned(admin, "invoices.csv", sheet, "INVOICE");
  expect((await ran(admin, plan.id)).result).toMatchObject({ created: 3, failed: 0 });
  expect(await ledgerFaults(server.app.database.pool)).toEqual([]);
  const listed = async () =>
    (await admin.ask<{ customer: { payments: { nodes: object[] } } }>(OF_CUSTOMER, { id })).data
      .customer.payments.nodes;
  expect(await listed()).toHaveLength(2);
  const undone = await admin.ask(
    "mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { id } } }",
    { input: { id: plan.id } },
  );
  expect(undone.errors).toBeUndefined();
  await importUntil(admin, plan.id, ["UNDONE"]);
  expect(await listed()).toHaveLength(0);
  const { rows } = await server.app.database.pool.query(
    "SELECT kind, count(*)::int FROM ledger_entries e WHERE NOT EXISTS (SELECT FROM payments p WHERE p.id = e.payment_id) GROUP BY 1 ORDER BY 1",
  );
  expect(rows).toEqual([
    { kind: "ALLOCATION", count: 2 },
    { kind: "RECEIPT", count: 2 },
    { kind: "REVERSAL", count: 4 },
  ]);
});

test("payments are for those who may read invoices, and written by those who may write them", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const { id } = await makePayment(admin, customerId);
  const one = "query ($id: ID!) { payment(id: $id) { id } }";
  expect((await viewer.ask(one, { id })).data).toEqual({ payment: { id } });
  expect(codeOf(await projects.ask(one, { id }))).toBe("FORBIDDEN");
  expect(codeOf(await projects.ask(OF_CUSTOMER, { id: customerId }))).toBe("FORBIDDEN");
  const input = { id, reason: "x" };
  expect(codeOf(await viewer.ask(REVERSE, { input }))).toBe("FORBIDDEN");
});
