import { addDays } from "@clientela/shared/values/dates";
import { add, compare, negate, subtract } from "@clientela/shared/values/money";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeCreditNote } from "../creditNotes/creditNote.factory.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { worth } from "../documents/line.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { ledgerFaults } from "../payments/ledger.factory.js";
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
const STATEMENT = `query ($id: ID!, $from: Date!, $to: Date!, $first: Int, $after: String) {
  customerStatement(customerId: $id, from: $from, to: $to) {
    currency opening { amount currency } closing { amount }
    movements(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { date type reference amount { amount } balance { amount } invoice { number } payment { id } creditNote { id } }
    }
  }
}`;
const REVERSE =
  "mutation ($input: ReversePaymentInput!) { reversePayment(input: $input) { payment { id } } }";

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
      amount: { amount: string };
      balance: { amount: string };
    }[];
  };
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

// A generator (mulberry32), so that a seed tells a history again.
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Open {
  id: string;
  version: number;
  balance: { amount: string };
  status: string;
}

async function openInvoices(id: string, kind: string): Promise<Open[]> {
  const { data } = await admin.ask<{ customer: { invoices: { nodes: Open[] } } }>(
    `query ($id: ID!, $kind: InvoiceKind!) { customer(id: $id) { invoices(first: 100, filter: { kind: $kind }) {
      nodes { id version status balance { amount } } } } }`,
    { id, kind },
  );
  return data.customer.invoices.nodes;
}

const UPDATE =
  "mutation ($input: UpdateInvoiceInput!) { updateInvoice(input: $input) { invoice { id } } }";
const CANCEL =
  "mutation ($input: CancelCreditNoteInput!) { cancelCreditNote(input: $input) { creditNote { id } } }";
const PAYMENTS = `query ($id: ID!) { customer(id: $id) {
  payments(first: 100) { nodes { id direction reversedOn unallocated { amount } } }
  creditNotes(first: 100) { nodes { id kind cancelledOn unallocated { amount } } } } }`;

interface Paid {
  id: string;
  direction: "RECEIVED" | "PAID";
  reversedOn: string | null;
  unallocated: { amount: string };
}

interface CreditNote {
  id: string;
  kind: "SALES" | "PURCHASE";
  cancelledOn: string | null;
  unallocated: { amount: string };
}

async function sourcesOf(id: string): Promise<{ payments: Paid[]; creditNotes: CreditNote[] }> {
  const { data } = await admin.ask<{
    customer: { payments: { nodes: Paid[] }; creditNotes: { nodes: CreditNote[] } };
  }>(PAYMENTS, { id });
  const { payments, creditNotes } = data.customer;
  return { payments: payments.nodes, creditNotes: creditNotes.nodes };
}

