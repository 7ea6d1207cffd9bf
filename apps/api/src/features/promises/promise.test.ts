import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { issuesOf } from "../../../test/support/refusals.js";
import { makeContact } from "../contacts/contact.factory.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { worth } from "../documents/line.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { makePayment } from "../payments/payment.factory.js";
import { makePromise } from "./promise.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

interface Listed {
  customer: {
    promisesToPay: {
      totalCount: number;
      nodes: { dueOn: string; state: string; received: { amount: string } }[];
    };
  };
}

const LIST = `query ($id: ID!, $filter: PromiseToPayFilter) {
  customer(id: $id) { promisesToPay(filter: $filter) { totalCount nodes { dueOn state received { amount } } } }
}`;

/** Each promise of a customer as `day state received`. */
async function standing(id: string, filter: object = {}): Promise<string[]> {
  const { data, errors } = await admin.ask<Listed>(LIST, { id, filter });
  expect(errors).toBeUndefined();
  const { nodes, totalCount } = data.customer.promisesToPay;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ dueOn, state, received }) => `${dueOn} ${state} ${received.amount}`);
}

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

async function today(): Promise<string> {
  const { data } = await admin.ask<{ viewer: { today: string } }>("{ viewer { today } }");
  return data.viewer.today;
}

test("money that came by its day keeps a promise, the one that is due first before the next", async () => {
  const { id } = await makeCustomer(admin);
  for (const dueOn of ["2026-01-10", "2026-01-20", "2026-01-30"])
    await makePromise(admin, id, { madeOn: "2026-01-05", dueOn });
  const before = await makePayment(admin, id, { paidOn: "2026-01-04", amount: "500" });
  expect(before).toBeDefined();
  await makePayment(admin, id, { paidOn: "2026-01-09", amount: "60" });
  await makePayment(admin, id, { paidOn: "2026-01-10", amount: "40" });
  await makePayment(admin, id, { paidOn: "2026-01-15", amount: "70" });
  const last = await makePayment(admin, id, { paidOn: "2026-01-20", amount: "30" });
  await makePayment(admin, id, { paidOn: "2026-01-31", amount: "100" });
  await makePayment(admin, id, { paidOn: "2026-01-22", amount: "99", currency: "EUR" });
  expect(await standing(id)).toEqual([
    "2026-01-10 KEPT 100.00",
    "2026-01-20 KEPT 100.00",
    "2026-01-30 BROKEN 0.00",
  ]);
  const { errors } = await admin.ask(
    "mutation ($input: ReversePaymentInput!) { reversePayment(input: $input) { payment { id } } }",
    { input: { id: last.id, reason: "Bounced" } },
  );
  expect(errors).toBeUndefined();
  expect(await standing(id, { state: ["BROKEN"] })).toEqual([
    "2026-01-20 BROKEN 70.00",
    "2026-01-30 BROKEN 0.00",
  ]);
  expect(await standing(id, { state: ["KEPT"] })).toEqual(["2026-01-10 KEPT 100.00"]);
});

test("a promise that names invoices is kept by what settles these, until it is taken back", async () => {
  const { id } = await makeCustomer(admin);
  const invoice = () =>
    makeInvoice(admin, id, {
      status: "AUTHORIZED",
      issuedOn: "2026-01-01",
      lines: worth("100"),
      currency: "BRL",
    });
  const [named, other] = [await invoice(), await invoice()];
  await makePromise(admin, id, { amount: "80", invoiceIds: [named.id, named.id] });
  await makePayment(admin, id, { allocations: [{ invoiceId: other.id, amount: "100" }] });
  expect(await standing(id)).toEqual(["2026-01-20 BROKEN 0.00"]);
  const payment = await makePayment(admin, id, {
    allocations: [{ invoiceId: named.id, amount: "80" }],
  });
  expect(await standing(id)).toEqual(["2026-01-20 KEPT 80.00"]);
  await admin.ask(
    "mutation ($input: ReversePaymentInput!) { reversePayment(input: $input) { payment { id } } }",
    { input: { id: payment.id, reason: "Bounced" } },
  );
  expect(await standing(id)).toEqual(["2026-01-20 BROKEN 0.00"]);
});

test("what is due today and later is found among all customers, by their owners, and customers by it", async () => {
  const day = await today();
  const owner = admin.userId;
  const { id } = await makeCustomer(admin, { legalName: "Promessa Hoje", ownerId: owner });
  const { id: other } = await makeCustomer(admin, { legalName: "Promessa Depois" });
  await makePromise(admin, id, { madeOn: day, dueOn: day });
  await makePromise(admin, other, { madeOn: day, dueOn: dayAfter(day, 3) });
  await makePromise(admin, other, { madeOn: dayAfter(day, -9), dueOn: dayAfter(day, -1) });
  expect(await standing(other)).toEqual([
    `${dayAfter(day, -1)} BROKEN 0.00`,
    `${dayAfter(day, 3)} UPCOMING 0.00`,
  ]);
  const { data } = await admin.ask<{
    promisesToPay: { nodes: { customer: { id: string }; createdBy: { id: string } }[] };
  }>(
    `query ($owners: [ID!]!) { promisesToPay(filter: { state: [DUE_TODAY], customerOwnerIds: $owners }) {
      nodes { customer { id } createdBy { id } } } }`,
    { owners: [owner] },
  );
  expect(data.promisesToPay.nodes).toEqual([{ customer: { id }, createdBy: { id: owner } }]);
  const found = async (states: string[]) => {
    const answer = await admin.ask<{ customers: { nodes: { legalName: string }[] } }>(
      `query ($states: [PromiseToPayState!]) {
        customers(search: "promessa", filter: { promiseToPay: $states }) { nodes { legalName } } }`,
      { states },
    );
    return answer.data.customers.nodes.map(({ legalName }) => legalName).toSorted();
  };
  expect(await found(["DUE_TODAY"])).toEqual(["Promessa Hoje"]);
  expect(await found(["BROKEN", "UPCOMING"])).toEqual(["Promessa Depois"]);
  expect(await found(["DUE_TODAY", "BROKEN"])).toEqual(["Promessa Depois", "Promessa Hoje"]);
  expect(await found(["KEPT"])).toEqual([]);
});

