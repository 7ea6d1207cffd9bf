import sql from "sql-template-tag";
import { extractText, getMeta } from "unpdf";
import { limitedPerson } from "../../../test/recordAccess/limitedPeople.js";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { keyWith } from "../../../test/support/keyWith.js";
import { NO_ID } from "../../../test/support/refusals.js";
import { makeCreditNote } from "../creditNotes/creditNote.factory.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { makeOrder } from "../orders/order.factory.js";
import { makeQuote } from "../quotes/quote.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  const { data } = await admin.ask<{ organisation: { version: number } }>(
    "{ organisation { version } }",
  );
  const { errors } = await admin.ask(
    "mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { organisation { id } } }",
    {
      input: {
        version: data.organisation.version,
        name: "Oficina Ação Lda",
        taxId: "NIF 501 964 843",
        address: "Rua das Flores, 12\n4050-262 Porto",
      },
    },
  );
  expect(errors).toBeUndefined();
});
afterAll(() => server.close());

const lines = [
  {
    description: "Manutenção de máquinas",
    quantity: "2.5",
    unit: "h",
    unitPrice: "100",
    discount: "10",
    taxRate: "23",
  },
  { description: "Peça", quantity: "1", unitPrice: "1234.5", taxRate: "6" },
];

const inBrazil = { legalName: "Padaria São João Ltda", address: { country: "BR", city: "Natal" } };

const path = (id: string) => `/documents/${id}.pdf`;

