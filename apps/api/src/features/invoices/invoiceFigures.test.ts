import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { worth } from "../documents/line.factory.js";
import { makeInvoice } from "./invoice.factory.js";

const TOTAL = "{ count amounts { amount currency } }";
const FIGURES = `{ authorized ${TOTAL} pending ${TOTAL} overdue ${TOTAL} paid ${TOTAL} }`;
const ASK = `query ($id: ID!, $filter: InvoiceFilter) {
  customer(id: $id) {
    invoices(filter: $filter, orderBy: { field: TOTAL, direction: DESC }) {
      totalCount nodes { state total { amount currency } balance { amount currency } }
    }
    summary { invoices ${FIGURES} purchaseInvoices ${FIGURES} }
  }
}`;

interface Money {
  amount: string;
  currency: string;
}
type Metrics = Record<
  "authorized" | "pending" | "overdue" | "paid",
  { count: number; amounts: Money[] }
>;
interface Selection {
  customer: {
    invoices: { totalCount: number; nodes: { state: string; total: Money; balance: Money }[] };
    summary: { invoices: Metrics; purchaseInvoices: Metrics };
  };
}

/** Sums by currency in cents, as a person with pencil and paper would. */
function added(amounts: Money[]): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const { amount, currency } of amounts) {
    sums[currency] = (sums[currency] ?? 0n) + BigInt(amount.replace(".", ""));
  }
  return sums;
}

async function withServer(
  options: { timeZone?: string },
  story: (server: TestServer, admin: Caller) => Promise<void>,
): Promise<void> {
  const server = await startServer(options);
  try {
    await story(server, await server.signIn("admin"));
  } finally {
    await server.close();
  }
}

test("each figure of the summary is what its filter finds, in number and money", () =>
  withServer({}, async (server, admin) => {
    server.setNow(new Date("2026-08-01T15:00:00Z"));
    const customer = await makeCustomer(admin);
    const other = await makeCustomer(admin);
    const dates = { issuedOn: "2026-06-01", dueOn: "2026-08-01" };
    for (const invoice of [
      { status: "DRAFT", lines: worth("1") },
      { status: "CANCELLED", lines: worth("1") },
      { status: "PENDING", ...dates, dueOn: "2026-07-01", lines: worth("0.10") },
      { status: "PENDING", ...dates, lines: worth("0.20") },
      { status: "AUTHORIZED", ...dates, lines: worth("30") },
      { status: "AUTHORIZED", ...dates, dueOn: "2026-08-02", currency: "USD", lines: worth("7") },
      { status: "AUTHORIZED", ...dates, dueOn: "2026-07-31", lines: worth("40") },
      { status: "AUTHORIZED", ...dates, dueOn: "2026-07-31", currency: "JPY", lines: worth("900") },
      { status: "AUTHORIZED", ...dates, dueOn: "2026-07-31", lines: [] },
      { status: "AUTHORIZED", ...dates, lines: [] },
      { status: "AUTHORIZED", ...dates, lines: worth("0") },
      { status: "PAID", ...dates, lines: worth("10000000000000.01") },
      { status: "PAID", ...dates, lines: worth("0.02") },
      { kind: "PURCHASE", status: "AUTHORIZED", ...dates, dueOn: "2026-07-30", lines: worth("5") },
      { kind: "PURCHASE", status: "PENDING", ...dates, lines: worth("6") },
    ]) {
      await makeInvoice(admin, customer.id, invoice);
    }
    const late = await makeInvoice(admin, customer.id, {
      status: "AUTHORIZED",
      ...dates,
      dueOn: "2026-07-01",
      lines: worth("100"),
    });
    await admin.ask(
      "mutation ($input: PayInvoiceInput!) { payInvoice(input: $input) { invoice { id } } }",
      { input: { id: late.id, version: 1, amount: "99.99" } },
    );
    await makeInvoice(admin, other.id, { status: "AUTHORIZED", ...dates, lines: worth("1000") });

    const fetchInvoices = async (filter: object) =>
      (await admin.ask<Selection>(ASK, { id: customer.id, filter })).data.customer;
    const { summary } = await fetchInvoices({});
    expect(summary.invoices.overdue).toEqual({
      count: 3,
      amounts: [
        { amount: "900", currency: "JPY" },
        { amount: "40.01", currency: "BRL" },
      ],
    });
    expect(summary.invoices.paid.amounts).toEqual([
      { amount: "10000000000000.03", currency: "BRL" },
    ]);
    expect(summary.invoices.authorized).toEqual({
      count: 2,
      amounts: [
        { amount: "30.00", currency: "BRL" },
        { amount: "7.00", currency: "USD" },
      ],
    });
    // With nothing to be paid it is as good as paid.
    expect(summary.invoices.paid.count).toBe(5);
    const { data } = await admin.ask<{ customerTotals: { invoices: Metrics } }>(
      `query ($ids: [ID!]) { customerTotals(filter: { ids: $ids }) { invoices ${FIGURES} } }`,
      { ids: [customer.id] },
    );
    expect(data.customerTotals.invoices).toEqual(summary.invoices);
    for (const [kind, figures] of [
      ["SALES", summary.invoices],
      ["PURCHASE", summary.purchaseInvoices],
    ] as const) {
      for (const [figure, money] of [
        ["authorized", "balance"],
        ["pending", "total"],
        ["overdue", "balance"],
        ["paid", "total"],
      ] as const) {
        const { invoices } = await fetchInvoices({ kind, state: figure.toUpperCase() });
        expect([kind, figure, invoices.totalCount]).toEqual([kind, figure, figures[figure].count]);
        expect(added(figures[figure].amounts)).toEqual(
          added(invoices.nodes.map((node) => node[money])),
        );
        for (const node of invoices.nodes) expect(node.state).toBe(figure.toUpperCase());
      }
    }
    // Every invoice is in exactly one state.
    const all = (await fetchInvoices({})).invoices.totalCount;
    const counts = await Promise.all(
      ["DRAFT", "PENDING", "AUTHORIZED", "OVERDUE", "PAID", "CANCELLED"].map(
        async (state) => (await fetchInvoices({ state: [state] })).invoices.totalCount,
      ),
    );
    expect(counts.reduce((sum, count) => sum + count)).toBe(all);
    expect((await fetchInvoices({ state: ["AUTHORIZED", "OVERDUE"] })).invoices.totalCount).toBe(
      (counts[2] ?? 0) + (counts[3] ?? 0),
    );
    expect((await fetchInvoices({ state: ["OVERDUE", "PAID"] })).invoices.totalCount).toBe(
      (counts[3] ?? 0) + (counts[4] ?? 0),
    );
    expect((await fetchInvoices({ state: ["PAID", "AUTHORIZED"] })).invoices.totalCount).toBe(
      (counts[2] ?? 0) + (counts[4] ?? 0),
    );
    const every = ["DRAFT", "PENDING", "AUTHORIZED", "OVERDUE", "PAID", "CANCELLED"];
    expect((await fetchInvoices({ state: every })).invoices.totalCount).toBe(all);
    expect((await fetchInvoices({ state: [] })).invoices.totalCount).toBe(0);
    expect(
      (await fetchInvoices({ dueTo: "2026-07-31", dueFrom: "2026-07-30" })).invoices.totalCount,
    ).toBe(4);
  }));

