import { documentTotals } from "@clientela/shared/documents/documentTotals";
import { multiply } from "@clientela/shared/values/money";
import fc from "fast-check";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { importUntil, planned, ran } from "../src/features/imports/import.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  // Chunks that end within a document.
  server = await startServer({ limits: { importChunkRows: 3 } });
  admin = await server.signIn("admin");
  await makeCustomer(admin, { legalName: "X-Men", currency: "USD" });
  await makeCustomer(admin, { legalName: "Avengers", currency: "USD" });
});
afterAll(() => server.close());

const HEADER =
  "Client Name,Invoice #,Date Issued,Invoice Status,Item Name,Item Description,Rate,Quantity,Line Total,Currency";

async function rowsOf(id: string) {
  const { data } = await admin.ask<{
    import: {
      rows: {
        nodes: {
          line: number;
          class: string;
          outcome: string | null;
          issues: { code: string; severity: string; message: string }[];
        }[];
      };
    };
  }>(
    `query ($id: ID!) { import(id: $id) { rows { nodes { line class outcome issues { code severity message } } } } }`,
    { id },
  );
  return data.import.rows.nodes;
}

const classesOf = async (id: string) =>
  (await rowsOf(id)).map(({ line, class: of, issues }) => [line, of, ...issues.map((i) => i.code)]);

async function invoice(number: string) {
  const { rows } = await server.app.database.pool.query(
    `SELECT i.number, trim_scale(i.total)::text AS total, i.status,
       (SELECT json_agg(json_build_array(l.description, trim_scale(l.quantity)::text, trim_scale(l.unit_price)::text, trim_scale(l.total)::text)
          ORDER BY l.position) FROM invoice_lines l WHERE l.invoice_id = i.id) AS lines
     FROM invoices i WHERE i.number = $1`,
    [number],
  );
  return rows;
}

const fix = (id: string, line: number, column: number, value: string) =>
  admin.ask("mutation ($input: FixImportCellsInput!) { fixImportCells(input: $input) { rows } }", {
    input: { id, line, column, value },
  });

test("rows of one invoice become one invoice with lines, and importing the file again changes nothing", async () => {
  const file = [
    HEADER,
    "X-Men,0000001,2021-01-28,sent,General Car Repair,Bumper paint touch up,65.00,10.00000000,650.00,USD",
    "X-Men,0000001,2021-01-28,sent,Painting Service,25 hours painting,98.00,5.00000000,490.00,USD",
    "X-Men,0000001,2021-01-28,sent,Product Delivery,,150.00,45.00000000,6750.00,USD",
    "Avengers,0000002,2021-01-29,sent,Shield,,100.00,1,90.00,USD",
  ].join("\n");
  const plan = await planned(admin, "lines.csv", file, "INVOICE");
  expect(plan).toMatchObject({
    status: "READY",
    counts: { total: 4, new: 2, lines: 2, duplicate: 0, error: 0 },
  });
  expect(await classesOf(plan.id)).toEqual([
    [2, "NEW"],
    [3, "LINE"],
    [4, "LINE"],
    [5, "NEW", "line_repriced"],
  ]);
  const done = await ran(admin, plan.id);
  expect(done.result).toEqual({
    created: 2,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
    lines: 2,
  });
  expect(await invoice("0000001")).toEqual([
    {
      number: "0000001",
      total: "7890",
      status: "AUTHORIZED",
      lines: [
        ["General Car Repair – Bumper paint touch up", "10", "65", "650"],
        ["Painting Service – 25 hours painting", "5", "98", "490"],
        ["Product Delivery", "45", "150", "6750"],
      ],
    },
  ]);
  expect(await invoice("0000002")).toMatchObject([{ lines: [["Shield", "1", "90", "90"]] }]);
  const again = await planned(admin, "lines.csv", file, "INVOICE");
  expect(again.counts).toMatchObject({ new: 0, unchanged: 4, error: 0 });
  const undone = await admin.ask(
    "mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { status } } }",
    { input: { id: plan.id } },
  );
  expect(undone.errors).toBeUndefined();
  expect(await invoice("0000001")).toEqual([]);
});

