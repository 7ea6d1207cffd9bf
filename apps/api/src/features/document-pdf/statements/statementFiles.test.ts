import { readXlsx } from "hucre";
import sql from "sql-template-tag";
import { extractText, getMeta } from "unpdf";
import { limitedPerson } from "../../../../test/recordAccess/limitedPeople.js";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { keyWith } from "../../../../test/support/keyWith.js";
import { NO_ID } from "../../../../test/support/refusals.js";
import { makeCreditNote } from "../../creditNotes/creditNote.factory.js";
import { makeCustomer } from "../../customers/customer.factory.js";
import { worth } from "../../documents/line.factory.js";
import { makeInvoice } from "../../invoices/invoice.factory.js";
import { makePayment } from "../../payments/payment.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
beforeEach(() => server.setNow(new Date("2026-06-30T15:00:00Z")));
afterAll(() => server.close());

const inBrazil = { legalName: "Padaria São João Ltda", address: { country: "BR", city: "Natal" } };
const PERIOD = "from=2026-02-01&to=2026-03-31";
const path = (id: string, ending: "pdf" | "xlsx", query = PERIOD) =>
  `/customers/${id}/statement.${ending}?${query}`;

/** A customer with something before the period, and an invoice, a payment and a credit note in it. */
async function withHistory(): Promise<{ id: string; number: string; sold: string }> {
  const { id } = await makeCustomer(admin, inBrazil);
  const billed = (amount: string, issuedOn: string, dueOn: string, rest: object = {}) =>
    makeInvoice(admin, id, {
      status: "AUTHORIZED",
      issuedOn,
      dueOn,
      lines: worth(amount),
      ...rest,
    });
  await billed("1000", "2026-01-10", "2026-02-09");
  const invoice = await billed("234.5", "2026-02-10", "2026-03-10", {
    lines: [{ description: "=HYPERLINK(1)", quantity: "1", unitPrice: "234.5" }],
  });
  await billed("50", "2026-02-11", "2026-03-11", { kind: "PURCHASE", number: "X-1" });
  await makePayment(admin, id, {
    paidOn: "2026-03-01",
    amount: "200",
    reference: "PIX 77",
    method: "Pix",
    allocations: [{ invoiceId: invoice.id, amount: "200" }],
  });
  await makeCreditNote(admin, id, {
    invoiceId: invoice.id,
    issuedOn: "2026-03-20",
    lines: worth("4.5"),
  });
  const { data } = await admin.ask<{ customer: { number: string } }>(
    "query ($id: ID!) { customer(id: $id) { number } }",
    { id },
  );
  return { id, number: data.customer.number, sold: invoice.number };
}

async function pagesOf(id: string, query = PERIOD): Promise<string[]> {
  const response = await admin.fetch(path(id, "pdf", query));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/pdf");
  const { text } = await extractText(new Uint8Array(await response.arrayBuffer()));
  return text.map((page) => page.replace(/\s+/g, " "));
}

test("a statement is drawn in the customer's language from its opening to its closing, with its open items", async () => {
  const { id, sold } = await withHistory();
  const [page = ""] = await pagesOf(id);
  for (const said of [
    "Extrato da conta",
    "Padaria São João Ltda",
    "01/02/2026 a 31/03/2026",
    "Conta em BRL",
    "01/02/2026 Saldo inicial R$ 1.000,00",
    `10/02/2026 Fatura ${sold} =HYPERLINK(1) R$ 234,50 R$ 1.234,50`,
    "11/02/2026 Fatura X-1",
    "R$ 50,00 R$ 1.184,50",
    "01/03/2026 Pagamento PIX 77 Pix R$ 200,00 R$ 984,50",
    "R$ 4,50 R$ 980,00",
    "31/03/2026 Saldo final R$ 234,50 R$ 254,50 R$ 980,00",
    "Em aberto em 31/03/2026",
    `Fatura ${sold} 10/02/2026 10/03/2026 21 R$ 30,00`,
    "Total R$ 980,00",
    "sem valor fiscal",
    "Página 1 de 1",
  ]) {
    expect(page).toContain(said);
  }
});

test("one side of the account, another language, and days without any movement", async () => {
  const { id } = await withHistory();
  const [sales = ""] = await pagesOf(id, `${PERIOD}&kind=SALES&language=en`);
  expect(sales).toContain("Account Receivables");
  expect(sales).toContain("Closing balance");
  expect(sales).not.toContain("X-1");
  const [none = ""] = await pagesOf(id, "from=2025-01-01&to=2025-01-31&language=pt-PT");
  expect(none).toContain("Sem movimentos");
});