test.each([
  // One moment, three calendars: an invoice due on 1 August is late only where that day is over.
  ["Pacific/Kiritimati", "2026-08-01T10:30:00Z", "OVERDUE", 1],
  ["America/Sao_Paulo", "2026-08-01T10:30:00Z", "AUTHORIZED", 0],
  ["America/Sao_Paulo", "2026-08-02T02:59:59Z", "AUTHORIZED", 0],
  ["America/Sao_Paulo", "2026-08-02T03:00:00Z", "OVERDUE", 1],
  ["UTC", "2026-08-01T23:59:59Z", "AUTHORIZED", 0],
  ["UTC", "2026-08-04T00:00:00Z", "OVERDUE", 3],
])("in %s at %s an invoice due on 1 August is %s", (timeZone, now, state, daysLate) =>
  withServer({ timeZone }, async (server, admin) => {
    const customer = await makeCustomer(admin);
    await makeInvoice(admin, customer.id, {
      status: "AUTHORIZED",
      issuedOn: "2026-07-01",
      dueOn: "2026-08-01",
      lines: worth("1"),
    });
    server.setNow(new Date(now));
    const { data } = await admin.ask<{
      customer: { invoices: { nodes: object[] }; summary: { invoices: { overdue: object } } };
      customers: { totalCount: number };
      invoices: { totalCount: number };
    }>(
      `query ($id: ID!, $state: [InvoiceState!]) {
        customer(id: $id) {
          invoices { nodes { state daysLate } }
          summary { invoices { overdue { count } } }
        }
        customers(filter: { hasOverdueInvoices: true }) { totalCount }
        invoices(filter: { state: $state }) { totalCount }
      }`,
      { id: customer.id, state: [state] },
    );
    const overdue = state === "OVERDUE" ? 1 : 0;
    expect(data.customer.invoices.nodes).toEqual([{ state, daysLate }]);
    expect(data.customer.summary.invoices.overdue).toEqual({ count: overdue });
    expect(data.customers.totalCount).toBe(overdue);
    expect(data.invoices.totalCount).toBe(1);
  }),
);