/** The text of a PDF page by page, with plain spaces. */
async function textOf(caller: Pick<Caller, "fetch">, id: string, query = ""): Promise<string[]> {
  const response = await caller.fetch(`${path(id)}${query}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/pdf");
  const { text } = await extractText(new Uint8Array(await response.arrayBuffer()));
  return text.map((page) => page.replace(/\s+/g, " "));
}

test("an invoice says in its customer's language who issues it, its lines, tax by rate and what is due", async () => {
  const customer = await makeCustomer(admin, inBrazil);
  const invoice = await makeInvoice(admin, customer.id, {
    currency: "BRL",
    issuedOn: "2026-03-04",
    dueOn: "2026-04-03",
    notes: "Obrigado!",
    lines,
  });
  const [page = ""] = await textOf(admin, invoice.id);
  for (const said of [
    `Fatura ${invoice.number}`,
    "RASCUNHO",
    "Oficina Ação Lda",
    "NIF 501 964 843",
    "4050-262 Porto",
    "Padaria São João Ltda",
    "Natal",
    "04/03/2026",
    "03/04/2026",
    "Manutenção de máquinas 2,5 h R$ 100,00 10% 23% R$ 225,00",
    "Peça 1 R$ 1.234,50 6% R$ 1.234,50",
    "R$ 1.459,50",
    "Imposto de 6% sobre R$ 1.234,50 R$ 74,07",
    "Imposto de 23% sobre R$ 225,00 R$ 51,75",
    "Total R$ 1.585,32",
    "Obrigado!",
    "Documento comercial, sem valor fiscal.",
    "Página 1 de 1",
  ]) {
    expect(page).toContain(said);
  }
});

test("every kind of document has its own title, dates and parties", async () => {
  const customer = await makeCustomer(admin, {
    legalName: "Maple Ltd",
    address: { country: "CA", city: "Toronto" },
  });
  const offer = await makeQuote(admin, customer.id, {
    kind: "OFFER",
    issuedOn: "2026-03-04",
    validUntil: "2026-05-06",
    lines,
  });
  expect((await textOf(admin, offer.id))[0]).toMatch(
    new RegExp(`Offer ${offer.number}.*Issue date 04/03/2026 Valid until 06/05/2026`),
  );
  const order = await makeOrder(admin, customer.id, { reference: "PO 7", lines });
  expect((await textOf(admin, order.id))[0]).toMatch(
    new RegExp(`Order ${order.number}.*Reference PO 7`),
  );
  const bought = await makeInvoice(admin, customer.id, { kind: "PURCHASE", lines });
  expect((await textOf(admin, bought.id))[0]).toMatch(
    new RegExp(`Maple Ltd.*Purchase invoice ${bought.number}.*Oficina Ação Lda`),
  );
  const note = await makeCreditNote(admin, customer.id, { lines });
  expect((await textOf(admin, note.id))[0]).toContain(`Credit note ${note.number}`);
});

test("the language can be chosen, and is the caller's where the country is not known", async () => {
  const customer = await makeCustomer(admin, { legalName: "Sem País" });
  // As those are that came from other systems.
  await server.db.execute(sql`UPDATE customers SET country = NULL WHERE id = ${customer.id}::uuid`);
  const { id } = await makeQuote(admin, customer.id, { lines });
  expect((await textOf(admin, id))[0]).toContain("Commercial document.");
  expect((await textOf(admin, id, "?language=pt-PT"))[0]).toContain("Não serve de fatura");
  expect((await admin.fetch(`${path(id)}?language=fr`)).status).toBe(400);
});

test("500 lines take several pages, each with its header, and none is lost", async () => {
  const customer = await makeCustomer(admin, inBrazil);
  const many = Array.from({ length: 500 }, (_, index) => ({
    description: `Item ${index + 1}. ${"x".repeat(index % 50 === 0 ? 400 : 3)}`,
    quantity: "1",
    unitPrice: "1",
  }));
  const { id } = await makeOrder(admin, customer.id, { lines: many });
  const pages = await textOf(admin, id);
  expect(pages.length).toBeGreaterThan(5);
  const said = pages.join(" ");
  for (const index of [1, 250, 500]) expect(said).toContain(`Item ${index}.`);
  expect(said).toContain(`Página ${pages.length} de ${pages.length}`);
  expect(said.match(/Descrição/g)).toHaveLength(pages.length);
});

test("the file is named after the document, and shown by browsers in place", async () => {
  const customer = await makeCustomer(admin, inBrazil);
  const { id, number } = await makeQuote(admin, customer.id, { lines });
  const response = await admin.fetch(path(id));
  expect(response.headers.get("content-disposition")).toContain(`inline; filename="${number}.pdf"`);
  expect(response.headers.get("cache-control")).toContain("private");
  const { info } = await getMeta(new Uint8Array(await response.arrayBuffer()));
  expect(info).toMatchObject({ Title: `Orçamento ${number}`, Author: "Oficina Ação Lda" });
});

test("only who may read a document gets it", async () => {
  const customer = await makeCustomer(admin, inBrazil);
  const { id } = await makeInvoice(admin, customer.id, { lines });
  const { id: taken } = await makeQuote(admin, customer.id, { lines });
  expect((await server.stranger.fetch(path(id))).status).toBe(401);
  expect((await admin.fetch(path(NO_ID))).status).toBe(404);
  expect((await admin.fetch(path("x"))).status).toBe(400);
  expect((await admin.fetch(path(customer.id))).status).toBe(404);
  const limited = await limitedPerson(server, "OWN");
  expect((await limited.fetch(path(id))).status).toBe(404);

  const asKey = async (...scopes: Parameters<typeof keyWith>[1]) => {
    const headers = await keyWith(admin, scopes);
    return (await server.stranger.fetch(path(id), { headers })).status;
  };
  expect(await asKey("invoices:read")).toBe(403);
  expect(await asKey("customers:read", "quotes:read")).toBe(404);
  expect(await asKey("customers:read", "invoices:read")).toBe(200);

  const { errors } = await admin.ask(
    "mutation ($input: DeleteInput!) { deleteQuote(input: $input) { quote { id } } }",
    { input: { id: taken } },
  );
  expect(errors).toBeUndefined();
  expect((await admin.fetch(path(taken))).status).toBe(404);
});

test("a caller who wants many at once gets two at a time, and others are served meanwhile", async () => {
  const customer = await makeCustomer(admin, inBrazil);
  const { id } = await makeQuote(admin, customer.id, { lines });
  const other = await server.signIn("sales");
  const [others, ...mine] = await Promise.all([
    other.fetch(path(id)),
    ...Array.from({ length: 8 }, () => admin.fetch(path(id))),
  ]);
  expect(others?.status).toBe(200);
  const statuses = mine.map(({ status }) => status).toSorted();
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(2);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect((await admin.fetch(path(id))).status).toBe(200);
});
