import { addDays } from "@clientela/shared/values/dates";
import { limitedPerson } from "../../../test/recordAccess/limitedPeople.js";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeCreditNote } from "../creditNotes/creditNote.factory.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { worth } from "../documents/line.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { makePayment } from "../payments/payment.factory.js";

const TODAY = "2026-06-30";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
beforeEach(() => server.setNow(new Date(`${TODAY}T15:00:00Z`)));
afterEach(() => server.setNow(null));
afterAll(() => server.close());

const AGEING = `currency total { amount } overdue { amount } notDue { amount } days1To30 { amount } days31To60 { amount }
  days61To90 { amount } over90 { amount } oldestDueOn averageDaysToPay`;
const SUMMARY = `query ($id: ID!) { customer(id: $id) { summary {
  receivables { ${AGEING} } payables { ${AGEING} } } } }`;
const STATEMENT = `query ($id: ID!, $from: Date!, $to: Date!, $kind: InvoiceKind, $first: Int, $after: String) {
  customerStatement(customerId: $id, from: $from, to: $to, kind: $kind) {
    currency opening { amount currency } closing { amount }
    movements(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { date type reference description amount { amount } debit { amount } credit { amount } balance { amount }
        invoice { number } payment { id } creditNote { id } }
    }
    openItems { nodes { type reference issuedOn dueOn daysPastDue total { amount } open { amount }
      invoice { id } payment { id } creditNote { id } } }
  }
}`;
const REVERSE =
  "mutation ($input: ReversePaymentInput!) { reversePayment(input: $input) { payment { id } } }";
const CANCEL =
  "mutation ($input: CancelCreditNoteInput!) { cancelCreditNote(input: $input) { creditNote { id } } }";

interface Statement {
  currency: string;
  opening: { amount: string };
  closing: { amount: string };
  movements: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: {
      date: string;
      type: string;
      description: string | null;
      debit: { amount: string };
      credit: { amount: string };
    }[];
  };
  openItems: { nodes: object[] };
}

