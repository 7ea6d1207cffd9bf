import { createHash } from "node:crypto";
import { type Answer, type Caller, startServer, type TestServer } from "../../test/server.js";
import { anyoneCanSignIn, renewFirstAdminToken } from "../features/accounts/people/firstAdmin.js";
import { makeCustomer } from "../features/customers/customer.factory.js";
import { makeDeal } from "../features/deals/deal.factory.js";
import { NUMBER_SERIES } from "../features/documents/number.service.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const load = (caller: Pick<Caller, "fetch">) => caller.fetch("/api/demo", { method: "POST" });

interface Total {
  count: number;
  amounts: { amount: string; currency: string }[];
}
interface Summed {
  id: string;
  summary: {
    lastActivityAt: string | null;
    projects: { count: number; totalMinutes: number };
    tasks: { overdue: number; dueToday: number; upcoming: number };
    orders: { total: Total; finalized: Total };
    invoices: { authorized: Total; pending: Total; overdue: Total; paid: Total };
    purchaseInvoices: { authorized: Total; overdue: Total };
    quotes: { open: Total; accepted: Total };
    deals: { open: Total; won: Total };
  };
  tasks: { totalCount: number };
  invoices: { totalCount: number };
}

interface Page {
  customers: { nodes: Summed[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

const TOTAL = "{ count amounts { amount currency } }";
const ALL = `query ($after: String) { customers(first: 100, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes { id tasks(first: 0) { totalCount } invoices(first: 0) { totalCount } summary {
    lastActivityAt projects { count totalMinutes } tasks { overdue dueToday upcoming }
    orders { total ${TOTAL} finalized ${TOTAL} }
    invoices { authorized ${TOTAL} pending ${TOTAL} overdue ${TOTAL} paid ${TOTAL} }
    purchaseInvoices { authorized ${TOTAL} overdue ${TOTAL} }
    quotes { open ${TOTAL} accepted ${TOTAL} } deals { open ${TOTAL} won ${TOTAL} }
  } }
} }`;

async function allCustomers(): Promise<Summed[]> {
  const seen: Summed[] = [];
  let after: string | null = null;
  for (;;) {
    const { data, errors }: Answer<Page> = await admin.ask<Page>(ALL, { after });
    if (errors) throw new Error(JSON.stringify(errors));
    seen.push(...data.customers.nodes);
    if (!data.customers.pageInfo.hasNextPage) return seen;
    after = data.customers.pageInfo.endCursor;
  }
}

test("only an admin fills the database, and only an empty one", async () => {
  for (const role of ["sales", "finance", "projects", "viewer"] as const) {
    expect((await load(await server.signIn(role))).status).toBe(403);
  }
  expect((await load(server.stranger)).status).toBe(401);

  const first = await load(admin);
  expect(first.status).toBe(200);
  expect(await first.json()).toMatchObject({ customers: 500, contacts: expect.any(Number) });

  const second = await load(admin);
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_EMPTY" } }] });
});

test("every figure of the summary is there for many customers, and a few have hundreds of records", async () => {
  const customers = await allCustomers();
  expect(customers).toHaveLength(500);
  const having = (figure: (summary: Summed["summary"]) => number) =>
    customers.filter(({ summary }) => figure(summary) > 0).length;
  const figures = {
    projects: having((s) => s.projects.count),
    hours: having((s) => s.projects.totalMinutes),
    overdueTasks: having((s) => s.tasks.overdue),
    tasksDueToday: having((s) => s.tasks.dueToday),
    upcomingTasks: having((s) => s.tasks.upcoming),
    orders: having((s) => s.orders.total.count),
    finalizedOrders: having((s) => s.orders.finalized.count),
    authorized: having((s) => s.invoices.authorized.count),
    pending: having((s) => s.invoices.pending.count),
    overdue: having((s) => s.invoices.overdue.count),
    paid: having((s) => s.invoices.paid.count),
    purchases: having((s) => s.purchaseInvoices.authorized.count),
    openQuotes: having((s) => s.quotes.open.count),
    acceptedQuotes: having((s) => s.quotes.accepted.count),
    openDeals: having((s) => s.deals.open.count),
    wonDeals: having((s) => s.deals.won.count),
    severalCurrencies: having((s) => s.invoices.paid.amounts.length - 1),
  };
  for (const [figure, count] of Object.entries(figures)) {
    expect([figure, count >= 50]).toEqual([figure, true]);
  }
  const records = customers.map(({ tasks, invoices }) => tasks.totalCount + invoices.totalCount);
  expect(Math.max(...records)).toBeGreaterThan(200);
  expect(records.filter((count) => count < 20).length).toBeGreaterThan(250);
});

test("work goes on from there: numbers follow, files open, nobody of the demo can sign in", async () => {
  const made = await makeCustomer(admin);
  expect(made.number).toBe("C-000501");
  await makeDeal(admin, made.id);
  const { rows: counters } = await server.app.database.pool.query(
    `SELECT c.kind, c.value::int AS value, (
       SELECT count(*)::int FROM (
         SELECT number FROM quotes UNION ALL SELECT number FROM orders UNION ALL SELECT number FROM invoices
         UNION ALL SELECT number FROM credit_notes
       ) n WHERE starts_with(n.number, $1::jsonb ->> c.kind)
     ) AS used FROM document_counters c`,
    [JSON.stringify(NUMBER_SERIES)],
  );
  expect(counters.map(({ kind }) => kind).toSorted()).toEqual(
    Object.keys(NUMBER_SERIES).toSorted(),
  );
  for (const { kind, value, used } of counters) expect([kind, value]).toEqual([kind, used]);

  const { rows: files } = await server.app.database.pool.query(
    "SELECT id, sha256 FROM files ORDER BY id LIMIT 3",
  );
  for (const { id, sha256 } of files) {
    const bytes = Buffer.from(await (await admin.fetch(`/files/${id}`)).arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  }
  const { rows: people } = await server.app.database.pool.query(
    "SELECT count(*)::int AS n FROM credentials c JOIN users u ON u.id = c.user_id WHERE u.email LIKE '%@demo.example'",
  );
  expect(people).toEqual([{ n: 0 }]);
});

test("where only people of the demo are, the link still makes the first admin", async () => {
  await server.app.database.pool.query("DELETE FROM credentials");
  expect(await anyoneCanSignIn(server.db)).toBe(false);
  const token = await renewFirstAdminToken(server.db);
  const response = await server.stranger.fetch("/api/first-admin", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      token,
      name: "Ana",
      email: "ana@example.com",
      password: "correct horse",
    }),
  });
  expect(response.status).toBe(200);
  expect(await anyoneCanSignIn(server.db)).toBe(true);
});
