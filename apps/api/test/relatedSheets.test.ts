import { makeContact } from "../src/features/contacts/contact.factory.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { exportedBy, exportedBytes } from "../src/features/exports/export.factory.js";
import { importUntil, planned, ran } from "../src/features/imports/import.factory.js";
import { makeInvoice } from "../src/features/invoices/invoice.factory.js";
import { makeOrder } from "../src/features/orders/order.factory.js";
import { makeProject } from "../src/features/projects/project.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
let admin: Caller;
let bakery: { id: string; number: string };
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  bakery = await makeCustomer(admin, {
    legalName: "Padaria São João Ltda",
    tradeName: "Pão Quente",
    taxId: { country: "BR", value: "01.234.567/0001-95" },
    externalIds: [{ source: "erp", value: "A-1" }],
    currency: "BRL",
    paymentTermDays: 10,
  });
  await makeCustomer(admin, { legalName: "Twin" });
  await makeCustomer(admin, { legalName: "Twin" });
});
afterEach(() => server.close());

const query = async (text: string) => (await server.app.database.pool.query(text)).rows;

async function issuesOf(id: string) {
  const { data } = await admin.ask<{
    import: {
      rows: {
        nodes: { line: number; issues: { column: number; code: string; message: string }[] }[];
      };
    };
  }>(
    `query ($id: ID!) { import(id: $id) { rows(filter: { class: [ERROR] }) { nodes { line issues { column code message } } } } }`,
    { id },
  );
  return data.import.rows.nodes.map(({ line, issues }) => ({ line, ...issues[0] }));
}

const undo = (id: string) =>
  admin.ask("mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { id } } }", {
    input: { id },
  });

const TABLES = ["contacts", "projects", "orders", "order_lines", "invoices", "invoice_lines"];
const dump = async () =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => [table, await query(`SELECT * FROM ${table} t ORDER BY id`)]),
    ),
  );

const NAMED = `Customer number,Customer tax ID,Customer,Customer external ID`;
const KINDS: Record<string, { header: string; cells: (name: string) => string; table: string }> = {
  CONTACT: {
    table: "contacts",
    header: "Contact name,Contact email",
    cells: (n) => `${n},${n}@x.com`,
  },
  PROJECT: {
    table: "projects",
    header: "Project name,Start date",
    cells: (n) => `${n},2026-02-01`,
  },
  ORDER: {
    table: "orders",
    header: "Order number,Order date,Total",
    cells: (n) => `${n},2026-02-01,10.50`,
  },
  INVOICE: {
    table: "invoices",
    header: "Invoice number,Invoice date,Total,Status",
    cells: (n) => `${n},2026-02-01,10.50,Paid`,
  },
};

test.each(Object.entries(KINDS))(
  "%s find their customer by number, tax ID, name and id; who is unknown or could be two is told",
  async (kind, { header, cells, table }) => {
    const file = [
      `${NAMED},${header}`,
      `${bakery.number},,,,${cells("n1")}`,
      `,01.234.567/0001-95,,,${cells("n2")}`,
      `,,padaria sao joao LTDA,,${cells("n3")}`,
      `,,Pão Quente,,${cells("n4")}`,
      `,,,A-1,${cells("n5")}`,
      `,,Twin,,${cells("n6")}`,
      `C-999999,,,,${cells("n7")}`,
      `,,,,${cells("n8")}`,
    ].join("\n");
    const before = await dump();
    const plan = await planned(admin, "related.csv", file, kind, "erp");
    expect(plan).toMatchObject({ status: "READY", counts: { total: 8, new: 5, error: 3 } });
    const issues = await issuesOf(plan.id);
    expect(issues).toMatchObject([
      { line: 7, column: 2, code: "ambiguous_customer" },
      { line: 8, column: 0, code: "unknown_customer" },
      { line: 9, code: "customer_required" },
    ]);
    expect(issues[0]?.message).toMatch(/C-\d+ Twin; C-\d+ Twin/);

    expect((await ran(admin, plan.id)).result).toMatchObject({ created: 5, failed: 3 });
    const rows = await query(`SELECT customer_id FROM ${table}`);
    expect(rows).toEqual(Array.from({ length: 5 }, () => ({ customer_id: bakery.id })));
    const again = await planned(admin, "related.csv", file, kind, "erp");
    expect(again.counts).toMatchObject({ new: 0, update: 0, unchanged: 5 });

    await undo(plan.id);
    await importUntil(admin, plan.id, ["UNDONE"]);
    expect(await dump()).toEqual(before);
  },
);

