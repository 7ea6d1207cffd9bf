import pg from "pg";
import sql from "sql-template-tag";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { issuesOf } from "../../../../test/support/refusals.js";
import { metricFaults } from "../../../platform/lists/kept/metricFaults.js";
import { type HeldMetrics, holdMetrics } from "../../../platform/lists/kept/metrics.factory.js";
import { noteChanges } from "../../../platform/lists/kept/noteChanges.js";
import { sortKeyOf } from "../../../platform/lists/keyset.js";
import { systemContext } from "../../../platform/request/systemContext.js";
import { OrderDirection } from "../../../platform/types/page.input.js";
import { exportedBy, exportedBytes } from "../../exports/export.factory.js";
import { makeInvoice } from "../../invoices/invoice.factory.js";
import { makeTask } from "../../tasks/task.factory.js";
import { makeCustomer } from "../customer.factory.js";
import { customerList } from "./customer.list.js";

// In São Paulo it is still the evening of the 10th.
const LATE_ON_THE_10TH = new Date("2026-03-11T01:30:00Z");

interface Amount {
  amount: string;
  currency: string;
}
interface Summary {
  lastActivityAt: string | null;
  projects: { active: number; totalMinutes: number };
  tasks: { overdue: number };
  orders: { total: { count: number }; finalized: { count: number } };
  invoices: Record<"authorized" | "overdue", { amounts: Amount[] }>;
  receivables: Aged[];
  payables: Aged[];
}
interface Aged extends Record<"total" | "notDue" | "days1To30" | "days31To60" | "over90", Amount> {
  currency: string;
  oldestDueOn: string | null;
}
interface Listed {
  id: string;
  summary: Summary;
}

const SUMMARY = `summary {
  lastActivityAt projects { active totalMinutes } tasks { overdue } orders { total { count } finalized { count } }
  invoices { authorized { amounts { amount currency } } overdue { amounts { amount currency } } }
  receivables { ...Aged } payables { ...Aged }
}`;
const AGED = `fragment Aged on Ageing { currency oldestDueOn
  total { amount currency } notDue { amount currency } days1To30 { amount currency }
  days31To60 { amount currency } over90 { amount currency } }`;

const inReais = ({ amounts }: { amounts: Amount[] }): number =>
  Number(amounts.find(({ currency }) => currency === "BRL")?.amount ?? 0);

const aged = (rows: Aged[], currency = "BRL") => rows.find((row) => row.currency === currency);
const agedAmount = (
  rows: Aged[],
  bucket: "total" | "notDue" | "days1To30" | "days31To60" | "over90",
) => Number(aged(rows)?.[bucket].amount ?? 0);

/** What each order sorts by, as the summary has it. */
const figures: Record<string, (summary: Summary) => number> = {
  ACTIVE_PROJECTS: ({ projects }) => projects.active,
  HOURS: ({ projects }) => projects.totalMinutes,
  OVERDUE_TASKS: ({ tasks }) => tasks.overdue,
  OPEN_ORDERS: ({ orders }) => orders.total.count - orders.finalized.count,
  OUTSTANDING: ({ invoices }) => inReais(invoices.authorized) + inReais(invoices.overdue),
  OVERDUE: ({ invoices }) => inReais(invoices.overdue),
  PAYABLES: ({ payables }) => agedAmount(payables, "total"),
  RECEIVABLES_OLDEST_DUE: ({ receivables }) => {
    const oldest = receivables.flatMap(({ oldestDueOn }) => oldestDueOn ?? []).sort()[0];
    return oldest ? Date.parse("2100-01-01") - Date.parse(oldest) : 0;
  },
  LAST_ACTIVITY: ({ lastActivityAt }) => (lastActivityAt === null ? 0 : Date.parse(lastActivityAt)),
};
const cases = Object.keys(figures).flatMap((field) =>
  (["ASC", "DESC"] as const).map((direction) => [field, direction] as const),
);

