import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { issuesOf } from "../../../test/support/refusals.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { worth } from "../documents/line.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { makeOrder } from "../orders/order.factory.js";
import { makePayment } from "../payments/payment.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const CREDIT = `query ($id: ID!) { customer(id: $id) { version creditLimit { amount currency } summary { credit {
  limit { amount currency } receivables { amount } committed { amount } used { amount } left { amount } isOver } } } }`;

interface Answer {
  customer: { version: number; creditLimit: object | null; summary: { credit: object | null } };
}

async function customerOf(id: string): Promise<Answer["customer"]> {
  const { data } = await admin.ask<Answer>(CREDIT, { id });
  return data.customer;
}

const creditOf = async (id: string) => (await customerOf(id)).summary.credit;
const amount = (text: string) => ({ amount: text });

async function refuseBeyond(refuses: boolean) {
  const { data } = await admin.ask<{ organisation: { version: number } }>(
    "{ organisation { version } }",
  );
  const { errors } = await admin.ask(
    "mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { organisation { refuseOverCreditLimit } } }",
    { input: { version: data.organisation.version, refuseOverCreditLimit: refuses } },
  );
  expect(errors).toBeUndefined();
}

test("what is used of a limit are open invoices, pending ones, and open orders without what was invoiced of them", async () => {
  const { id } = await makeCustomer(admin, { creditLimit: "1000", currency: "EUR" });
  const euros = (value: string) => ({ currency: "EUR", lines: worth(value) });
  const first = await makeInvoice(admin, id, { status: "AUTHORIZED", ...euros("300") });
  await makePayment(admin, id, {
    currency: "EUR",
    amount: "100",
    allocations: [{ invoiceId: first.id, amount: "100" }],
  });
  await makeInvoice(admin, id, { status: "PENDING", ...euros("50") });
  await makeInvoice(admin, id, { status: "DRAFT", ...euros("9000") });
  await makeInvoice(admin, id, { status: "AUTHORIZED", lines: worth("9000"), currency: "BRL" });
  await makeInvoice(admin, id, {
    kind: "PURCHASE",
    number: "P",
    status: "AUTHORIZED",
    ...euros("9"),
  });
  const order = await makeOrder(admin, id, { status: "OPEN", ...euros("600") });
  await makeOrder(admin, id, { status: "DRAFT", ...euros("9000") });
  await makeInvoice(admin, id, { status: "AUTHORIZED", orderId: order.id, ...euros("150") });
  expect(await customerOf(id)).toMatchObject({
    creditLimit: { amount: "1000.00", currency: "EUR" },
    summary: {
      credit: {
        limit: { amount: "1000.00", currency: "EUR" },
        receivables: amount("350.00"),
        committed: amount("500.00"),
        used: amount("850.00"),
        left: amount("150.00"),
        isOver: false,
      },
    },
  });
});

test("a limit is above 0, is changed and taken away, and without one nothing is used", async () => {
  const { id } = await makeCustomer(admin, { currency: "EUR" });
  expect(await creditOf(id)).toBeNull();
  const set = async (creditLimit: string | null) => {
    const { version } = await customerOf(id);
    return admin.ask(
      "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }",
      { input: { id, version, creditLimit } },
    );
  };
  expect(issuesOf(await set("0"))).toEqual(["creditLimit not_positive"]);
  expect((await set("250.5")).errors).toBeUndefined();
  expect(await creditOf(id)).toMatchObject({ limit: amount("250.50"), left: amount("250.50") });
  expect((await set(null)).errors).toBeUndefined();
  expect(await creditOf(id)).toBeNull();
});

test("customers beyond their limit are found", async () => {
  const over = await makeCustomer(admin, { legalName: "Zeta over", creditLimit: "10" });
  const within = await makeCustomer(admin, { legalName: "Zeta within", creditLimit: "20" });
  const without = await makeCustomer(admin, { legalName: "Zeta without" });
  for (const { id } of [over, within, without])
    await makeOrder(admin, id, { status: "OPEN", lines: worth("15") });
  const found = async (isOver: boolean) => {
    const { data } = await admin.ask<{ customers: { nodes: { id: string }[] } }>(
      `query ($isOver: Boolean!) { customers(search: "zeta", filter: { isOverCreditLimit: $isOver }) { nodes { id } } }`,
      { isOver },
    );
    return data.customers.nodes.map(({ id }) => id).toSorted();
  };
  expect(await found(true)).toEqual([over.id]);
  expect(await found(false)).toEqual([within.id, without.id].toSorted());
});

describe("where the organisation refuses what goes beyond", () => {
  beforeAll(() => refuseBeyond(true));
  afterAll(() => refuseBeyond(false));
  const CREATE =
    "mutation ($input: CreateOrderInput!) { createOrder(input: $input) { order { id } } }";

  test("an order or invoice that passes the limit is refused, and one that uses no more is not", async () => {
    const { id: customerId } = await makeCustomer(admin, { creditLimit: "100" });
    const invoice = await makeInvoice(admin, customerId, {
      status: "AUTHORIZED",
      lines: worth("80"),
    });
    const order = (status: string) =>
      admin.ask(CREATE, { input: { customerId, status, lines: worth("30") } });
    expect(issuesOf(await order("OPEN"))).toEqual(["lines over_credit_limit"]);
    expect((await order("DRAFT")).errors).toBeUndefined();
    const { errors } = await admin.ask(
      "mutation ($input: CreateInvoiceInput!) { createInvoice(input: $input) { invoice { id } } }",
      { input: { customerId, status: "PENDING", lines: worth("20.01") } },
    );
    expect(JSON.stringify(errors)).toContain("beyond its credit limit");
    await refuseBeyond(false);
    await makeOrder(admin, customerId, { status: "OPEN", lines: worth("500") });
    await refuseBeyond(true);
    const noted = await admin.ask(
      "mutation ($input: UpdateInvoiceInput!) { updateInvoice(input: $input) { invoice { id } } }",
      { input: { id: invoice.id, version: invoice.version, notes: "Agreed" } },
    );
    expect(noted.errors).toBeUndefined();
  });

  test("of many orders at once only as many pass as the limit has room for", async () => {
    const { id: customerId } = await makeCustomer(admin, { creditLimit: "100" });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        admin.ask(CREATE, { input: { customerId, status: "OPEN", lines: worth("30") } }),
      ),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(3);
    expect(await creditOf(customerId)).toMatchObject({ used: amount("90.00"), isOver: false });
  });
});
