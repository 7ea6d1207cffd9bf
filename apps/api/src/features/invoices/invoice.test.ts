import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { line, worth } from "../documents/line.factory.js";
import { makeOrder } from "../orders/order.factory.js";
import { makeInvoice } from "./invoice.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.setNow(null));
afterAll(() => server.close());

const INVOICE = `
  id number version kind status state issuedOn dueOn paidOn daysLate
  total { amount currency } paid { amount } balance { amount currency }
  lines { position description quantity total { amount } }
  order { id status } customer { id }`;

interface Shown {
  id: string;
  number: string;
  version: number;
  status: string;
  state: string;
  dueOn: string;
}
const writing =
  <Name extends string>(name: Name, inputType: string) =>
  async (input: object, caller: Caller = admin) => {
    const { data, errors } = await caller.ask<Record<Name, { invoice: Shown }>>(
      `mutation ($input: ${inputType}!) { ${name}(input: $input) { invoice { ${INVOICE} } } }`,
      { input },
    );
    return { invoice: data?.[name]?.invoice, error: errors?.[0]?.extensions };
  };
const create = writing("createInvoice", "CreateInvoiceInput");
const update = writing("updateInvoice", "UpdateInvoiceInput");
const pay = writing("payInvoice", "PayInvoiceInput");
const fromOrder = writing("createInvoiceFromOrder", "CreateInvoiceFromOrderInput");
const remove = writing("deleteInvoice", "DeleteInput");
const restore = writing("restoreInvoice", "RestoreInput");

const code = (code: string) => ({ issues: [expect.objectContaining({ code })] });

test("an invoice is due after its customer's payment term, else after 30 days", async () => {
  server.setNow(new Date("2026-02-10T15:00:00Z"));
  const quick = await makeCustomer(admin, { paymentTermDays: 7, currency: "EUR" });
  const { invoice } = await create({
    customerId: quick.id,
    lines: [line("Horas", "3", "0.1"), line("Base", "1", "10000000000000.00")],
  });
  expect(invoice).toMatchObject({
    kind: "SALES",
    status: "DRAFT",
    state: "DRAFT",
    issuedOn: "2026-02-10",
    dueOn: "2026-02-17",
    paidOn: null,
    total: { amount: "10000000000000.30", currency: "EUR" },
    paid: { amount: "0.00" },
    balance: { amount: "10000000000000.30", currency: "EUR" },
  });
  expect(invoice?.number).toMatch(/^I-\d{6}$/);
  const usual = await makeCustomer(admin);
  expect((await create({ customerId: usual.id })).invoice?.dueOn).toBe("2026-03-12");
  const given = await create({ customerId: usual.id, dueOn: "2026-02-10" });
  expect(given.invoice?.dueOn).toBe("2026-02-10");
  const late = await create({ customerId: usual.id, dueOn: "2026-02-09" });
  expect(late.error).toMatchObject(code("before_start"));
});

test("payments add up exactly, in part and in full", async () => {
  server.setNow(new Date("2026-02-10T15:00:00Z"));
  const customer = await makeCustomer(admin);
  const { invoice } = await create({
    customerId: customer.id,
    status: "AUTHORIZED",
    issuedOn: "2026-01-01",
    dueOn: "2026-02-09",
    lines: worth("0.30"),
  });
  const id = invoice?.id;
  expect(invoice).toMatchObject({ state: "OVERDUE", daysLate: 1 });
  const part = await pay({ id, version: 1, amount: "0.1", paidOn: "2026-02-01" });
  expect(part.invoice).toMatchObject({
    version: 2,
    status: "AUTHORIZED",
    paid: { amount: "0.10" },
    balance: { amount: "0.20" },
    paidOn: "2026-02-01",
  });
  expect((await pay({ id, version: 1, amount: "0.1" })).error).toMatchObject({
    code: "CONFLICT",
    fields: ["paid"],
    current: {
      version: 2,
      customerId: customer.id,
      total: { amount: "0.30", currency: "BRL" },
      paid: { amount: "0.10" },
    },
  });
  expect((await pay({ id, version: 2, amount: "0.21" })).error).toMatchObject({
    code: "VALIDATION_FAILED",
    issues: [
      {
        path: "amount",
        code: "exceeds_balance",
        message: "is more than the open balance of R$0.20",
      },
    ],
  });
  expect((await pay({ id, version: 2, amount: "0" })).error).toMatchObject(code("not_positive"));
  expect((await pay({ id, version: 2, amount: "0.001" })).error).toMatchObject(
    code("too_many_decimals"),
  );
  expect((await pay({ id, version: 2, paidOn: "2026-02-11" })).error).toMatchObject(
    code("in_the_future"),
  );
  const rest = await pay({ id, version: 2 });
  expect(rest.invoice).toMatchObject({
    version: 3,
    status: "PAID",
    state: "PAID",
    daysLate: 0,
    paid: { amount: "0.30" },
    balance: { amount: "0.00" },
    paidOn: "2026-02-10",
  });
  expect((await pay({ id, version: 3, amount: "0.01" })).error).toMatchObject(
    code("exceeds_balance"),
  );
  const history = await server.app.database.pool.query(
    "SELECT action FROM activity WHERE record_id = $1 ORDER BY id",
    [id],
  );
  expect(history.rows.map((row) => row.action)).toEqual(["created", "partly_paid", "paid"]);
  const back = await update({ id, version: 3, status: "AUTHORIZED" });
  expect(back.invoice).toMatchObject({ state: "OVERDUE", paid: { amount: "0.00" }, paidOn: null });
});