test("an invoice is imported as a whole or not at all: a line with a mistake keeps it out until it is fixed", async () => {
  const file = [
    HEADER,
    "X-Men,A1,2021-01-28,sent,One,,10.00,1,10.00,USD",
    "X-Men,A1,2021-01-28,sent,Two,,ten,1,,USD",
    "X-Men,A1,2021-01-28,sent,Three,,5.00,2,10.00,USD",
    "Avengers,A1,2021-01-28,sent,Other,,5.00,2,10.00,USD",
    "Nobody,A2,2021-01-28,sent,One,,5.00,2,10.00,USD",
    "Nobody,A2,2021-01-28,sent,Two,,5.00,2,10.00,USD",
  ].join("\n");
  const plan = await planned(admin, "mistake.csv", file, "INVOICE");
  expect(await classesOf(plan.id)).toEqual([
    [2, "ERROR", "line_with_mistake"],
    [3, "ERROR", "invalid_number"],
    [4, "ERROR", "record_with_mistake"],
    [5, "ERROR", "number_repeated"],
    [6, "ERROR", "unknown_customer"],
    [7, "ERROR", "record_with_mistake"],
  ]);
  await fix(plan.id, 3, 6, "7.50");
  await importUntil(admin, plan.id, ["READY"]);
  expect((await classesOf(plan.id)).slice(0, 3)).toEqual([
    [2, "NEW"],
    [3, "LINE"],
    [4, "LINE"],
  ]);
  const left = await admin.ask(
    "mutation ($input: ImportRowsInput!) { skipImportRows(input: $input) { rows } }",
    { input: { id: plan.id, lines: [4] } },
  );
  expect(left.errors).toBeUndefined();
  await importUntil(admin, plan.id, ["READY"]);
  await ran(admin, plan.id);
  expect(await invoice("A1")).toMatchObject([
    {
      total: "17.5",
      lines: [
        ["One", "1", "10", "10"],
        ["Two", "1", "7.5", "7.5"],
      ],
    },
  ]);
  expect((await rowsOf(plan.id)).map(({ outcome }) => outcome)).toEqual([
    "CREATED",
    "LINE",
    "SKIPPED",
    "FAILED",
    "FAILED",
    "FAILED",
  ]);
});

test("further rows may leave out what the first one contains, and differing values are reported", async () => {
  const file = [
    "Cliente;Nº da fatura;Data;Situação;Observações;Descrição;Quantidade;Preço unitário;Valor;Valor total",
    "X-Men;B1;28/01/2021;Paga;primeira;Um;2;10,00;20,00;45,00",
    ";B1;;;segunda;Dois;1;25,00;25,00;45,00",
    "X-Men;B2;28/01/2021;;;Um;1;10,00;10,00;12,30",
    "X-Men;B3;;;;Um;1;10,00;10,00;",
    "X-Men;B4;28/01/2021;;;;;;;",
  ].join("\n");
  const plan = await planned(admin, "continued.csv", file, "INVOICE");
  expect(await classesOf(plan.id)).toEqual([
    [2, "NEW"],
    [3, "LINE", "value_not_kept"],
    [4, "ERROR", "lines_not_total"],
    [5, "ERROR", "required"],
    [6, "NEW", "total_missing"],
  ]);
  await ran(admin, plan.id);
  expect(await invoice("B1")).toMatchObject([{ total: "45", status: "PAID" }]);
});

const TAXED =
  "Customer,Invoice number,Date,Currency,Item,Qty,Unit of measure,Price,Discount percent,Tax rate,Line total,Total";