async function makeOneOfEach(): Promise<void> {
  const [other] = await query(
    "SELECT id FROM customers WHERE legal_name = 'Twin' ORDER BY id LIMIT 1",
  );
  for (const id of [bakery.id, other.id]) {
    await makeContact(admin, id, {
      name: "=Ana",
      isPrimary: true,
      notes: "a\nb",
      phone: "+5511987654321",
    });
    await makeContact(admin, id, { name: "=Ana", email: "ana@x.com" });
    await makeProject(admin, id, {
      name: "Site",
      status: "ON_HOLD",
      startsOn: "2026-03-04",
      dueOn: "2026-04-03",
      budgetMinutes: 90,
    });
    await makeProject(admin, id, { name: "Site" });
    const lines = [
      { description: "Pão", quantity: "3", unitPrice: "1234.10" },
      { description: "Bolo", quantity: "1", unitPrice: "0.35" },
    ];
    await makeOrder(admin, id, {
      lines,
      orderedOn: "2026-03-04",
      reference: "00017",
      status: "OPEN",
    });
    await makeInvoice(admin, id, {
      lines,
      issuedOn: "2026-03-04",
      dueOn: "2026-12-13",
      status: "PAID",
    });
    await makeInvoice(admin, id, {
      kind: "PURCHASE",
      number: "17",
      lines,
      issuedOn: "2026-03-04",
      currency: "JPY",
    });
    await makeInvoice(admin, id, { issuedOn: "2026-03-04" });
  }
}

test.each(
  Object.keys(KINDS).flatMap((kind) =>
    ["XLSX", "CSV", "CSV_EXCEL_PT"].map((format): [string, string] => [kind, format]),
  ),
)("%s exported as %s and imported again change nothing", async (kind, format) => {
  await makeOneOfEach();
  const done = await exportedBy(admin, { recordType: kind, format });
  expect(done).toMatchObject({ status: "DONE" });
  const plan = await planned(admin, done.fileName, await exportedBytes(admin, done), kind);
  expect(plan.counts).toEqual({
    total: done.rows,
    new: 0,
    update: 0,
    unchanged: done.rows,
    duplicate: 0,
    undecided: 0,
    error: 0,
    skipped: 0,
    lines: 0,
  });
  expect(done.rows).toBeGreaterThan(1);
});

test("an export of records has those of the filtered customers", async () => {
  await makeOneOfEach();
  const done = await exportedBy(admin, {
    recordType: "PROJECT",
    format: "JSONL",
    search: "padaria",
    columns: ["customerName", "name", "dueOn"],
  });
  expect((await exportedBytes(admin, done)).toString()).toBe(
    `{"customerName":"Padaria São João Ltda","name":"Site","dueOn":"2026-04-03"}\n{"customerName":"Padaria São João Ltda","name":"Site","dueOn":null}\n`,
  );
});

test.each(Object.keys(KINDS))(
  "%s of an export are counted before it, and it tells what chose them",
  async (kind) => {
    await makeOneOfEach();
    await query(`UPDATE ${KINDS[kind]?.table} SET deleted_at = now() WHERE id = (
    SELECT id FROM ${KINDS[kind]?.table} ORDER BY id LIMIT 1)`);
    for (const question of [{}, { search: "padaria", filter: { status: ["ACTIVE"] } }]) {
      const { data } = await admin.ask<{ exportRowCount: number }>(
        "query ($input: CountExportInput!) { exportRowCount(input: $input) }",
        { input: { recordType: kind, ...question } },
      );
      const { id, rows } = await exportedBy(admin, {
        recordType: kind,
        format: "JSONL",
        ...question,
      });
      expect(data.exportRowCount).toBe(rows);
      const issues = await admin.ask(
        "query ($id: ID!) { export(id: $id) { search filter includeArchived } }",
        { id },
      );
      expect(issues.data).toEqual({
        export: { search: null, filter: null, includeArchived: false, ...question },
      });
    }
  },
);

