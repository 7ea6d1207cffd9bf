import { makeContact } from "../src/features/contacts/contact.factory.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { makeDeal } from "../src/features/deals/deal.factory.js";
import { line } from "../src/features/documents/line.factory.js";
import { makeInvoice } from "../src/features/invoices/invoice.factory.js";
import { makeOrder } from "../src/features/orders/order.factory.js";
import { ledgerFaults } from "../src/features/payments/ledger.factory.js";
import { makePayment } from "../src/features/payments/payment.factory.js";
import { makeProject } from "../src/features/projects/project.factory.js";
import { makeQuote } from "../src/features/quotes/quote.factory.js";
import { makeTask } from "../src/features/tasks/task.factory.js";
import { makeTimeEntry } from "../src/features/time/timeEntry.factory.js";
import { outcomes, sendItems, upserted } from "../src/features/upserts/upsert.factory.js";
import { type Answer, type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
let admin: Caller;
let customerId: string;
const known: Record<"project" | "deal" | "quote" | "order" | "invoice", string> = {
  project: "",
  deal: "",
  quote: "",
  order: "",
  invoice: "",
};
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  const of = (value: string) => ({ externalIds: [{ source: "erp", value }] });
  const customer = await makeCustomer(admin, of("customer"));
  customerId = customer.id;
  known.project = (await makeProject(admin, customerId, of("project"))).id;
  known.deal = (await makeDeal(admin, customerId, of("deal"))).id;
  known.quote = (await makeQuote(admin, customerId, of("quote"))).id;
  known.order = (await makeOrder(admin, customerId, of("order"))).id;
  const owed = { status: "AUTHORIZED", currency: "EUR", lines: [line("Pão", "1", "500")] };
  known.invoice = (await makeInvoice(admin, customerId, { ...of("invoice"), ...owed })).id;
});
afterAll(() => server.close());

const query = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await server.app.database.pool.query<Row>(text, values)).rows;

interface Kind {
  plural: string;
  table: string;
  lines?: { table: string; owner: string };
  /** Makes one by itself. */
  make: (input: object) => Promise<{ id: string }>;
  /** All fields of one, as both mutations take them. */
  fields: () => object;
  /** Another record, by its id and by its id in the other system. */
  reference?: () => { own: object; external: object };
  change: object;
  /** A change that is refused, and where. */
  refused: [change: object, issue: string];
}

const lines = [
  { ...line("Pão", "2", "10.00"), unit: "kg", discount: "10", taxRate: "23" },
  line("Café", "1.5", "0.70"),
];
const given = (input: object) => ({ ...input }) as Record<string, unknown>;
const referenceTo = (field: string, name: keyof typeof known) => () => ({
  own: { [`${field}Id`]: known[name] },
  external: { [`${field}ExternalId`]: name },
});
const inPast = { startsOn: "2026-05-02", dueOn: "2026-05-01" };

const KINDS: readonly Kind[] = [
  {
    plural: "Contacts",
    table: "contacts",
    make: (input) => makeContact(admin, customerId, given(input)),
    fields: () => ({
      name: "Ana Souza",
      jobTitle: "Buyer",
      emails: [{ address: "ana@example.com", label: "work" }, { address: "a@example.com" }],
      phone: "(11) 98765-4321",
      notes: "Likes tea",
    }),
    change: { jobTitle: "Head buyer" },
    refused: [{ email: "nobody" }, "FAILED: email invalid_email"],
  },
  {
    plural: "Projects",
    table: "projects",
    make: (input) => makeProject(admin, customerId, given(input)),
    fields: () => ({
      name: "Shop",
      description: "All of it",
      status: "PLANNED",
      startsOn: "2026-01-31",
      dueOn: "2026-02-28",
      budgetMinutes: 600,
    }),
    change: { status: "ACTIVE" },
    refused: [inPast, "FAILED: dueOn before_start"],
  },
  {
    plural: "Tasks",
    table: "tasks",
    make: (input) => makeTask(admin, customerId, given(input)),
    fields: () => ({
      title: "Call",
      description: "At noon",
      priority: "HIGH",
      dueOn: "2026-02-28",
      assigneeId: admin.userId,
    }),
    reference: referenceTo("project", "project"),
    change: { status: "DONE" },
    refused: [{ projectExternalId: "nowhere" }, "FAILED: projectExternalId unknown_record"],
  },
  {
    plural: "TimeEntries",
    table: "time_entries",
    make: (input) => makeTimeEntry(admin, known.project, given(input)),
    fields: () => ({
      projectId: known.project,
      minutes: 90,
      workedOn: "2026-01-31",
      note: "Work",
      userId: admin.userId,
    }),
    change: { minutes: 30 },
    refused: [{ minutes: 0 }, "FAILED: minutes out_of_range"],
  },
  {
    plural: "Deals",
    table: "deals",
    make: (input) => makeDeal(admin, customerId, given(input)),
    fields: () => ({
      title: "Shop",
      value: "1000.50",
      currency: "EUR",
      stage: "QUALIFIED",
      probability: 40,
      expectedCloseOn: "2026-12-31",
      ownerId: admin.userId,
      notes: "Soon",
    }),
    change: { stage: "WON" },
    refused: [{ probability: 101 }, "FAILED: probability out_of_range"],
  },
  {
    plural: "Quotes",
    table: "quotes",
    lines: { table: "quote_lines", owner: "quote_id" },
    make: (input) => makeQuote(admin, customerId, given(input)),
    fields: () => ({
      kind: "OFFER",
      status: "SENT",
      issuedOn: "2026-01-31",
      validUntil: "2026-02-28",
      currency: "EUR",
      notes: "Soon",
      lines,
    }),
    reference: referenceTo("deal", "deal"),
    change: { lines: [line("Pão", "3", "10.00")] },
    refused: [{ validUntil: "2026-01-30" }, "FAILED: validUntil before_start"],
  },
  {
    plural: "Orders",
    table: "orders",
    lines: { table: "order_lines", owner: "order_id" },
    make: (input) => makeOrder(admin, customerId, given(input)),
    fields: () => ({
      status: "OPEN",
      reference: "PO 1",
      orderedOn: "2026-01-31",
      currency: "EUR",
      notes: "Soon",
      lines,
    }),
    reference: referenceTo("quote", "quote"),
    change: { currency: "USD" },
    refused: [{ status: "DRAFT" }, "FAILED: status transition_not_allowed"],
  },
  {
    plural: "Invoices",
    table: "invoices",
    lines: { table: "invoice_lines", owner: "invoice_id" },
    make: (input) => makeInvoice(admin, customerId, given(input)),
    fields: () => ({
      status: "PENDING",
      issuedOn: "2026-01-31",
      dueOn: "2026-02-28",
      currency: "EUR",
      notes: "Soon",
      lines,
    }),
    reference: referenceTo("order", "order"),
    change: { status: "PAID" },
    refused: [{ kind: "PURCHASE" }, "FAILED: kind immutable"],
  },
  {
    plural: "Payments",
    table: "payments",
    make: (input) => makePayment(admin, customerId, given(input)),
    fields: () => ({
      paidOn: "2026-01-31",
      amount: "100",
      currency: "EUR",
      method: "SEPA",
      reference: "TRF",
      note: "Thanks",
      allocations: [{ invoiceId: known.invoice, amount: "40" }],
    }),
    change: { note: null },
    refused: [{ currency: "USD" }, "FAILED: currency immutable"],
  },
];