test("of 20 payments of one version one is registered", async () => {
  const customer = await makeCustomer(admin);
  const made = await makeInvoice(admin, customer.id, { status: "AUTHORIZED", lines: worth("100") });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => pay({ id: made.id, version: 1, amount: "10" })),
  );
  expect(answers.filter((answer) => answer.error?.code === "CONFLICT")).toHaveLength(19);
  const paid = answers.flatMap((answer) => answer.invoice ?? []);
  expect(paid).toMatchObject([{ version: 2, balance: { amount: "90.00" } }]);
});

test("an invoice moves only as allowed, and a paid one never becomes a draft", async () => {
  const customer = await makeCustomer(admin);
  const made = await makeInvoice(admin, customer.id, { lines: worth("10") });
  const id = made.id;
  expect((await pay({ id, version: 1 })).error?.issues).toMatchObject([
    {
      path: "status",
      message: "cannot change from Draft to Paid; possible from there: Pending, Cancelled",
    },
  ]);
  expect((await update({ id, version: 1, status: "AUTHORIZED" })).error).toMatchObject(
    code("transition_not_allowed"),
  );
  await update({ id, version: 1, status: "PENDING" });
  const changed = await update({ id, version: 2, lines: worth("12"), status: "AUTHORIZED" });
  expect(changed.invoice).toMatchObject({ version: 3, balance: { amount: "12.00" } });
  expect((await update({ id, version: 3, lines: worth("13") })).error).toMatchObject(
    code("locked_by_status"),
  );
  expect((await update({ id, version: 3, currency: "USD" })).error).toMatchObject(
    code("locked_by_status"),
  );
  const paid = await update({ id, version: 3, status: "PAID" });
  expect(paid.invoice).toMatchObject({ paid: { amount: "12.00" }, balance: { amount: "0.00" } });
  for (const [status, name] of [
    ["DRAFT", "Draft"],
    ["PENDING", "Pending"],
    ["CANCELLED", "Cancelled"],
  ]) {
    expect((await update({ id, version: 4, status })).error?.issues).toMatchObject([
      { message: `cannot change from Paid to ${name}; possible from there: Authorised` },
    ]);
  }
  const stale = await update({ id, version: 3, status: "CANCELLED" });
  expect(stale.error).toMatchObject({ code: "CONFLICT", current: { status: "PAID" } });
});

test("nothing is still to be paid of a cancelled invoice", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const { invoice } = await create({ customerId, status: "AUTHORIZED", lines: worth("12") });
  expect(invoice).toMatchObject({ balance: { amount: "12.00" } });
  const cancelled = await update({ id: invoice?.id, version: 1, status: "CANCELLED" });
  expect(cancelled.invoice).toMatchObject({
    total: { amount: "12.00" },
    balance: { amount: "0.00" },
  });
});

test("a purchase invoice has its supplier's number, once for each supplier", async () => {
  const [one, two] = [await makeCustomer(admin), await makeCustomer(admin)];
  const purchase = { kind: "PURCHASE", number: "NF 1234" };
  const first = await create({ customerId: one.id, ...purchase });
  expect(first.invoice).toMatchObject({ kind: "PURCHASE", number: "NF 1234" });
  expect((await create({ customerId: two.id, ...purchase })).invoice?.number).toBe("NF 1234");
  const twice = await Promise.all([
    create({ customerId: one.id, ...purchase }),
    create({ customerId: two.id, ...purchase, number: "NF 5" }),
    create({ customerId: two.id, ...purchase, number: "NF 5" }),
  ]);
  expect(twice[0]?.error).toMatchObject(code("taken"));
  expect(twice.filter((answer) => answer.invoice)).toHaveLength(1);
  const own = await create({ customerId: one.id, kind: "PURCHASE" });
  expect(own.invoice?.number).toMatch(/^P-\d{6}$/);
  const rename = await update({ id: own.invoice?.id, version: 1, number: "NF 1234" });
  expect(rename.error).toMatchObject(code("taken"));
  expect((await create({ customerId: one.id, number: "I-1" })).error).toMatchObject(
    code("given_by_system"),
  );
  await remove({ id: first.invoice?.id });
  expect((await create({ customerId: one.id, ...purchase })).invoice?.number).toBe("NF 1234");
  expect((await restore({ id: first.invoice?.id })).error).toMatchObject(code("taken"));
});

