import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { line, worth } from "../documents/line.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { merge, undo } from "../merges/merge.factory.js";
import { ledgerFaults } from "../payments/ledger.factory.js";
import { makePayment } from "../payments/payment.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(async () => expect(await ledgerFaults(server.app.database.pool)).toEqual([]));
afterAll(() => server.close());

const INVOICE = "id version status paid { amount } credited { amount } balance { amount }";
const CREDIT_NOTE = `id version number kind currency issuedOn reference cancelledOn cancellationReason invoice { id }
  subtotal { amount } tax { amount } total { amount } unallocated { amount }
  lines { description taxRate total { amount } } allocations { invoice { id } amount { amount } }`;
const payload = `{ creditNote { ${CREDIT_NOTE} } invoices { ${INVOICE} } }`;
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) ${payload} }`;
const CREATE = mutation("createCreditNote", "CreateCreditNoteInput");
const ALLOCATE = mutation("allocateCreditNote", "AllocateCreditNoteInput");
const CANCEL = mutation("cancelCreditNote", "CancelCreditNoteInput");
const UPDATE = mutation("updateCreditNote", "UpdateCreditNoteInput");
const UPDATE_INVOICE = `mutation ($input: UpdateInvoiceInput!) { updateInvoice(input: $input) { invoice { ${INVOICE} } } }`;

interface Shown {
  id: string;
  version: number;
}
interface Credited {
  creditNote: Shown & Record<string, unknown>;
  invoices: (Shown & Record<string, unknown>)[];
}

async function written(document: string, input: object): Promise<Credited> {
  const { data, errors } = await admin.ask<Record<string, Credited>>(document, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  const [credited] = Object.values(data);
  if (!credited) throw new Error("no payload");
  return credited;
}

const authorized = (customerId: string, amount: string, rest: object = {}) =>
  makeInvoice(admin, customerId, { status: "AUTHORIZED", lines: worth(amount), ...rest });

const part = (invoice: { id: string }, amount: string) => ({ invoiceId: invoice.id, amount });

const seen = async (id: string) =>
  (
    await admin.ask<{ invoice: Shown & Record<string, unknown> }>(
      `query ($id: ID!) { invoice(id: $id) { ${INVOICE} creditNotes(first: 10) { totalCount nodes { id } } } }`,
      { id },
    )
  ).data.invoice;

test("a credit note against an invoice lowers its balance, with lines, tax and a number of its own", async () => {
  const { id: customerId } = await makeCustomer(admin, { currency: "EUR" });
  const invoice = await authorized(customerId, "100");
  const { creditNote, invoices } = await written(CREATE, {
    customerId,
    invoiceId: invoice.id,
    issuedOn: "2026-01-15",
    reference: "Return 7",
    lines: [{ ...line("Broken chairs", "2", "10"), discount: "50", taxRate: "23" }],
  });
  expect(creditNote).toMatchObject({
    number: expect.stringMatching(/^CN-\d{6}$/),
    kind: "SALES",
    currency: "EUR",
    issuedOn: "2026-01-15",
    reference: "Return 7",
    invoice: { id: invoice.id },
    subtotal: { amount: "10.00" },
    tax: { amount: "2.30" },
    total: { amount: "12.30" },
    unallocated: { amount: "0.00" },
    lines: [{ description: "Broken chairs", taxRate: "23", total: { amount: "10.00" } }],
    allocations: [{ invoice: { id: invoice.id }, amount: { amount: "12.30" } }],
  });
  expect(invoices).toMatchObject([
    { status: "AUTHORIZED", credited: { amount: "12.30" }, balance: { amount: "87.70" } },
  ]);
  expect(await seen(invoice.id)).toMatchObject({
    creditNotes: { totalCount: 1, nodes: [{ id: creditNote.id }] },
  });
});

test("what an invoice does not owe stays on account until it settles others; all of it is taken back by a cancellation", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const [first, second] = [await authorized(customerId, "30"), await authorized(customerId, "50")];
  const { creditNote, invoices } = await written(CREATE, {
    customerId,
    invoiceId: first.id,
    lines: worth("100"),
  });
  expect(creditNote).toMatchObject({ unallocated: { amount: "70.00" } });
  expect(invoices).toMatchObject([{ status: "PAID", balance: { amount: "0.00" } }]);
  const tooMuch = { id: creditNote.id, allocations: [part(second, "50.01")] };
  expect(issuesOf(await admin.ask(ALLOCATE, { input: tooMuch }))).toEqual([
    "allocations.0.amount exceeds_balance",
  ]);
  const more = await written(ALLOCATE, { id: creditNote.id, allocations: [part(second, "20")] });
  expect(more.creditNote).toMatchObject({ version: 2, unallocated: { amount: "50.00" } });
  expect(more.invoices).toMatchObject([{ balance: { amount: "30.00" } }]);

  const cancelled = await written(CANCEL, { id: creditNote.id, reason: "Wrong price" });
  expect(cancelled.creditNote).toMatchObject({
    cancelledOn: expect.any(String),
    cancellationReason: "Wrong price",
    allocations: [],
    unallocated: { amount: "0.00" },
  });
  expect(cancelled.invoices.map(({ status, credited }) => [status, credited])).toEqual([
    ["AUTHORIZED", { amount: "0.00" }],
    ["AUTHORIZED", { amount: "0.00" }],
  ]);
  const again = { id: creditNote.id, reason: "Twice" };
  expect(issuesOf(await admin.ask(CANCEL, { input: again }))).toEqual(["id cancelled_already"]);
  expect(
    issuesOf(
      await admin.ask(ALLOCATE, { input: { id: creditNote.id, allocations: [part(first, "1")] } }),
    ),
  ).toEqual(["id cancelled_already"]);
  const { rows } = await server.app.database.pool.query(
    "SELECT action FROM activity WHERE record_id = ANY($1) AND record_type IN ('CreditNote', 'Invoice') ORDER BY id",
    [[creditNote.id, second.id]],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    "created",
    "created",
    "allocated",
    "credited",
    "cancelled",
    "updated",
  ]);
});

test("a paid invoice can be credited, on account; a draft, another customer's or another currency's cannot", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const { id: otherId } = await makeCustomer(admin);
  const paid = await authorized(customerId, "10");
  await makePayment(admin, customerId, { amount: "10", allocations: [part(paid, "10")] });
  const on = await written(CREATE, { customerId, invoiceId: paid.id, lines: worth("4") });
  expect(on.creditNote).toMatchObject({
    invoice: { id: paid.id },
    unallocated: { amount: "4.00" },
  });
  expect(on.invoices).toEqual([]);

  const draft = await makeInvoice(admin, customerId, { lines: worth("10") });
  const refused = async (input: object) =>
    issuesOf(await admin.ask(CREATE, { input: { customerId, lines: worth("4"), ...input } }));
  expect(await refused({ invoiceId: draft.id })).toEqual(["invoiceId not_creditable"]);
  expect(await refused({ invoiceId: paid.id, customerId: otherId })).toEqual([
    "invoiceId of_another_customer",
  ]);
  expect(await refused({ invoiceId: paid.id, currency: "USD" })).toEqual([
    "invoiceId in_other_currency",
  ]);
  expect(await refused({ invoiceId: paid.id, kind: "PURCHASE" })).toEqual([
    "invoiceId not_of_direction",
  ]);
  expect(await refused({ invoiceId: NO_ID })).toEqual(["invoiceId unknown_record"]);
  expect(await refused({ lines: [] })).toEqual(["lines nothing_credited"]);
  expect(await refused({ issuedOn: "2999-01-01" })).toEqual(["issuedOn in_the_future"]);
});

test("an invoice keeps what credit notes settle when its payments are taken back, and is not cancelled with it", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const invoice = await authorized(customerId, "100");
  const note = await written(CREATE, { customerId, invoiceId: invoice.id, lines: worth("30") });
  const set = (status: string, version: number) =>
    admin.ask<{ updateInvoice: { invoice: Shown } }>(UPDATE_INVOICE, {
      input: { id: invoice.id, version, status },
    });
  const paid = await set("PAID", 2);
  expect(paid.data.updateInvoice.invoice).toMatchObject({
    status: "PAID",
    paid: { amount: "100.00" },
    credited: { amount: "30.00" },
  });
  const back = await set("AUTHORIZED", 3);
  expect(back.data.updateInvoice.invoice).toMatchObject({ balance: { amount: "70.00" } });
  expect(issuesOf(await set("CANCELLED", 4))).toEqual(["status credited_invoice"]);
  const rest = await written(CREATE, { customerId, invoiceId: invoice.id, lines: worth("70") });
  expect(rest.invoices).toMatchObject([{ status: "PAID" }]);
  expect(issuesOf(await set("AUTHORIZED", 5))).toEqual(["status credited_invoice"]);
  for (const { creditNote } of [note, rest]) {
    await written(CANCEL, { id: creditNote.id, reason: "By mistake" });
  }
  const { version } = await seen(invoice.id);
  expect(codeOf(await set("CANCELLED", version))).toBe("OK");
});

test("100 credit notes and payments at once never settle more than an invoice owes", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const invoice = await authorized(customerId, "100");
  const notes = await Promise.all(
    Array.from({ length: 50 }, () => written(CREATE, { customerId, lines: worth("7") })),
  );
  const answers = await Promise.all(
    notes.flatMap(({ creditNote }) => [
      admin.ask(ALLOCATE, { input: { id: creditNote.id, allocations: [part(invoice, "7")] } }),
      admin.ask(
        "mutation ($input: CreatePaymentInput!) { createPayment(input: $input) { payment { id } } }",
        {
          input: {
            customerId,
            paidOn: "2026-01-15",
            amount: "7",
            currency: "BRL",
            allocations: [part(invoice, "7")],
          },
        },
      ),
    ]),
  );
  const codes = answers.map(codeOf);
  expect(codes.filter((code) => code === "OK")).toHaveLength(14);
  expect(codes.filter((code) => code === "VALIDATION_FAILED")).toHaveLength(86);
  expect(await seen(invoice.id)).toMatchObject({ balance: { amount: "2.00" } });
}, 60_000);

test("the texts of a credit note change, with versions; its lists are filtered", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const [open, used] = [
    await written(CREATE, { customerId, lines: worth("5") }),
    await written(CREATE, {
      customerId,
      kind: "PURCHASE",
      reference: "S-1",
      lines: worth("6"),
    }),
  ];
  await written(CANCEL, { id: used.creditNote.id, reason: "Not ours" });
  const changed = await written(UPDATE, {
    id: open.creditNote.id,
    version: 1,
    reference: "R-9",
    notes: null,
  });
  expect(changed.creditNote).toMatchObject({ version: 2, reference: "R-9" });
  const stale = { id: open.creditNote.id, version: 1, reference: "R-10" };
  expect(codeOf(await admin.ask(UPDATE, { input: stale }))).toBe("CONFLICT");
  const ids = async (filter: object) =>
    (
      await admin.ask<{ customer: { creditNotes: { nodes: Shown[] } } }>(
        `query ($id: ID!, $filter: CreditNoteFilter) { customer(id: $id) { creditNotes(first: 10, filter: $filter) { nodes { id } } } }`,
        { id: customerId, filter },
      )
    ).data.customer.creditNotes.nodes.map(({ id }) => id);
  expect(await ids({ onAccount: true })).toEqual([open.creditNote.id]);
  expect(await ids({ cancelled: true })).toEqual([used.creditNote.id]);
  expect(await ids({ kind: "PURCHASE", cancelled: false })).toEqual([]);
  expect(await ids({ issuedFrom: "2999-01-01" })).toEqual([]);
});

test("a merge takes credit notes along, and its undo brings them back; a customer with one is not deleted", async () => {
  const survivor = await makeCustomer(admin);
  const { id: otherId } = await makeCustomer(admin);
  const invoice = await authorized(otherId, "10");
  const { creditNote } = await written(CREATE, {
    customerId: otherId,
    invoiceId: invoice.id,
    lines: worth("10"),
  });
  const countOf = async (id: string) =>
    (
      await admin.ask<{ customer: { creditNotes: { totalCount: number } } }>(
        "query ($id: ID!) { customer(id: $id) { creditNotes { totalCount } } }",
        { id },
      )
    ).data.customer.creditNotes.totalCount;
  const merged = await merge(admin, survivor, [otherId]);
  expect(await countOf(survivor.id)).toBe(1);
  expect(codeOf(await undo(admin, merged.data.mergeCustomers.merge.id))).toBe("OK");
  expect([await countOf(survivor.id), await countOf(otherId)]).toEqual([0, 1]);
  await written(CANCEL, { id: creditNote.id, reason: "Merged by mistake" });
  const deleteInvoice =
    "mutation ($id: ID!) { deleteInvoice(input: { id: $id }) { invoice { id } } }";
  expect(codeOf(await admin.ask(deleteInvoice, { id: invoice.id }))).toBe("OK");
  const gone = await admin.ask(
    "mutation ($ids: [ID!]!) { deleteCustomers(input: { ids: $ids }) { customers { id } } }",
    { ids: [otherId] },
  );
  expect(gone.errors?.[0]?.message).toContain("credit notes");
});

test("roles without invoices neither see nor write credit notes", async () => {
  const { id: customerId } = await makeCustomer(admin);
  const { creditNote } = await written(CREATE, { customerId, lines: worth("5") });
  const [projects, viewer] = [await server.signIn("projects"), await server.signIn("viewer")];
  const read = "query ($id: ID!) { creditNote(id: $id) { id } }";
  expect(codeOf(await projects.ask(read, { id: creditNote.id }))).toBe("FORBIDDEN");
  expect(codeOf(await viewer.ask(read, { id: creditNote.id }))).toBe("OK");
  const input = { customerId, lines: worth("5") };
  expect(codeOf(await viewer.ask(CREATE, { input }))).toBe("FORBIDDEN");
});