async function statements(id: string, from: string, to: string, rest: object = {}) {
  const { data, errors } = await admin.ask<{ customerStatement: Statement[] }>(STATEMENT, {
    id,
    from,
    to,
    ...rest,
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.customerStatement;
}

const billed = (customerId: string, amount: string, dueOn: string, rest: object = {}) =>
  makeInvoice(admin, customerId, {
    status: "AUTHORIZED",
    issuedOn: addDays(dueOn, -30),
    dueOn,
    lines: worth(amount),
    ...rest,
  });

test("what is open is sorted by how late it is, by currency and side", async () => {
  const { id } = await makeCustomer(admin);
  await billed(id, "1", TODAY);
  await billed(id, "2", addDays(TODAY, -1));
  await billed(id, "4", addDays(TODAY, -30));
  await billed(id, "8", addDays(TODAY, -31));
  await billed(id, "16", addDays(TODAY, -60));
  await billed(id, "32", addDays(TODAY, -61));
  await billed(id, "64", addDays(TODAY, -90));
  const oldest = await billed(id, "128", addDays(TODAY, -91));
  await billed(id, "5", TODAY, { currency: "USD" });
  await billed(id, "7", addDays(TODAY, -40), { kind: "PURCHASE", number: "X-1" });
  const { issuedOn } = { issuedOn: addDays(TODAY, -121) };
  const allocations = [{ invoiceId: oldest.id, amount: "28" }];
  await makePayment(admin, id, { paidOn: TODAY, amount: "28", allocations });
  const early = await billed(id, "10", addDays(TODAY, -11));
  await makePayment(admin, id, {
    paidOn: addDays(TODAY, -36),
    amount: "10",
    allocations: [{ invoiceId: early.id, amount: "10" }],
  });
  const amount = (text: string) => ({ amount: text });
  const { data } = await admin.ask<{ customer: { summary: object } }>(SUMMARY, { id });
  expect(data.customer.summary).toEqual({
    receivables: [
      {
        currency: "BRL",
        total: amount("227.00"),
        overdue: amount("226.00"),
        notDue: amount("1.00"),
        days1To30: amount("6.00"),
        days31To60: amount("24.00"),
        days61To90: amount("96.00"),
        over90: amount("100.00"),
        oldestDueOn: addDays(issuedOn, 30),
        averageDaysToPay: 5,
      },
      expect.objectContaining({ currency: "USD", total: amount("5.00"), notDue: amount("5.00") }),
    ],
    payables: [
      expect.objectContaining({
        currency: "BRL",
        total: amount("7.00"),
        days31To60: amount("7.00"),
        averageDaysToPay: null,
      }),
    ],
  });
});

test("what was open on a day goes by the invoices, payments and reversals dated by then", async () => {
  const { id } = await makeCustomer(admin);
  const AS_OF = `query ($id: ID!, $asOf: Date) { customer(id: $id) { summary {
    receivables(asOf: $asOf) { ${AGEING} } } } }`;
  const asOf = async (day: string | null) => {
    const { data } = await admin.ask<{ customer: { summary: { receivables: object[] } } }>(AS_OF, {
      id,
      asOf: day,
    });
    return data.customer.summary.receivables;
  };
  const invoice = await billed(id, "100", "2026-03-31", { issuedOn: "2026-03-01" });
  const allocations = [{ invoiceId: invoice.id, amount: "40" }];
  const part = await makePayment(admin, id, { paidOn: "2026-04-20", amount: "40", allocations });
  await makePayment(admin, id, {
    paidOn: "2026-05-10",
    amount: "60",
    allocations: [{ invoiceId: invoice.id, amount: "60" }],
  });
  await admin.ask(REVERSE, { input: { id: part.id, reason: "Bounced" } });
  const row = (total: string, bucket: object) => [
    expect.objectContaining({ total: { amount: total }, oldestDueOn: "2026-03-31", ...bucket }),
  ];
  expect(await asOf("2026-02-28")).toEqual([]);
  expect(await asOf("2026-03-31")).toEqual(row("100.00", { notDue: { amount: "100.00" } }));
  expect(await asOf("2026-04-30")).toEqual(row("60.00", { days1To30: { amount: "60.00" } }));
  expect(await asOf("2026-05-10")).toEqual([]);
  expect(await asOf(TODAY)).toEqual(row("40.00", { over90: { amount: "40.00" } }));
  expect(await asOf(null)).toEqual(await asOf(TODAY));
});

test("a statement goes from its opening to its closing by its movements, page by page", async () => {
  const { id } = await makeCustomer(admin);
  await billed(id, "100", "2026-02-10", { issuedOn: "2026-01-10" });
  const invoice = await billed(id, "50", "2026-03-10", { issuedOn: "2026-02-10" });
  await makeInvoice(admin, id, { issuedOn: "2026-02-11", lines: worth("999") });
  const { id: bounced } = await makePayment(admin, id, {
    paidOn: "2026-02-12",
    amount: "70",
    reference: "T-1",
    allocations: [{ invoiceId: invoice.id, amount: "50" }],
  });
  await admin.ask(REVERSE, { input: { id: bounced, reason: "Bounced" } });
  expect(await statements(id, "2026-02-01", "2026-02-28")).toMatchObject([
    {
      currency: "BRL",
      opening: { amount: "100.00" },
      closing: { amount: "80.00" },
      movements: {
        totalCount: 2,
        nodes: [
          { date: "2026-02-10", type: "INVOICE", amount: { amount: "50.00" } },
          {
            date: "2026-02-12",
            type: "PAYMENT",
            reference: "T-1",
            amount: { amount: "-70.00" },
            balance: { amount: "80.00" },
            payment: { id: bounced },
          },
        ],
      },
    },
  ]);
  const [first] = await statements(id, "2026-01-01", TODAY, { first: 3 });
  expect(first).toMatchObject({ opening: { amount: "0.00" }, closing: { amount: "150.00" } });
  expect(first?.movements.pageInfo.hasNextPage).toBe(true);
  const after = first?.movements.pageInfo.endCursor;
  const [rest] = await statements(id, "2026-01-01", TODAY, { first: 3, after });
  expect(rest?.movements.nodes).toMatchObject([
    { date: TODAY, type: "REVERSAL", amount: { amount: "70.00" }, balance: { amount: "150.00" } },
  ]);
});

test("a credit note is in the statement on its date, and its cancellation on the day of that", async () => {
  const { id } = await makeCustomer(admin);
  const invoice = await billed(id, "100", "2026-03-10");
  const issuedOn = "2026-03-01";
  const note = await makeCreditNote(admin, id, {
    invoiceId: invoice.id,
    issuedOn,
    lines: worth("30"),
  });
  const closing = async (to: string) => (await statements(id, "2026-01-01", to))[0];
  expect(await closing("2026-03-31")).toMatchObject({
    closing: { amount: "70.00" },
    movements: {
      nodes: [
        { type: "INVOICE" },
        {
          date: issuedOn,
          type: "CREDIT_NOTE",
          reference: note.number,
          amount: { amount: "-30.00" },
          creditNote: { id: note.id },
        },
      ],
    },
  });
  const { data } = await admin.ask(SUMMARY, { id });
  expect(data).toMatchObject({
    customer: { summary: { receivables: [{ total: { amount: "70.00" } }] } },
  });
  await admin.ask(CANCEL, { input: { id: note.id, reason: "Agreed otherwise" } });
  expect((await closing("2026-03-31"))?.closing.amount).toBe("70.00");
  expect((await closing(TODAY))?.closing.amount).toBe("100.00");
});

test("open items are what adds up to the closing, as of the last day", async () => {
  const { id } = await makeCustomer(admin);
  const invoice = await billed(id, "100", "2026-03-10");
  const bill = await billed(id, "40", "2026-04-01", { kind: "PURCHASE", number: "X-9" });
  const payment = await makePayment(admin, id, {
    paidOn: "2026-03-20",
    amount: "70",
    method: "Bank transfer",
    reference: "T-2",
    allocations: [{ invoiceId: invoice.id, amount: "60" }],
  });
  const item = (type: string, rest: object) => expect.objectContaining({ type, ...rest });
  const itemsOn = async (to: string, kind?: string) => {
    const [statement] = await statements(id, "2026-01-01", to, { kind });
    return [statement?.closing.amount, statement?.openItems.nodes];
  };
  expect(await itemsOn("2026-03-19")).toEqual([
    "60.00",
    [
      item("INVOICE", {
        reference: invoice.number,
        dueOn: "2026-03-10",
        daysPastDue: 9,
        open: { amount: "100.00" },
        invoice: { id: invoice.id },
      }),
      item("INVOICE", { reference: "X-9", daysPastDue: 0, open: { amount: "-40.00" } }),
    ],
  ]);
  const paid = item("INVOICE", { total: { amount: "100.00" }, open: { amount: "40.00" } });
  const onAccount = item("PAYMENT", {
    reference: "T-2",
    issuedOn: "2026-03-20",
    dueOn: null,
    daysPastDue: null,
    open: { amount: "-10.00" },
    payment: { id: payment.id },
  });
  const bought = item("INVOICE", { open: { amount: "-40.00" }, invoice: { id: bill.id } });
  expect(await itemsOn("2026-03-31")).toEqual(["-10.00", [paid, onAccount, bought]]);
  expect(await itemsOn("2026-03-31", "SALES")).toEqual(["30.00", [paid, onAccount]]);
  expect(await itemsOn("2026-03-31", "PURCHASE")).toEqual(["-40.00", [bought]]);
});

test("who sees some customers alone gets the statements of those", async () => {
  const person = await limitedPerson(server, "OWN");
  const { id } = await makeCustomer(admin, { ownerId: person.userId });
  await billed(id, "100", "2026-03-10");
  await makePayment(admin, id, { paidOn: "2026-03-20", amount: "70" });
  const variables = { id, from: "2026-01-01", to: "2026-03-31" };
  const { data, errors } = await person.ask<object>(STATEMENT, variables);
  expect(errors).toBeUndefined();
  expect(data).toEqual((await admin.ask<object>(STATEMENT, variables)).data);
});

test("a movement is a debit or a credit, and says what it is about", async () => {
  const { id } = await makeCustomer(admin);
  await billed(id, "100", "2026-03-10", {
    lines: [{ description: "Maintenance", quantity: "1", unitPrice: "100" }],
  });
  const { id: bounced } = await makePayment(admin, id, {
    paidOn: "2026-03-20",
    amount: "70",
    method: "Cheque",
  });
  await admin.ask(REVERSE, { input: { id: bounced, reason: "Bounced" } });
  const [statement] = await statements(id, "2026-01-01", TODAY);
  expect(
    statement?.movements.nodes.map(({ description, debit, credit }) => [
      description,
      debit.amount,
      credit.amount,
    ]),
  ).toEqual([
    ["Maintenance", "100.00", "0.00"],
    ["Cheque", "0.00", "70.00"],
    ["Bounced", "70.00", "0.00"],
  ]);
});

test("wrong questions are refused", async () => {
  const { id } = await makeCustomer(admin);
  const fetchStatement = (variables: object) =>
    admin.ask(STATEMENT, { id, from: TODAY, to: TODAY, ...variables });
  expect(issuesOf(await fetchStatement({ to: "2026-06-29" }))).toEqual(["to before_start"]);
  expect(codeOf(await fetchStatement({ id: NO_ID }))).toBe("NOT_FOUND");
  await billed(id, "1", TODAY);
  expect(issuesOf(await fetchStatement({ from: "2026-01-01", after: "nonsense" }))).toEqual([
    "after invalid_cursor",
  ]);
  expect(issuesOf(await fetchStatement({ from: "2026-01-01", first: 101 }))).toEqual([
    "first out_of_range",
  ]);
  const projects = await server.signIn("projects");
  const refused = await projects.ask(STATEMENT, { id, from: TODAY, to: TODAY });
  expect(codeOf(refused)).toBe("FORBIDDEN");
});