test("lists of all customers: overdue ones of mine, by number, and who owes us", () =>
  withServer({}, async (server, admin) => {
    server.setNow(new Date("2026-08-01T15:00:00Z"));
    const mine = await makeCustomer(admin, { ownerId: admin.userId });
    const others = await makeCustomer(admin);
    const paidUp = await makeCustomer(admin);
    const open = { status: "AUTHORIZED", issuedOn: "2026-06-01", lines: worth("1") };
    const first = await makeInvoice(admin, mine.id, { ...open, dueOn: "2026-07-02" });
    const second = await makeInvoice(admin, mine.id, { ...open, dueOn: "2026-07-01" });
    await makeInvoice(admin, mine.id, { ...open, dueOn: "2026-08-01" });
    await makeInvoice(admin, others.id, { ...open, dueOn: "2026-07-01" });
    await makeInvoice(admin, paidUp.id, { ...open, status: "PAID", dueOn: "2026-07-01" });
    await makeInvoice(admin, paidUp.id, {
      ...open,
      kind: "PURCHASE",
      number: "NF 1",
      dueOn: "2026-07-01",
    });
    const LIST = `query ($filter: InvoiceFilter, $orderBy: InvoiceOrder) {
      invoices(filter: $filter, orderBy: $orderBy) { totalCount nodes { id customer { id owner { id } } } }
    }`;
    interface List {
      invoices: { totalCount: number; nodes: { id: string }[] };
    }
    const work = await admin.ask<List>(LIST, {
      filter: { state: "OVERDUE", kind: "SALES", customerOwnerIds: [admin.userId] },
      orderBy: { field: "DUE_ON" },
    });
    expect(work.data.invoices.nodes.map((node) => node.id)).toEqual([second.id, first.id]);
    expect(work.data.invoices.totalCount).toBe(2);
    const found = await admin.ask<List>(LIST, { filter: { search: first.number.toLowerCase() } });
    expect(found.data.invoices.nodes).toMatchObject([{ id: first.id }]);
    const archived = await admin.ask(
      "mutation ($ids: [ID!]!) { archiveCustomers(input: { ids: $ids }) { customers { id } } }",
      { ids: [others.id] },
    );
    expect(archived.errors).toBeUndefined();
    const left = await admin.ask<List>(LIST, { filter: { state: "OVERDUE", kind: "SALES" } });
    expect(left.data.invoices.nodes.map((node) => node.id).sort()).toEqual(
      [first.id, second.id].sort(),
    );
    await admin.ask(
      "mutation ($ids: [ID!]!) { restoreCustomers(input: { ids: $ids }) { customers { id } } }",
      { ids: [others.id] },
    );
    const bad = await admin.ask(LIST, { filter: { customerOwnerIds: ["me"] } });
    expect(bad.errors?.[0]?.extensions.code).toBe("VALIDATION_FAILED");
    const owing = async (hasOverdueInvoices: boolean) => {
      const { data } = await admin.ask<{ customers: { nodes: { id: string }[] } }>(
        "query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }",
        { filter: { hasOverdueInvoices } },
      );
      return data.customers.nodes.map((node) => node.id).sort();
    };
    expect(await owing(true)).toEqual([mine.id, others.id].sort());
    expect(await owing(false)).toEqual([paidUp.id]);
  }));

test("a deleted invoice is in no list, figure or filter until it is restored", () =>
  withServer({}, async (_server, admin) => {
    const customer = await makeCustomer(admin);
    const made = await makeInvoice(admin, customer.id, {
      status: "AUTHORIZED",
      issuedOn: "2020-01-01",
      lines: worth("1"),
    });
    const seen = async () => {
      const { data } = await admin.ask<
        Selection & {
          invoices: { totalCount: number };
          customers: { totalCount: number };
          invoice: object | null;
        }
      >(
        `query ($id: ID!, $invoice: ID!) {
          customer(id: $id) { invoices { totalCount } summary { invoices { overdue { count } } } }
          invoices { totalCount } customers(filter: { hasOverdueInvoices: true }) { totalCount }
          invoice(id: $invoice) { id }
        }`,
        { id: customer.id, invoice: made.id },
      );
      return [
        data.customer.invoices.totalCount,
        data.customer.summary.invoices.overdue.count,
        data.invoices.totalCount,
        data.customers.totalCount,
        data.invoice === null ? 0 : 1,
      ];
    };
    expect(await seen()).toEqual([1, 1, 1, 1, 1]);
    await admin.ask(
      "mutation ($input: DeleteInput!) { deleteInvoice(input: $input) { invoice { id } } }",
      {
        input: { id: made.id, version: 1 },
      },
    );
    expect(await seen()).toEqual([0, 0, 0, 0, 0]);
    await admin.ask(
      "mutation ($input: RestoreInput!) { restoreInvoice(input: $input) { invoice { id } } }",
      {
        input: { id: made.id },
      },
    );
    expect(await seen()).toEqual([1, 1, 1, 1, 1]);
  }));

test("the summaries of many customers are one statement", () =>
  withServer({}, async (_server, admin) => {
    const add = async () =>
      makeInvoice(admin, (await makeCustomer(admin)).id, { status: "PENDING", lines: worth("1") });
    const statements = async () => {
      const { headers } = await admin.ask(
        `{ customers { nodes {
          summary { deals { open ${TOTAL} } quotes { open ${TOTAL} } orders { total ${TOTAL} } invoices ${FIGURES} purchaseInvoices ${FIGURES} }
        } } }`,
      );
      return Number(headers.get("server-timing")?.match(/desc="(\d+)"/)?.[1]);
    };
    await add();
    const one = await statements();
    for (let index = 0; index < 4; index += 1) await add();
    expect(await statements()).toBe(one);
    // The list and the figures of all nouns.
    expect(one).toBe(2);
  }));