test("a file without a column for the customer waits for one, and says which would do", async () => {
  const plan = await planned(admin, "p.csv", "Project name\nSite\n", "PROJECT");
  expect(plan.status).toBe("MATCHING");
  expect(plan.problem).toContain("Customer number");
});

test("an invoice that comes in is priced, due and paid as its row says; what follows are numbers beyond it", async () => {
  const file = [
    "Cliente;Número da fatura;Data de emissão;Valor total;Situação;Valor pago",
    "Pão Quente;I-000500;04/03/2026;R$ 1.234,50;Paga;",
    "Pão Quente;X-1;13/03/2026;10,00;Autorizada;4,00",
    "Pão Quente;X-2;14/03/2026;10,00;Paga;4,00",
    "Pão Quente;X-3;31/02/2026;10,00;;",
  ].join("\n");
  const plan = await planned(admin, "faturas.csv", file, "INVOICE");
  expect(plan.counts).toMatchObject({ new: 2, error: 2 });
  expect((await issuesOf(plan.id)).map(({ code }) => code)).toEqual([
    "paid_in_part",
    "invalid_date",
  ]);
  await ran(admin, plan.id);
  expect(
    await query(`SELECT i.number, issued_on, due_on, i.total, balance, paid_on, currency, l.total AS line, status
      FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id ORDER BY i.number`),
  ).toMatchObject([
    {
      number: "I-000500",
      issued_on: "2026-03-04",
      due_on: "2026-03-14",
      total: "1234.5000",
      balance: "0.0000",
      line: "1234.5000",
      currency: "BRL",
      status: "PAID",
    },
    { number: "X-1", balance: "6.0000", paid_on: null },
  ]);
  await makeInvoice(admin, bakery.id, {});
  expect(await query("SELECT number FROM invoices ORDER BY id DESC LIMIT 1")).toEqual([
    { number: "I-000501" },
  ]);
});

test("the paid amount is compared with the existing invoice where a row has no total", async () => {
  const file = (cells: string) =>
    `Customer,Invoice number,Invoice date,Status,Paid\nPão Quente,${cells}\n`;
  const first = "Customer,Invoice number,Invoice date,Status,Paid,Total\n";
  const made = await planned(
    admin,
    "first.csv",
    `${first}Pão Quente,X-1,2026-03-04,Authorized,4,10\n`,
    "INVOICE",
  );
  await ran(admin, made.id);
  const codeOf = async (cells: string) => {
    const plan = await planned(admin, "paid.csv", file(cells), "INVOICE");
    return (await issuesOf(plan.id))[0]?.code ?? plan.counts;
  };
  expect(await codeOf("X-1,2026-03-04,Authorized,4.00")).toMatchObject({ unchanged: 1 });
  expect(await codeOf("X-1,2026-03-04,Authorized,5")).toBe("payment_not_imported");
  expect(await codeOf("X-2,2026-03-04,Authorized,4")).toBe("paid_in_part");
  expect(await codeOf("X-2,2026-03-04,Authorized,0")).toMatchObject({ new: 1 });
});

test("what follows from lines, payments and states is refused, and not changed in silence", async () => {
  await makeOneOfEach();
  const [{ number }] = await query(
    "SELECT number FROM invoices WHERE status = 'PAID' ORDER BY id LIMIT 1",
  );
  const file = (cells: string) =>
    `Invoice number,Invoice date,Total,Status,Due date\n${number},2026-03-04,${cells}\n`;
  const codeOf = async (cells: string) => {
    const plan = await planned(
      admin,
      "i.csv",
      `Customer,${file(cells).replace("\n", "\n,")}`,
      "INVOICE",
    );
    return (await issuesOf(plan.id))[0]?.code ?? plan.counts;
  };
  expect(await codeOf("1.00,Paid,2026-12-13")).toBe("total_of_lines");
  expect(await codeOf("3702.65,Draft,2026-12-13")).toBe("payment_not_imported");
  expect(await codeOf(",Paid,2026-03-01")).toBe("before_start");
  expect(await codeOf("3702.65,Paid,2026-12-14")).toMatchObject({ update: 1 });
});