test("lines have units, discounts and tax rates, and what they come to is checked with its tax", async () => {
  const file = [
    TAXED,
    "X-Men,T1,2021-01-28,USD,Third,1,h,0.33,,23%,0.33,1.22",
    "X-Men,T1,2021-01-28,USD,Third,1,h,0.33,,23,0.41,",
    "X-Men,T1,2021-01-28,USD,Third,1,,0.33,,23.00,,",
    "X-Men,T2,2021-01-28,USD,Reduced,3,kg,10.00,12.5,6,26.25,27.83",
    "X-Men,T3,2021-01-28,USD,Net alone,2,,,,10,10.00,11.00",
    "X-Men,T4,2021-01-28,USD,Untaxed total,1,,10.00,,10,10.00,10.00",
    "X-Men,T5,2021-01-28,USD,Too much,1,,10.00,101,,,",
    "X-Men,T6,2021-01-28,USD,,,,,,23,,5.00",
  ].join("\n");
  const plan = await planned(admin, "taxed.csv", file, "INVOICE");
  expect(await classesOf(plan.id)).toEqual([
    [2, "NEW"],
    [3, "LINE"],
    [4, "LINE"],
    [5, "NEW"],
    [6, "NEW", "line_total_net"],
    [7, "ERROR", "lines_not_total"],
    [8, "ERROR", "out_of_range"],
    [9, "NEW", "value_not_kept"],
  ]);
  await ran(admin, plan.id);
  const { rows } = await server.app.database.pool.query(
    `SELECT i.number, trim_scale(i.total)::text AS total, trim_scale(i.tax)::text AS tax,
       json_agg(json_build_array(l.unit, trim_scale(l.discount)::text, trim_scale(l.tax_rate)::text, trim_scale(l.total)::text)
         ORDER BY l.position) AS lines
     FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id WHERE i.number LIKE 'T_' GROUP BY i.id ORDER BY i.number`,
  );
  expect(rows).toEqual([
    {
      number: "T1",
      total: "1.22",
      tax: "0.23",
      lines: [
        ["h", "0", "23", "0.33"],
        ["h", "0", "23", "0.33"],
        [null, "0", "23", "0.33"],
      ],
    },
    { number: "T2", total: "27.83", tax: "1.58", lines: [["kg", "12.5", "6", "26.25"]] },
    { number: "T3", total: "11", tax: "1", lines: [[null, "0", "10", "10"]] },
    { number: "T6", total: "5", tax: "0", lines: [[null, "0", "0", "5"]] },
  ]);
});

test("a column of discounts or taxes is a percentage where its cells have the sign, and stays out otherwise", async () => {
  const columnsOf = async (name: string, tax: string, discount: string) => {
    const file = `Customer,Invoice number,Date,Currency,Item,Qty,Price,Discount,VAT\nX-Men,${name},2021-01-28,USD,It,1,10.00,${discount},${tax}\n`;
    const { id } = await planned(admin, `${name}.csv`, file, "INVOICE");
    const { data } = await admin.ask<{ import: { columns: { field: string | null }[] } }>(
      "query ($id: ID!) { import(id: $id) { columns { field } } }",
      { id },
    );
    return data.import.columns.slice(7).map(({ field }) => field);
  };
  expect(await columnsOf("S1", "23%", "10 %")).toEqual(["lineDiscount", "lineTaxRate"]);
  expect(await columnsOf("S2", "2.30", "1.00")).toEqual([null, null]);
});