describe("what cannot be promised", () => {
  const CREATE =
    "mutation ($input: CreatePromiseToPayInput!) { createPromiseToPay(input: $input) { promiseToPay { id } } }";
  let customerId: string;
  beforeAll(async () => {
    customerId = (await makeCustomer(admin)).id;
  });
  const refused = async (input: object) =>
    issuesOf(
      await admin.ask(CREATE, {
        input: {
          customerId,
          madeOn: "2026-01-05",
          dueOn: "2026-01-20",
          amount: "10",
          currency: "BRL",
          ...input,
        },
      }),
    );

  test("nothing, parts of a cent, a day before the promise, and a promise of tomorrow", async () => {
    expect(await refused({ amount: "0" })).toEqual(["amount not_positive"]);
    expect(await refused({ amount: "1.001" })).toEqual(["amount too_many_decimals"]);
    expect(await refused({ dueOn: "2026-01-04" })).toEqual(["dueOn before_it_was_promised"]);
    expect(await refused({ madeOn: "2199-01-01", dueOn: "2199-01-02" })).toEqual([
      "madeOn in_the_future",
    ]);
  });

  test("by people and of invoices of another customer, purchases, drafts, and another currency", async () => {
    const { id: other } = await makeCustomer(admin);
    const contact = await makeContact(admin, other);
    expect(await refused({ contactId: contact.id })).toEqual(["contactId unknown_contact"]);
    const invoices = [
      await makeInvoice(admin, other, { status: "AUTHORIZED", currency: "BRL" }),
      await makeInvoice(admin, customerId, {
        kind: "PURCHASE",
        number: "X",
        status: "AUTHORIZED",
        currency: "BRL",
      }),
      await makeInvoice(admin, customerId, { currency: "BRL" }),
      await makeInvoice(admin, customerId, { status: "AUTHORIZED", currency: "EUR" }),
    ];
    expect(await refused({ invoiceIds: invoices.map(({ id }) => id) })).toEqual(
      invoices.map((_, index) => `invoiceIds.${index} not_to_be_promised`),
    );
  });
});

test("a promise is moved, put into the trash and taken out again, and its history says so", async () => {
  const { id } = await makeCustomer(admin);
  const made = await makePromise(admin, id);
  const change = async (name: string, input: object) => {
    const { data, errors } = await admin.ask<
      Record<string, { promiseToPay: { version: number; dueOn: string } }>
    >(
      `mutation ($input: ${name === "update" ? "UpdatePromiseToPayInput" : name === "delete" ? "DeleteInput" : "RestoreInput"}!) {
        ${name}PromiseToPay(input: $input) { promiseToPay { version dueOn } } }`,
      { input: { id: made.id, ...input } },
    );
    expect(errors).toBeUndefined();
    return data[`${name}PromiseToPay`]?.promiseToPay;
  };
  const moved = await change("update", { version: made.version, dueOn: "2026-02-01" });
  expect(moved?.dueOn).toBe("2026-02-01");
  await change("delete", { version: moved?.version });
  expect(await standing(id)).toEqual([]);
  await change("restore", {});
  expect(await standing(id)).toEqual(["2026-02-01 BROKEN 0.00"]);
  const { data } = await admin.ask<{
    customer: { activity: { nodes: { action: string; recordType: string }[] } };
  }>("query ($id: ID!) { customer(id: $id) { activity { nodes { action recordType } } } }", { id });
  expect(
    data.customer.activity.nodes
      .filter(({ recordType }) => recordType === "PROMISE_TO_PAY")
      .map(({ action }) => action)
      .toReversed(),
  ).toEqual(["created", "updated", "deleted", "restored"]);
});

test("who may read invoices sees promises, and only who may write them enters one", async () => {
  const { id } = await makeCustomer(admin);
  await makePromise(admin, id);
  const viewer = await server.signIn("projects");
  const read = await viewer.ask(LIST, { id });
  expect(read.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const sales = await server.signIn("viewer");
  const refused = await sales.ask(
    "mutation ($input: CreatePromiseToPayInput!) { createPromiseToPay(input: $input) { promiseToPay { id } } }",
    { input: { customerId: id, dueOn: "2026-01-20", amount: "1", currency: "BRL" } },
  );
  expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});
