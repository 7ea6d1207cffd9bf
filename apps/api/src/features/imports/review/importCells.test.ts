import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { utils, write } from "xlsx";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { planned, ran } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  const known = "Name,Tax ID,Country,External ID\nJosé Known,11.222.333/0001-81,BR,K-1\n";
  await ran(admin, (await planned(admin, "known.csv", known)).id);
});
afterAll(() => server.close());

const workbook = (cells: (string | number | null)[][]) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), "A");
  return write(book, { type: "buffer", bookType: "xlsx" });
};

async function rowsOf(id: string) {
  const { data } = await admin.ask<{
    import: {
      rows: {
        nodes: {
          line: number;
          class: string;
          issues: { column: number | null; code: string; message: string }[];
        }[];
      };
    };
  }>(
    `query ($id: ID!) { import(id: $id) { rows { nodes { line class issues { column code message } } } } }`,
    { id },
  );
  return data.import.rows.nodes.map(({ line, class: of, issues: [issue] }) => ({
    line,
    class: of,
    ...issue,
  }));
}

const TAX = ["Name", "CNPJ", "Country", "Email"];

test.each<[string, (string | number | null)[], object]>([
  [
    "a leading zero lost in a number",
    ["A", 1234567000195, "BR"],
    {
      class: "NEW",
      column: 1,
      code: "tax_id_padded",
      message: expect.stringContaining("01234567000195"),
    },
  ],
  ["scientific notation", ["B", "1.2345678000195E13", "BR"], { class: "NEW" }],
  [
    "a wrong check digit",
    ["C", 11222333000182, "BR"],
    { class: "ERROR", column: 1, code: "invalid_tax_id" },
  ],
  [
    "17 digits that the spreadsheet rounded",
    ["D", 12345678901234568, "BR"],
    { class: "ERROR", column: 1, code: "precisionLost" },
  ],
  ["what the database has in another notation", ["E", "11222333000181", "BR"], { class: "UPDATE" }],
])("a tax ID with %s", async (_, cells, expected) => {
  const plan = await planned(admin, "t.xlsx", workbook([TAX, [...cells, "x@example.com"]]));
  expect(await rowsOf(plan.id)).toMatchObject([{ line: 2, ...expected }]);
});

test("what is wrong with a cell says its value, the bounds, and what to do", async () => {
  const long = "x".repeat(101);
  const file = [
    "Name,Email,Status,City,Country,Payment terms",
    `Um,a@b.com,Active,Porto,PT,30`,
    `Dois,nobody,Quite new,${long},Nowhere,9999`,
  ].join("\n");
  const plan = await planned(admin, "advice.csv", file);
  const { data } = await admin.ask<{
    import: { rows: { nodes: { issues: { message: string }[] }[] } };
  }>(
    `query ($id: ID!) { import(id: $id) { rows(filter: { class: [ERROR] }) { nodes { issues { message } } } } }`,
    { id: plan.id },
  );
  expect(data.import.rows.nodes[0]?.issues.map(({ message }) => message)).toEqual([
    '"Quite new" is unknown and is left blank; choose its meaning in the previous step, or change the cell',
    '"nobody" is not an e-mail address. Write one such as ana@example.com.',
    `"${long}" is too long (at most 100). Shorten it.`,
    '"Nowhere" is not a country code. Write its name or its two letters, such as BR.',
    '"9999" must be between 0 and 3650',
  ]);
});

test("the same tax ID twice in one file names the other line", async () => {
  const file = "Name,CNPJ,Country\nOne,99.999.999/0001-91,BR\nTwo,99999999000191,BR\n";
  const rows = await rowsOf((await planned(admin, "twice.csv", file)).id);
  expect(rows).toMatchObject([
    { line: 2, class: "NEW" },
    { line: 3, class: "DUPLICATE", message: expect.stringContaining("line 2") },
  ]);
});

test("names are the same in both normal forms, and stored in the composed one", async () => {
  const file = "Name,Notes\nZe\u0301lia,\u200bx\u200f\nZélia,\nJose\u0301 Known,\n";
  const plan = await planned(admin, "nfd.csv", file);
  expect((await rowsOf(plan.id)).map((row) => row.class)).toEqual([
    "NEW",
    "DUPLICATE",
    "UNCHANGED",
  ]);
  await ran(admin, plan.id, true);
  const { rows } = await server.app.database.pool.query(
    "SELECT legal_name, notes FROM customers WHERE legal_name LIKE 'Z%'",
  );
  expect(rows).toEqual([{ legal_name: "Z\u00e9lia", notes: "\u200bx\u200f" }]);
});

test("numbers and dates follow one convention a column, and impossible ones are errors", async () => {
  const lines = [
    "31/12/2026;R$ 1.234,56",
    "03/04/2026;10",
    "31/02/2026;10",
    "2026-05-06;1.234",
    "01/02/2026;ten",
    "01/02/2026;(500)",
  ];
  const rows = lines.map((line, at) => `José Known;N-${at};${line}`);
  const file = ["Cliente;Número do pedido;Data do pedido;Valor total", ...rows].join("\n");
  const plan = await planned(admin, "pedidos.csv", file, "ORDER");
  expect(await rowsOf(plan.id)).toMatchObject([
    { class: "NEW" },
    { class: "NEW" },
    { class: "ERROR", column: 2, code: "invalid_date" },
    { class: "NEW" },
    { class: "ERROR", column: 3, code: "invalid_number" },
    { class: "ERROR", column: 3, code: "out_of_range" },
  ]);
  await ran(admin, plan.id);
  const { rows: made } = await server.app.database.pool.query(
    "SELECT ordered_on, trim_scale(total)::text AS total FROM orders ORDER BY number",
  );
  expect(made).toEqual([
    { ordered_on: "2026-12-31", total: "1234.56" },
    { ordered_on: "2026-04-03", total: "10" },
    { ordered_on: "2026-05-06", total: "1234" },
  ]);
});

test("cells that hold no value are errors on their row, whatever the file", async () => {
  const plan = await planned(
    admin,
    "refs.csv",
    "Name,City,Email\n#REF!,Recife,a@b.io\nFine,#N/A,a@b.io\n",
  );
  expect(await rowsOf(plan.id)).toMatchObject([
    { class: "ERROR", column: 0, code: "cellError" },
    { class: "ERROR", column: 1, code: "cellError" },
  ]);
});

test("what is refused leaves no row, no local copy and no lock", async () => {
  const query = async (text: string) => (await server.app.database.pool.query(text)).rows;
  const before = await query("SELECT count(*) FROM customers");
  for (const [name, bytes] of [
    ["empty.csv", ""],
    ["header.csv", "Name,City\n"],
    ["page.xlsx", "<!DOCTYPE html><html></html>"],
  ] as const) {
    const refused = await planned(admin, name, bytes).catch((error: Error) => ({
      status: "FAILED",
      problem: error.message,
    }));
    expect(refused.status).toBe("FAILED");
    expect(refused.problem).not.toBeNull();
  }
  expect(await query("SELECT count(*) FROM customers")).toEqual(before);
  expect(
    await query(
      "SELECT count(*)::int AS rows FROM import_rows r JOIN imports i ON i.id = r.import_id WHERE i.status = 'FAILED' AND r.values IS NOT NULL AND i.applied_line > 0",
    ),
  ).toEqual([{ rows: 0 }]);
  expect(await readdir(join(server.app.dataDir, "reading"))).toEqual([]);
  expect(
    await query(
      // A running process holds a lock of its own.
      "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid <> 1205911 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    ),
  ).toEqual([]);
});