const takesCustomer = ({ plural }: Kind) => plural !== "TimeEntries";
const itemOf = (kind: Kind, externalId: string, more: object = {}) => ({
  externalId,
  ...(takesCustomer(kind) ? { customer: { externalId: "customer" } } : {}),
  ...kind.fields(),
  ...more,
});
const send = (kind: Kind, items: object[]) =>
  upserted(admin, kind.plural, items, { source: "erp" });

/** A record with its lines and history, without what differs between any two. */
async function recordOf({ table, lines: ofDocument }: Kind, id: string | undefined) {
  const differing = "{id,number,number_key,created_at,updated_at,done_at}";
  const [row] = await query<{ row: object }>(
    `SELECT to_jsonb(r) - '${differing}'::text[] AS row FROM ${table} r WHERE id = $1`,
    [id],
  );
  const history = await query(
    `SELECT action, customer_id, record_type, (
       SELECT jsonb_agg(x ORDER BY x->>'field') FROM jsonb_array_elements(changes) x
       WHERE x->>'field' NOT IN ('externalIds', 'number')) AS changes
     FROM activity WHERE record_id = $1 ORDER BY id`,
    [id],
  );
  const parts = ofDocument
    ? await query(
        `SELECT to_jsonb(l) - '{id,${ofDocument.owner}}'::text[] AS line FROM ${ofDocument.table} l
         WHERE ${ofDocument.owner} = $1 ORDER BY position`,
        [id],
      )
    : [];
  return { row: row?.row, history, parts };
}

test.each(KINDS)("$plural are written as by their own mutation, and found again", async (kind) => {
  const reference = kind.reference?.();
  const alone = await kind.make({ ...kind.fields(), ...reference?.own });
  const item = itemOf(kind, "one", reference?.external);
  const [made] = await send(kind, [item]);
  expect(made).toMatchObject({ status: "CREATED", issues: [] });
  const expected = await recordOf(kind, alone.id);
  expect(await recordOf(kind, made?.record?.id)).toEqual(expected);
  expect(expected.history).toHaveLength(1);
  const repeats = await send(kind, [
    item,
    itemOf(kind, "one", reference?.own),
    { externalId: "one" },
  ]);
  expect(repeats).toEqual(
    Array.from({ length: 3 }, () => ({ status: "UNCHANGED", issues: [], record: made?.record })),
  );
});

test.each(KINDS)("$plural are changed, and what is refused keeps out no other", async (kind) => {
  const [change, refusal] = kind.refused;
  await send(kind, [itemOf(kind, "two")]);
  const results = await send(kind, [
    { externalId: "two", ...kind.change },
    { externalId: "two", ...change },
    itemOf(kind, "three"),
  ]);
  expect(outcomes(results)).toEqual(["UPDATED", refusal, "CREATED"]);
  expect(results[0]?.record?.version).toBe(2);
  const { history } = await recordOf(kind, results[0]?.record?.id);
  expect(history).toMatchObject([{ action: "created" }, { action: "updated" }]);
  expect(await ledgerFaults(server.app.database.pool)).toEqual([]);
});

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

test.each(KINDS)("thirty $plural take as many statements as one", async (kind) => {
  // A payment of each would be more than the invoice is open for.
  const alone = kind.plural === "Payments" ? { allocations: [] } : kind.reference?.().external;
  const items = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, n) => itemOf(kind, `${prefix}${n}`, alone));
  const call = { source: "erp" };
  const single = await sendItems(admin, kind.plural, items("single", 1), call);
  const many = await sendItems(admin, kind.plural, items("many", 30), call);
  expect(outcomes(many.data[`upsert${kind.plural}`]?.results ?? [])).toEqual(
    Array.from({ length: 30 }, () => "CREATED"),
  );
  expect(statementsOf(many)).toBe(statementsOf(single));
});