test("the workbook has typed cells, and no text of it is a formula", async () => {
  const { id, number, sold } = await withHistory();
  const response = await admin.fetch(path(id, "xlsx"));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toContain(
    `filename="Extrato da conta ${number} 2026-02-01 2026-03-31.xlsx"`,
  );
  const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
  expect(sheets.map(({ name }) => name)).toEqual(["Extrato da conta", "Em aberto"]);
  const [movements, open] = sheets;
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  expect(movements?.rows.slice(0, 3)).toEqual([
    ["Moeda", "Data", "Tipo", "Documento", "Descrição", "Débito", "Crédito", "Saldo"],
    ["BRL", day("2026-02-01"), "Saldo inicial", null, null, null, null, 1000],
    ["BRL", day("2026-02-10"), "Fatura", sold, "=HYPERLINK(1)", 234.5, 0, 1234.5],
  ]);
  expect(movements?.rows.at(-1)).toEqual([
    ...["BRL", day("2026-03-31"), "Saldo final", null, null],
    ...[234.5, 254.5, 980],
  ]);
  const formulas = sheets.flatMap(({ cells }) =>
    [...(cells?.values() ?? [])].filter(({ formula }) => formula !== undefined),
  );
  expect(formulas).toEqual([]);
  expect(open?.rows.slice(1).map((row) => row.at(-1))).toEqual([1000, 30, -50]);
});

test("what is asked wrongly is refused with what is wrong", async () => {
  const { id } = await makeCustomer(admin, inBrazil);
  const refused = async (query: string, customer = id) => {
    const response = await admin.fetch(path(customer, "pdf", query));
    const { errors } = (await response.json()) as {
      errors: { extensions: { code: string; issues?: { path: string; code: string }[] } }[];
    };
    const { code, issues = [] } = errors[0]?.extensions ?? { code: "" };
    return [response.status, code, ...issues.map((issue) => `${issue.path} ${issue.code}`)];
  };
  expect(await refused("")).toEqual([400, "VALIDATION_FAILED", "from required", "to required"]);
  expect(await refused("from=2026-02-30&to=2026-03-01")).toEqual([
    ...[400, "VALIDATION_FAILED", "from invalid_date"],
  ]);
  expect(await refused("from=2026-03-02&to=2026-03-01")).toEqual([
    ...[400, "VALIDATION_FAILED", "to before_start"],
  ]);
  expect(await refused(`${PERIOD}&kind=BOTH`)).toEqual([
    400,
    "VALIDATION_FAILED",
    "kind not_in_list",
  ]);
  expect(await refused(`${PERIOD}&language=fr`)).toEqual([
    ...[400, "VALIDATION_FAILED", "language not_in_list"],
  ]);
  expect(await refused(PERIOD, NO_ID)).toEqual([404, "NOT_FOUND"]);
  expect((await refused(PERIOD, "x"))[0]).toBe(400);
});

test("only who may read the invoices and the customer gets it", async () => {
  const { id } = await withHistory();
  for (const ending of ["pdf", "xlsx"] as const) {
    const status = async (caller: Pick<Caller, "fetch">, init?: RequestInit) =>
      (await caller.fetch(path(id, ending), init)).status;
    expect(await status(server.stranger)).toBe(401);
    expect(await status(await server.signIn("projects"))).toBe(403);
    expect(await status(await server.signIn("viewer"))).toBe(200);
    expect(await status(await limitedPerson(server, "OWN"))).toBe(404);
    const asKey = async (...scopes: Parameters<typeof keyWith>[1]) =>
      status(server.stranger, { headers: await keyWith(admin, scopes) });
    expect(await asKey("customers:read")).toBe(403);
    expect(await asKey("invoices:read")).toBe(403);
    expect(await asKey("customers:read", "invoices:read")).toBe(200);
  }
});

test("a PDF of too many lines is refused, the workbook has them all", async () => {
  const { id } = await makeCustomer(admin, inBrazil);
  const invoice = await makeInvoice(admin, id, { lines: worth("1") });
  await server.db.execute(sql`
    INSERT INTO invoices (customer_id, number, kind, status, issued_on, due_on, currency, total)
    SELECT customer_id, 'L-' || n, kind, 'AUTHORIZED', '2026-03-01', '2026-03-01', currency, total
    FROM invoices, generate_series(1, 2001) n WHERE id = ${invoice.id}::uuid`);
  const response = await admin.fetch(path(id, "pdf"));
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("statement_too_long");
  const workbook = await admin.fetch(path(id, "xlsx"));
  const { sheets } = await readXlsx(new Uint8Array(await workbook.arrayBuffer()));
  expect(sheets.map(({ rows }) => rows.length)).toEqual([2001 + 3, 2001 + 1]);
});

test("the pages are many, each with its header, and the file says what it is", async () => {
  const { id, number } = await withHistory();
  for (let at = 0; at < 2; at += 1)
    await server.db.execute(sql`
      INSERT INTO invoices (customer_id, number, kind, status, issued_on, due_on, currency, total)
      SELECT customer_id, ${`M${at}-`} || number || n, kind, 'AUTHORIZED', '2026-03-01', '2026-03-01', currency, total
      FROM (SELECT * FROM invoices WHERE customer_id = ${id}::uuid LIMIT 1) i, generate_series(1, 60) n`);
  const pages = await pagesOf(id);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.join(" ").match(/Descrição/g)?.length).toBeGreaterThan(1);
  const response = await admin.fetch(path(id, "pdf"));
  expect(response.headers.get("cache-control")).toContain("private");
  const { info } = await getMeta(new Uint8Array(await response.arrayBuffer()));
  expect(info).toMatchObject({ Title: `Extrato da conta ${number}` });
});