test("for any history a statement agrees with the invoices, the payments, the credit notes and the ledger", async () => {
  const seed = Number(process.env.SEED ?? 20261130);
  const random = randomOf(seed);
  const { id } = await makeCustomer(admin);
  const day = () => addDays(TODAY, -random(200));
  for (let step = 0; step < 70; step += 1) {
    const isSale = random(3) > 0;
    const kind = isSale ? "SALES" : "PURCHASE";
    const amount = `${1 + random(500)}.${String(random(100)).padStart(2, "0")}`;
    const invoices = await openInvoices(id, kind);
    const { payments, creditNotes } = await sourcesOf(id);
    const open = invoices.filter(({ status }) => status === "AUTHORIZED").slice(0, 3);
    switch (random(8)) {
      case 0:
      case 1:
        await billed(id, amount, day(), isSale ? {} : { kind, number: `X-${step}` });
        break;
      case 2:
      case 3: {
        let left = amount;
        const allocations = open.flatMap((invoice) => {
          const part = compare(invoice.balance.amount, left) < 0 ? invoice.balance.amount : left;
          left = subtract(left, part);
          return compare(part, "0") > 0 ? [{ invoiceId: invoice.id, amount: part }] : [];
        });
        const direction = isSale ? "RECEIVED" : "PAID";
        await makePayment(admin, id, { paidOn: day(), amount, direction, allocations });
        break;
      }
      case 4: {
        const one = payments.filter(({ reversedOn }) => !reversedOn)[random(5)];
        if (one) await admin.ask(REVERSE, { input: { id: one.id, reason: "random" } });
        break;
      }
      case 5: {
        const against = random(2) > 0 ? open[0]?.id : undefined;
        const issuedOn = day();
        await makeCreditNote(admin, id, {
          kind,
          issuedOn,
          invoiceId: against,
          lines: worth(amount),
        });
        break;
      }
      case 6: {
        const one = creditNotes.filter(({ cancelledOn }) => !cancelledOn)[random(3)];
        if (one) await admin.ask(CANCEL, { input: { id: one.id, reason: "random" } });
        break;
      }
      default: {
        const one = invoices[random(5)];
        const status = one?.status === "PAID" ? "AUTHORIZED" : "PAID";
        if (one) await admin.ask(UPDATE, { input: { id: one.id, version: one.version, status } });
      }
    }
  }
  expect([seed, await ledgerFaults(server.app.database.pool)]).toEqual([seed, []]);

  const sumOf = (values: readonly string[]) => values.reduce((sum, one) => add(sum, one), "0");
  const balanceOf = async (kind: string) =>
    sumOf((await openInvoices(id, kind)).map(({ balance }) => balance.amount));
  const { payments, creditNotes } = await sourcesOf(id);
  const onAccount = [
    ...payments.map(({ direction, unallocated: { amount } }) =>
      direction === "RECEIVED" ? negate(amount) : amount,
    ),
    ...creditNotes.map(({ kind, unallocated: { amount } }) =>
      kind === "SALES" ? negate(amount) : amount,
    ),
  ];
  const owed = sumOf([await balanceOf("SALES"), negate(await balanceOf("PURCHASE")), ...onAccount]);
  const { data: aged } = await admin.ask<{ customer: { summary: Record<string, object[]> } }>(
    `query ($id: ID!, $today: Date!) { customer(id: $id) { summary {
      receivables { ${AGEING} } receivablesThen: receivables(asOf: $today) { ${AGEING} }
      payables { ${AGEING} } payablesThen: payables(asOf: $today) { ${AGEING} } } } }`,
    { id, today: TODAY },
  );
  const now = aged.customer.summary;
  expect([seed, now.receivables, now.payables]).toEqual([
    seed,
    now.receivablesThen,
    now.payablesThen,
  ]);
  const from = addDays(TODAY, -120);
  const [whole] = await statements(id, "2000-01-01", TODAY, { first: 100 });
  const [part] = await statements(id, from, TODAY, { first: 100 });
  if (!whole || !part) throw new Error("no statement");
  expect([seed, compare(whole.closing.amount, owed), compare(part.closing.amount, owed)]).toEqual([
    seed,
    0,
    0,
  ]);
  for (const { opening, closing, movements } of [whole, part]) {
    const moved = sumOf(movements.nodes.map(({ amount }) => amount.amount));
    expect([seed, compare(add(opening.amount, moved), closing.amount)]).toEqual([seed, 0]);
    expect(movements.nodes).toHaveLength(movements.totalCount);
  }
  const { data } = await admin.ask<{
    customer: { summary: Record<"receivables" | "payables", { total: { amount: string } }[]> };
  }>(SUMMARY, { id });
  const { receivables, payables } = data.customer.summary;
  expect([
    seed,
    compare(sumOf(receivables.map(({ total }) => total.amount)), await balanceOf("SALES")),
    compare(sumOf(payables.map(({ total }) => total.amount)), await balanceOf("PURCHASE")),
  ]).toEqual([seed, 0, 0]);
});