test("what imported lines come to is what the app computes, whatever they are", async () => {
  const amounts = fc.integer({ min: 1, max: 99_999 });
  const percentages = fc.option(fc.integer({ min: 0, max: 10_000 }));
  const lines = fc.array(
    fc.record({
      quantity: amounts,
      unitPrice: amounts,
      discount: percentages,
      taxRate: fc.oneof(percentages, fc.constantFrom(600, 2_300)),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const currencies = ["USD", "JPY", "BHD"];
  const documents = fc.sample(lines, { numRuns: 60, seed: 20_261_130 }).map((all, at) => ({
    currency: currencies[at % currencies.length] ?? "",
    lines: all.map(({ quantity, unitPrice, discount, taxRate }) => ({
      quantity: hundredths(quantity),
      unitPrice: hundredths(unitPrice),
      discount: hundredths(discount ?? 0),
      taxRate: hundredths(taxRate ?? 0),
    })),
  }));
  const rows = documents.flatMap(({ currency, lines: all }, at) =>
    all.map(
      ({ quantity, unitPrice, discount, taxRate }) =>
        `X-Men,R${at},2021-01-28,${currency},It,${quantity},,${unitPrice},${discount},${taxRate},,`,
    ),
  );
  const plan = await planned(admin, "random.csv", [TAXED, ...rows].join("\n"), "INVOICE");
  expect((await ran(admin, plan.id)).result).toMatchObject({ created: documents.length });
  const { rows: made } = await server.app.database.pool.query<{ total: string; tax: string }>(
    `SELECT total::text, tax::text FROM invoices WHERE number ~ '^R[0-9]+$' ORDER BY substr(number, 2)::int`,
  );
  documents.forEach(({ currency, lines: all }, at) => {
    const { tax, total } = documentTotals(all, currency);
    expect(made[at] && { tax: Number(made[at].tax), total: Number(made[at].total) }).toEqual({
      tax: Number(tax),
      total: Number(total),
    });
  });
});

const hundredths = (units: number): string => multiply(`${units}`, "0.01");

test("a total below zero is an error, never 0.00", async () => {
  const file = [
    "Customer,Invoice number,Date,Total",
    "X-Men,C1,2021-01-28,-10.00",
    "X-Men,C2,2021-01-28,-20.00",
    "X-Men,C3,2021-01-28,(30.00)",
    "X-Men,C4,2021-01-28,40.00",
  ].join("\n");
  const plan = await planned(admin, "negative.csv", file, "INVOICE");
  expect(await classesOf(plan.id)).toEqual([
    [2, "ERROR", "out_of_range"],
    [3, "ERROR", "out_of_range"],
    [4, "ERROR", "out_of_range"],
    [5, "NEW"],
  ]);
  const lines = await planned(
    admin,
    "credit.csv",
    `${HEADER}\nX-Men,C5,2021-01-28,sent,Back,,-5.00,2,-10.00,USD\n`,
    "INVOICE",
  );
  expect(await classesOf(lines.id)).toEqual([[2, "ERROR", "negative_total"]]);
});

test("orders have lines as well, and rows of one document go into one chunk", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, at) => `X-Men,P${Math.floor(at / 4)},2021-01-28,Item ${at},1,2.50`,
  );
  const plan = await planned(
    admin,
    "orders.csv",
    `Customer,Order number,Order date,Item,Qty,Price\n${rows.join("\n")}\n`,
    "ORDER",
  );
  expect(plan.counts).toMatchObject({ new: 10, lines: 30 });
  expect((await ran(admin, plan.id)).result).toMatchObject({ created: 10, lines: 30 });
  const { rows: orders } = await server.app.database.pool.query(
    `SELECT trim_scale(o.total)::text AS total, count(*)::int AS lines FROM orders o JOIN order_lines l ON l.order_id = o.id
     GROUP BY o.id`,
  );
  expect(orders).toEqual(Array(10).fill({ total: "10", lines: 4 }));
});

test("an amount that is written with a currency is in that currency, and one of another than the document's is refused", async () => {
  const file = [
    "Client Name;Invoice #;Date Issued;Currency;Total",
    "X-Men;C1;2021-02-01;;€ 500,00",
    "X-Men;C2;2021-02-01;BRL;US$ 500,00",
    "X-Men;C3;2021-02-01;BRL;R$ 500,00",
    "X-Men;C4;2021-02-01;;500,00",
  ].join("\n");
  const plan = await planned(admin, "currencies.csv", file, "INVOICE");
  const rows = await rowsOf(plan.id);
  expect(rows.map(({ class: of, issues }) => [of, ...issues.map(({ code }) => code)])).toEqual([
    ["NEW"],
    ["ERROR", "another_currency"],
    ["NEW"],
    ["NEW"],
  ]);
  expect(rows[1]?.issues[0]?.message).toBe(
    '"US$ 500,00" is in USD, but the document is in BRL; correct one of them',
  );
  await ran(admin, plan.id);
  const { rows: made } = await server.app.database.pool.query(
    "SELECT number, currency FROM invoices WHERE number LIKE 'C_' ORDER BY number",
  );
  expect(made).toEqual([
    { number: "C1", currency: "EUR" },
    { number: "C3", currency: "BRL" },
    { number: "C4", currency: "USD" },
  ]);
});

test("rows with one number and different customers or totals are no repetitions of one another", async () => {
  const file = [
    "Client Name,Invoice #,Date Issued,Total",
    "X-Men,D1,2021-02-01,10.00",
    "X-Men,D1,2021-02-01,10.00",
    "X-Men,D1,2021-02-01,12.00",
    "Avengers,D1,2021-02-01,10.00",
  ].join("\n");
  const plan = await planned(admin, "numbers.csv", file, "INVOICE");
  expect(await classesOf(plan.id)).toEqual([
    [2, "NEW"],
    [3, "DUPLICATE", "duplicate_in_file"],
    [4, "ERROR", "number_repeated"],
    [5, "ERROR", "number_repeated"],
  ]);
});