interface Page {
  customers: {
    totalCount: number;
    edges: { cursor: string; node: Listed }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
  };
}
const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: CustomerFilter, $orderBy: CustomerOrder, $figures: Boolean = false) {
  customers(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    totalCount edges { cursor node { id ...Metrics @include(if: $figures) } } pageInfo { hasNextPage hasPreviousPage }
  }
}
fragment Metrics on Customer { ${SUMMARY} } ${AGED}`;

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  server.setNow(LATE_ON_THE_10TH);
});
afterAll(() => server.close());

async function page(variables: object, caller = admin): Promise<Page["customers"]> {
  const { data, errors } = await caller.ask<Page>(PAGE, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.customers;
}

async function namesBy(field: string, direction = "DESC"): Promise<string[]> {
  const { data } = await admin.ask<{ customers: { nodes: { legalName: string }[] } }>(
    `query ($filter: CustomerFilter, $orderBy: CustomerOrder) {
      customers(first: 100, filter: $filter, orderBy: $orderBy) { nodes { legalName } }
    }`,
    { filter: { tags: ["few"] }, orderBy: { field, direction } },
  );
  return data.customers.nodes.map(({ legalName }) => legalName);
}

// Every kind of record that counts, and one of each that does not, in numbers that many customers share.
const RECORDS = `
  INSERT INTO customers (legal_name, status, tags, deleted_at)
  SELECT 'Ordem ' || n, CASE WHEN n % 8 = 7 THEN 'ARCHIVED' ELSE 'ACTIVE' END, ARRAY['many'],
    CASE WHEN n % 11 = 10 THEN now() END FROM generate_series(1, 44) n;
  CREATE TEMP TABLE chosen AS SELECT id, substr(legal_name, 7)::int AS n FROM customers WHERE 'many' = ANY (tags);
  INSERT INTO projects (customer_id, name, status, deleted_at)
  SELECT id, 'Projeto', (ARRAY['ACTIVE', 'DONE', 'ACTIVE', 'PLANNED'])[1 + i % 4], CASE WHEN i = 4 THEN now() END
  FROM chosen, generate_series(0, n % 6) i WHERE n % 3 > 0;
  INSERT INTO time_entries (project_id, customer_id, worked_on, minutes, deleted_at)
  SELECT p.id, p.customer_id, '2026-01-01', 15 * (1 + n % 2), CASE WHEN n % 5 = 0 THEN now() END
  FROM projects p JOIN chosen c ON c.id = p.customer_id;
  INSERT INTO tasks (customer_id, title, status, due_on, done_at, deleted_at)
  SELECT id, 'Tarefa', CASE WHEN i = 5 THEN 'DONE' ELSE 'TODO' END, (ARRAY['2026-03-09', '2026-03-10', NULL, '2026-03-01', '2025-01-01', '2026-01-01'])[1 + i]::date,
    CASE WHEN i = 5 THEN now() END, CASE WHEN n % 7 = 0 THEN now() END
  FROM chosen, generate_series(0, n % 6) i WHERE n % 4 > 0;
  INSERT INTO orders (customer_id, number, status, ordered_on, currency)
  SELECT id, 'P-' || n || '-' || i, (ARRAY['OPEN', 'FINALIZED', 'DRAFT', 'CANCELLED', 'OPEN'])[1 + i], '2026-01-01', 'BRL'
  FROM chosen, generate_series(0, n % 5) i WHERE n % 2 > 0;
  INSERT INTO invoices (customer_id, number, kind, status, issued_on, due_on, currency, total, paid)
  SELECT id, 'F-' || n || '-' || i, CASE WHEN i = 6 THEN 'PURCHASE' ELSE 'SALES' END,
    (ARRAY['AUTHORIZED', 'PENDING', 'AUTHORIZED', 'AUTHORIZED', 'PAID', 'AUTHORIZED', 'AUTHORIZED'])[1 + i], '2026-01-01',
    CASE WHEN i % 2 = 0 THEN date '2026-03-09' ELSE '2026-03-10' END, CASE WHEN i = 2 THEN 'EUR' ELSE 'BRL' END,
    (ARRAY[100 + 10 * (n % 4), 20, 90000, 0.1 * (n % 3), 7, 0.02, 5000])[1 + i], CASE WHEN i = 0 THEN 50.5 ELSE 0 END
  FROM chosen, generate_series(0, n % 8 - 1) i;
  INSERT INTO invoices (customer_id, number, kind, status, issued_on, due_on, currency, total)
  SELECT id, 'G-' || n || '-' || i, CASE WHEN n % 5 = 0 THEN 'PURCHASE' ELSE 'SALES' END, 'AUTHORIZED', '2025-01-01',
    date '2026-03-10' - (ARRAY[0, 1, 30, 31, 60, 61, 90, 91])[1 + (n + 3 * i) % 8], CASE WHEN n % 9 = 4 THEN 'EUR' ELSE 'BRL' END, 3 + n % 6
  FROM chosen, generate_series(1, 2) i WHERE n % 2 = 0;
  INSERT INTO activity (customer_id, record_type, record_id, action, actor_kind, actor_name, created_at)
  SELECT id, 'Customer', id, 'updated', 'SYSTEM', 'Clientela', timestamptz '2026-01-01' + (n % 9 + i) * interval '1 day'
  FROM (SELECT id, n, i FROM chosen, generate_series(1, n % 4) i ORDER BY i) a;