test("an order becomes an invoice in one action, once", async () => {
  server.setNow(new Date("2026-02-10T15:00:00Z"));
  const customer = await makeCustomer(admin, { paymentTermDays: 10 });
  const lines = [line("A", "3", "0.1"), line("B", "1", "2.335")];
  const order = await makeOrder(admin, customer.id, { status: "OPEN", currency: "EUR", lines });
  const draft = await makeOrder(admin, customer.id, { lines });
  expect((await fromOrder({ orderId: draft.id })).error).toMatchObject(
    code("transition_not_allowed"),
  );
  const attempts = await Promise.all(
    Array.from({ length: 5 }, () => fromOrder({ orderId: order.id })),
  );
  const made = attempts.flatMap((attempt) => attempt.invoice ?? []);
  expect(made).toMatchObject([
    {
      kind: "SALES",
      status: "PENDING",
      issuedOn: "2026-02-10",
      dueOn: "2026-02-20",
      total: { amount: "2.64", currency: "EUR" },
      lines: [
        { position: 1, description: "A", quantity: "3", total: { amount: "0.30" } },
        { position: 2, description: "B", quantity: "1", total: { amount: "2.34" } },
      ],
      order: { id: order.id, status: "FINALIZED" },
    },
  ]);
  for (const { error } of attempts.filter((attempt) => attempt.error)) {
    expect(error).toMatchObject(code("already_invoiced"));
  }
  const { data } = await admin.ask<{ order: { invoices: object } }>(
    "query ($id: ID!) { order(id: $id) { invoices { totalCount nodes { number } } } }",
    { id: order.id },
  );
  expect(data.order.invoices).toEqual({ totalCount: 1, nodes: [{ number: made[0]?.number }] });
  await update({ id: made[0]?.id, version: 1, status: "CANCELLED" });
  const again = await fromOrder({ orderId: order.id, dueOn: "2026-02-11" });
  expect(again.invoice).toMatchObject({ dueOn: "2026-02-11" });
});

test("links stay within one customer", async () => {
  const [customer, other] = [await makeCustomer(admin), await makeCustomer(admin)];
  const order = await makeOrder(admin, other.id);
  expect((await create({ customerId: customer.id, orderId: order.id })).error).toMatchObject(
    code("of_another_customer"),
  );
});

test("30 parallel creates take numbers without gaps or repeats, also where some fail", async () => {
  await server.asOwner(`
    CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;
    CREATE TRIGGER broken AFTER INSERT ON invoice_lines FOR EACH ROW
      WHEN (new.description = 'broken') EXECUTE FUNCTION break();`);
  const customer = await makeCustomer(admin);
  const { number: first } = await makeInvoice(admin, customer.id);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      create({
        customerId: customer.id,
        lines: [line(index % 3 === 0 ? "broken" : "sound", "1", "1")],
      }),
    ),
  );
  expect(answers.filter((answer) => answer.error?.code === "INTERNAL")).toHaveLength(10);
  const numbers = answers.flatMap((answer) => answer.invoice?.number ?? []);
  const start = Number(first.slice(2));
  expect(numbers.map((number) => Number(number.slice(2))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, index) => start + 1 + index),
  );
});

test("finance writes invoices, sales and viewers read them, projects sees none", async () => {
  const customer = await makeCustomer(admin);
  const finance = await server.signIn("finance");
  const made = await create({ customerId: customer.id }, finance);
  expect(made.invoice?.version).toBe(1);
  for (const role of ["sales", "viewer"] as const) {
    const caller = await server.signIn(role);
    const read = await caller.ask("query ($id: ID!) { invoice(id: $id) { id } }", {
      id: made.invoice?.id,
    });
    expect(read.data).toEqual({ invoice: { id: made.invoice?.id } });
    for (const write of [
      create({ customerId: customer.id }, caller),
      update({ id: made.invoice?.id, version: 1, notes: "x" }, caller),
      pay({ id: made.invoice?.id, version: 1 }, caller),
      remove({ id: made.invoice?.id }, caller),
    ]) {
      expect((await write).error).toMatchObject({ code: "FORBIDDEN" });
    }
  }
  const projects = await server.signIn("projects");
  for (const query of [
    "query ($id: ID!) { invoice(id: $id) { id } }",
    "query { invoices { totalCount } }",
    "query { customers { nodes { invoices { totalCount } } } }",
    "query { customers { nodes { summary { invoices { overdue { count } } } } } }",
    "query { customers { nodes { summary { purchaseInvoices { overdue { count } } } } } }",
    "query { customers(filter: { hasOverdueInvoices: true }) { totalCount } }",
  ]) {
    const { errors } = await projects.ask(query, { id: made.invoice?.id });
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  }
});