`;

describe("a list by the figures of its customers", () => {
  beforeAll(async () => {
    metrics = await holdMetrics(server);
    await server.asOwner(RECORDS);
  });

  const byFigure = async (field: string, direction: "ASC" | "DESC", filter: object) => {
    const { edges } = await page({ first: 100, filter, figures: true });
    const sorted = edges
      .map(({ node }) => ({ id: node.id, figure: figures[field]?.(node.summary) ?? Number.NaN }))
      .sort((a, b) => a.figure - b.figure || (a.id < b.id ? -1 : 1));
    expect(new Set(sorted.map(({ figure }) => figure)).size).toBeGreaterThan(2);
    return (direction === "ASC" ? sorted : sorted.reverse()).map(({ id }) => id);
  };

  let metrics: HeldMetrics;
  afterAll(() => metrics.release());
  const refreshOn = async (day: Date) => {
    server.setNow(day);
    await metrics.refresh();
    server.setNow(LATE_ON_THE_10TH);
    expect(await metrics.waiting()).toBe(0);
  };

  describe.each([
    { when: "not kept yet", keep: async () => undefined, sizes: [1, 4, 100] },
    { when: "kept today", keep: () => refreshOn(LATE_ON_THE_10TH), sizes: [7] },
    {
      when: "kept on a later day",
      keep: () => refreshOn(new Date("2026-04-01T12:00:00Z")),
      sizes: [9],
    },
    {
      when: "kept on an earlier day",
      keep: () => refreshOn(new Date("2026-02-01T12:00:00Z")),
      sizes: [100],
    },
  ])("$when", ({ keep, sizes }) => {
    beforeAll(keep);

    test.each(cases)(
      "%s %s is what sorting all summaries gives, page by page, both ways",
      async (field, direction) => {
        const filter = { tags: ["many"] };
        const orderBy = { field, direction };
        const expected = await byFigure(field, direction, filter);
        for (const size of sizes) {
          const forwards: string[] = [];
          let after: string | undefined;
          for (;;) {
            const { edges, pageInfo } = await page({ first: size, after, filter, orderBy });
            forwards.push(...edges.map(({ node }) => node.id));
            expect(pageInfo.hasPreviousPage).toBe(after !== undefined);
            if (!pageInfo.hasNextPage) break;
            after = edges.at(-1)?.cursor;
          }
          expect(forwards).toEqual(expected);
          const backwards: string[] = [];
          let before: string | undefined;
          for (;;) {
            const { edges, pageInfo } = await page({ last: size, before, filter, orderBy });
            backwards.unshift(...edges.map(({ node }) => node.id));
            if (!pageInfo.hasPreviousPage) break;
            before = edges[0]?.cursor;
          }
          expect(backwards).toEqual(expected);
        }
      },
    );
  });

  // In São Paulo, which is three hours behind UTC.
  const day = (text: string | null) =>
    text ? new Date(Date.parse(text) - 3 * 3_600_000).toISOString().slice(0, 10) : "";
  const ranges: readonly (readonly [filter: object, holds: (summary: Summary) => boolean])[] = [
    [{ workedMinutes: { from: 31 } }, ({ projects }) => projects.totalMinutes >= 31],
    [{ activeProjects: { from: 1, to: 1 } }, ({ projects }) => projects.active === 1],
    [{ overdueTasks: { to: 1 } }, ({ tasks }) => tasks.overdue <= 1],
    [{ openOrders: { from: 0 } }, () => true],
    [
      { openOrders: { from: 0, to: 0 } },
      ({ orders }) => orders.total.count === orders.finalized.count,
    ],
    [{ outstanding: { from: "60.10" } }, (of) => agedAmount(of.receivables, "total") >= 60.1],
    [
      { outstanding: { from: "0.01", to: "90000", currency: "EUR" } },
      (of) => {
        const amount = Number(aged(of.receivables, "EUR")?.total.amount ?? 0);
        return amount > 0 && amount <= 90_000;
      },
    ],
    [{ overdue: { to: "0" } }, ({ invoices }) => inReais(invoices.overdue) === 0],
    [
      { receivablesDays31To60: { from: "3" }, receivablesDays1To30: { to: "200" } },
      (of) =>
        agedAmount(of.receivables, "days31To60") >= 3 &&
        agedAmount(of.receivables, "days1To30") <= 200,
    ],
    [{ receivablesNotDue: { from: "7" } }, (of) => agedAmount(of.receivables, "notDue") >= 7],
    [{ payables: { from: "5" } }, (of) => agedAmount(of.payables, "total") >= 5],
    [
      { receivablesOldestDueOn: { from: "2025-12-09", to: "2026-01-09" } },
      ({ receivables }) => {
        const days = receivables.flatMap(({ oldestDueOn }) => oldestDueOn ?? []);
        return days.some((one) => one >= "2025-12-09" && one <= "2026-01-09");
      },
    ],
    [
      { lastActivityOn: { from: "2026-01-04", to: "2026-01-08" } },
      ({ lastActivityAt }) =>
        day(lastActivityAt) >= "2026-01-04" && day(lastActivityAt) <= "2026-01-08",
    ],
    [{ lastActivityOn: { to: "2026-01-05" } }, (of) => day(of.lastActivityAt) <= "2026-01-05"],
  ];

  describe.each([
    {
      when: "not kept yet",
      keep: () =>
        server.asOwner(
          "UPDATE invoices SET due_on = due_on; UPDATE tasks SET title = title; UPDATE orders SET currency = currency; UPDATE projects SET name = name; UPDATE time_entries SET minutes = minutes",
        ),
    },
    { when: "kept on a later day", keep: () => refreshOn(new Date("2026-04-01T12:00:00Z")) },
  ])("$when", ({ keep }) => {
    beforeAll(keep);

    test.each(ranges)("%j finds what the summaries of all say", async (range, holds) => {
      const all = await page({ first: 100, filter: { tags: ["many"] }, figures: true });
      const expected = all.edges
        .filter(({ node }) => holds(node.summary))
        .map(({ node }) => node.id);
      expect(expected.length).toBeGreaterThan(0);
      const filter = { tags: ["many"], ...range };
      const found = await page({ first: 100, filter });
      expect(found.edges.map(({ node }) => node.id)).toEqual(expected);
      expect(found.totalCount).toBe(expected.length);
      const orderBy = { field: "OUTSTANDING", direction: "ASC" };
      const sorted = await page({ first: 100, filter, orderBy });
      const whole = await page({ first: 100, filter: { tags: ["many"] }, orderBy });
      expect(sorted.edges.map(({ node }) => node.id)).toEqual(
        whole.edges.map(({ node }) => node.id).filter((id) => expected.includes(id)),
      );
    });
  });

  test("amounts are sorted in the currency that the order names, whose cursors are no others'", async () => {
    const orderBy = { field: "OUTSTANDING", direction: "DESC", currency: "EUR" };
    const filter = { tags: ["many"] };
    const { edges } = await page({ first: 100, filter, orderBy, figures: true });
    const amounts = edges.map(({ node }) =>
      Number(aged(node.summary.receivables, "EUR")?.total.amount ?? 0),
    );
    expect(amounts[0]).toBeGreaterThan(0);
    expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
    const after = edges[2]?.cursor;
    const next = await page({ first: 3, after, filter, orderBy });
    expect(next.edges.map(({ node }) => node.id)).toEqual(
      edges.slice(3, 6).map(({ node }) => node.id),
    );
    const other = { after, filter, orderBy: { ...orderBy, currency: null } };
    expect(issuesOf(await admin.ask(PAGE, other))).toEqual(["after cursor_of_another_order"]);
  });

  test.each([
    [{ outstanding: { from: "10", to: "9.99" } }, ["filter.outstanding.to ends_before_start"]],
    [{ workedMinutes: { from: 2, to: 1 } }, ["filter.workedMinutes.to ends_before_start"]],
    [
      { lastActivityOn: { from: "2026-01-02", to: "2026-01-01" } },
      ["filter.lastActivityOn.to ends_before_start"],
    ],
  ])("%j is refused", async (filter, issues) => {
    expect(issuesOf(await admin.ask(PAGE, { filter }))).toEqual(issues);
  });

  test("what is kept is what adding up gives, whatever day it was kept for", async () => {
    expect(await metricFaults(server.app)).toEqual([]);
    await server.asOwner(
      "UPDATE kept_metrics SET value = value + 1 WHERE metric = 'HOURS' AND record_id = (SELECT record_id FROM kept_metrics WHERE metric = 'HOURS' LIMIT 1)",
    );
    const faults = await metricFaults(server.app);
    expect(faults).toEqual([
      {
        metric: "HOURS",
        recordId: expect.any(String),
        currency: "",
        kept: expect.any(String),
        is: expect.any(String),
      },
    ]);
    await noteChanges(server.db, faults);
    expect(await metricFaults(server.app)).toEqual([]);
  });

  test.each(cases)(
    "%s %s between two cursors, and after one that a number names",
    async (field, direction) => {
      const orderBy = { field, direction };
      const filter = { tags: ["many"], status: ["ACTIVE", "ARCHIVED"] };
      const { edges, totalCount } = await page({ first: 100, filter, orderBy });
      const ids = edges.map(({ node }) => node.id);
      expect(ids).toEqual(await byFigure(field, direction, filter));
      expect(totalCount).toBe(ids.length);
      for (const from of [0, 5, 20, ids.length - 3]) {
        for (const to of [0, 3, 21, ids.length - 1]) {
          const between = await page({
            filter,
            orderBy,
            after: edges[from]?.cursor,
            before: edges[to]?.cursor,
          });
          expect(between.edges.map(({ node }) => node.id)).toEqual(
            ids.slice(from + 1, to).slice(0, 25),
          );
        }
      }
      for (const row of [1, 2, 19, ids.length, ids.length + 1]) {
        const { data } = await admin.ask<{ customerCursorAt: string | null }>(
          `query ($row: Int!, $filter: CustomerFilter, $orderBy: CustomerOrder) {
          customerCursorAt(row: $row, filter: $filter, orderBy: $orderBy)
        }`,
          { row, filter, orderBy },
        );
        expect(data.customerCursorAt).toBe(edges[row - 1]?.cursor ?? null);
      }
    },
  );

  test.each(cases)("an export by %s %s goes out as the list has it", async (field, direction) => {
    const orderBy = { field, direction };
    const filter = { tags: ["many"] };
    const { data } = await admin.ask<{ customers: { nodes: { number: string }[] } }>(
      `query ($filter: CustomerFilter, $orderBy: CustomerOrder) {
        customers(first: 100, filter: $filter, orderBy: $orderBy) { nodes { number } }
      }`,
      { filter, orderBy },
    );
    const input = { recordType: "CUSTOMER", format: "JSONL", columns: ["number"], filter, orderBy };
    const bytes = await exportedBytes(admin, await exportedBy(admin, input));
    const lines = bytes.toString().trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(data.customers.nodes);
  });

  test("what belongs to customers goes out in their order", async () => {
    const chosen = {
      filter: { tags: ["many"] },
      orderBy: { field: "OUTSTANDING", direction: "DESC" },
    };
    const { data } = await admin.ask<{ customers: { nodes: { number: string }[] } }>(
      `query ($filter: CustomerFilter, $orderBy: CustomerOrder) {
        customers(first: 100, filter: $filter, orderBy: $orderBy) { nodes { number } }
      }`,
      chosen,
    );
    const input = {
      recordType: "PROJECT",
      format: "JSONL",
      columns: ["customerNumber"],
      ...chosen,
    };
    const bytes = await exportedBytes(admin, await exportedBy(admin, input));
    const lines = bytes.toString().trim().split("\n");
    const owners = new Set(lines.map((line) => JSON.parse(line).customerNumber));
    expect(owners.size).toBeGreaterThan(5);
    expect([...owners]).toEqual(
      data.customers.nodes.map(({ number }) => number).filter((number) => owners.has(number)),
    );
  });

  test("a page is read from the index of what is kept", async () => {
    const { app } = server;
    await refreshOn(LATE_ON_THE_10TH);
    const plans = Object.keys(figures).map((field) => {
      const order = { field, direction: OrderDirection.DESC };
      const key = sortKeyOf(customerList, order, null, systemContext(app, app.organisation));
      return sql`EXPLAIN (COSTS OFF) SELECT f.id FROM (${key.figures?.rows(true)}) f
        ORDER BY f.figure DESC, f.id DESC LIMIT 50`;
    });
    const client = new pg.Client(server.databaseUrl);
    await client.connect();
    try {
      // So few rows would be sorted otherwise.
      await client.query(`BEGIN; INSERT INTO kept_metrics (metric, record_id, currency, value)
        SELECT m.metric, gen_random_uuid(), m.currency, random() * 1000
        FROM (SELECT DISTINCT metric, currency FROM kept_metrics) m, generate_series(1, 5000)`);
      await client.query("ANALYZE kept_metrics, metric_changes");
      for (const plan of plans) {
        const { rows } = await client.query(plan);
        const lines = rows.map((row) => row["QUERY PLAN"]).join("\n");
        expect(lines).toMatch(
          /Merge Append[\s\S]*Index Only Scan Backward using kept_metrics_value_idx/,
        );
      }
    } finally {
      await client.query("ROLLBACK");
      await client.end();
    }
  });

  test("a page takes as many statements whatever its length, and a figure that changes moves its row alone", async () => {
    const filter = { tags: ["many"] };
    const orderBy = { field: "OVERDUE_TASKS", direction: "DESC" };
    const statements = async (first: number) => {
      const { headers } = await admin.ask(PAGE, { first, filter, orderBy });
      return Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);
    };
    expect(await statements(1)).toBeGreaterThan(0);
    expect(await statements(30)).toBe(await statements(1));
    const { edges } = await page({ first: 30, filter, orderBy });
    const moved = edges[20];
    for (let task = 0; task < 9; task += 1)
      await makeTask(admin, moved?.node.id ?? "", { dueOn: "2026-03-01" });
    const rest = await page({ first: 19, after: edges[9]?.cursor, filter, orderBy });
    expect(rest.edges.map(({ cursor }) => cursor)).toEqual(
      edges
        .slice(10)
        .filter((edge) => edge !== moved)
        .map(({ cursor }) => cursor),
    );
    expect((await page({ first: 1, filter, orderBy })).edges[0]?.node.id).toBe(moved?.node.id);
  });
});

test("what is late goes by the day in the organisation's time zone, and money by its currency", async () => {
  const dates = { issuedOn: "2026-01-01", status: "AUTHORIZED" };
  const worth = (unitPrice: string) => [{ description: "Pão", quantity: "1", unitPrice }];
  const [early, late, abroad] = [
    await makeCustomer(admin, { legalName: "Cedo", tags: ["few"] }),
    await makeCustomer(admin, { legalName: "Tarde", tags: ["few"] }),
    await makeCustomer(admin, { legalName: "Fora", tags: ["few"] }),
  ];
  await makeTask(admin, early.id, { dueOn: "2026-03-09" });
  for (let task = 0; task < 2; task += 1) await makeTask(admin, late.id, { dueOn: "2026-03-10" });
  await makeInvoice(admin, early.id, { ...dates, dueOn: "2026-03-09", lines: worth("10") });
  await makeInvoice(admin, late.id, { ...dates, dueOn: "2026-03-10", lines: worth("9.99") });
  await makeInvoice(admin, late.id, { ...dates, dueOn: "2026-03-10", lines: worth("0.02") });
  await makeInvoice(admin, abroad.id, {
    ...dates,
    dueOn: "2026-03-01",
    currency: "EUR",
    lines: worth("500"),
  });

  server.setNow(LATE_ON_THE_10TH);
  expect(await namesBy("OVERDUE_TASKS")).toEqual(["Cedo", "Fora", "Tarde"]);
  expect(await namesBy("OVERDUE")).toEqual(["Cedo", "Fora", "Tarde"]);
  expect(await namesBy("OUTSTANDING")).toEqual(["Tarde", "Cedo", "Fora"]);
  server.setNow(new Date("2026-03-11T03:00:00Z"));
  expect(await namesBy("OVERDUE_TASKS")).toEqual(["Tarde", "Cedo", "Fora"]);
  expect(await namesBy("OVERDUE")).toEqual(["Tarde", "Cedo", "Fora"]);

  const { data } = await admin.ask<{ organisation: { version: number } }>(
    "{ organisation { version } }",
  );
  await admin.ask(
    "mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { organisation { id } } }",
    { input: { version: data.organisation.version, currency: "EUR" } },
  );
  expect(await namesBy("OVERDUE")).toEqual(["Fora", "Tarde", "Cedo"]);
  expect(await namesBy("OVERDUE", "ASC")).toEqual(["Cedo", "Tarde", "Fora"]);
});

test("of many within a range, rows are read in their order, page by page and from a jump", async () => {
  await server.asOwner(`
    INSERT INTO customers (legal_name, status, tags)
    SELECT 'Muitos ' || lpad(n::text, 4, '0'), 'ACTIVE', ARRAY['crowd'] FROM generate_series(1, 6000) n;
    INSERT INTO projects (customer_id, name, status)
    SELECT id, 'P', 'ACTIVE' FROM customers WHERE 'crowd' = ANY (tags) AND legal_name NOT LIKE '%0';
    ANALYZE customers`);
  const expected = Array.from({ length: 6000 }, (_, n) => n + 1)
    .filter((n) => n % 10 > 0)
    .map((n) => `Muitos ${String(n).padStart(4, "0")}`);
  const filter = { tags: ["crowd"], activeProjects: { from: 1 } };
  const LIST = `query ($first: Int, $after: String, $last: Int, $filter: CustomerFilter, $orderBy: CustomerOrder) {
    customers(first: $first, after: $after, last: $last, filter: $filter, orderBy: $orderBy) {
      totalCount nodes { legalName } pageInfo { endCursor } } }`;
  const names = async (variables: object) => {
    const { data } = await admin.ask<{
      customers: {
        totalCount: number;
        nodes: { legalName: string }[];
        pageInfo: { endCursor: string };
      };
    }>(LIST, { filter, ...variables });
    const { nodes, pageInfo, totalCount } = data.customers;
    expect(totalCount).toBe(expected.length);
    return { names: nodes.map(({ legalName }) => legalName), after: pageInfo.endCursor };
  };
  const first = await names({ first: 50 });
  expect(first.names).toEqual(expected.slice(0, 50));
  expect((await names({ first: 50, after: first.after })).names).toEqual(expected.slice(50, 100));
  expect((await names({ last: 20 })).names).toEqual(expected.slice(-20));
  const { data } = await admin.ask<{ customerCursorAt: string }>(
    "query ($filter: CustomerFilter) { customerCursorAt(row: 777, filter: $filter) }",
    { filter },
  );
  expect((await names({ first: 3, after: data.customerCursorAt })).names).toEqual(
    expected.slice(777, 780),
  );
  const orderBy = { field: "OVERDUE_TASKS", direction: "DESC" };
  const byAnother = await names({ first: 30, filter, orderBy });
  expect(byAnother.names.every((name) => expected.includes(name))).toBe(true);
  expect(byAnother.names).toHaveLength(30);
});
