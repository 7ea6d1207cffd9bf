import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeXlsx, rowXml, textXml } from "../spreadsheets/reading.factory.js";
import { planned, ran } from "./import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

interface Seen {
  class: string;
  issues: { column: number | null; code: string; severity: string }[];
}

async function rowsOf(id: string): Promise<Seen[]> {
  const { data } = await admin.ask<{ import: { rows: { nodes: Seen[] } } }>(
    "query ($id: ID!) { import(id: $id) { rows { nodes { class issues { column code severity } } } } }",
    { id },
  );
  return data.import.rows.nodes;
}

const customers = async (search: string) => {
  const { data } = await admin.ask<{ customers: { nodes: unknown[] } }>(
    `query ($search: String) { customers(search: $search) { nodes {
      legalName email paymentTermDays taxId { value } address { city } } } }`,
    { search },
  );
  return data.customers.nodes;
};

test("a tax ID that says that there is none is empty, with a warning, and the row comes in", async () => {
  const values = ["-", "ISENTO", "0", "000.000.000-00", "999999990", "Não informado"];
  const lines = values.map((value, index) => `Sem Número ${index};${value};Porto;PT`);
  const { id } = await planned(
    admin,
    "none.csv",
    `Razão social;NIF;Cidade;País\n${lines.join("\n")}\nCom Número;123456789;Porto;PT\n`,
  );
  const rows = await rowsOf(id);
  expect(rows.slice(0, -1).map(({ class: of, issues }) => [of, issues])).toEqual(
    values.map(() => ["NEW", [{ column: 1, code: "tax_id_placeholder", severity: "warning" }]]),
  );
  expect(rows.at(-1)).toEqual({ class: "NEW", issues: [] });
});

test("a credit limit of 0, which other systems write for none, is left blank with a warning", async () => {
  const { id } = await planned(
    admin,
    "limits.csv",
    "Razão social;Limite de crédito;Cidade;País\nSem Limite;0;Porto;PT\nCom Limite;500;Porto;PT\n",
  );
  const rows = await rowsOf(id);
  expect(rows.map(({ issues }) => issues)).toEqual([
    [{ column: 1, code: "placeholder", severity: "warning" }],
    [],
  ]);
});

test("a placeholder in another field is empty as well, with a warning, and a name over two lines is one", async () => {
  const { id } = await planned(
    admin,
    "none.csv",
    [
      "Razão social,E-mail,Telefone,Website,País,Prazo,Cidade",
      '"Ana\nSouza",n/a,-,--,não informado,?,Porto',
      "Bia,bia@,,,,,Porto",
      ...[1, 2, 3, 4].map((at) => `C${at},c${at}@x.co,+35191234567${at},x${at}.co,PT,3${at},Porto`),
    ].join("\n"),
  );
  const [empty, wrong] = await rowsOf(id);
  expect(empty?.class).toBe("NEW");
  expect(empty?.issues.map(({ code, column }) => `${column} ${code}`)).toEqual([
    "1 placeholder",
    "2 placeholder",
    "3 placeholder",
    "4 placeholder",
    "5 placeholder",
  ]);
  expect(wrong?.issues).toMatchObject([{ column: 1, code: "invalid_email", severity: "error" }]);
  await ran(admin, id);
  expect(await customers("ana souza")).toMatchObject([
    { legalName: "Ana Souza", email: null, paymentTermDays: null },
  ]);
});

test("terms of payment are read as people write them", async () => {
  const { id } = await planned(
    admin,
    "terms.csv",
    "Legal name,Payment terms,City,Country\nTerms 0,30,Porto,PT\nTerms 1,Net 30,Porto,PT\nTerms 2,30 dias,Porto,PT\nTerms 3,À vista,Porto,PT\n",
  );
  expect((await rowsOf(id)).map(({ class: of }) => of)).toEqual(["NEW", "NEW", "NEW", "NEW"]);
  await ran(admin, id);
  expect(await customers("terms")).toMatchObject(
    [30, 30, 30, 0].map((paymentTermDays) => ({ paymentTermDays })),
  );
});

test("an export in JSON Lines comes in again without a change", async () => {
  const made = await planned(
    admin,
    "seed.csv",
    "Legal name,E-mail,City,Country\nLinhas Ltda,oi@linhas.example,Porto,PT\n",
  );
  await ran(admin, made.id);
  const { data } = await admin.ask<{ createExport: { export: { id: string } } }>(
    'mutation { createExport(input: { recordType: CUSTOMER, format: JSONL, search: "linhas" }) { export { id } } }',
  );
  const { id } = data.createExport.export;
  let url: string | null = null;
  while (url === null) {
    const seen = await admin.ask<{ export: { status: string; url: string | null } }>(
      "query ($id: ID!) { export(id: $id) { status url } }",
      { id },
    );
    if (seen.data.export.status === "FAILED") throw new Error("the export failed");
    url = seen.data.export.status === "DONE" ? seen.data.export.url : null;
  }
  const text = await (await admin.fetch(url)).text();
  const again = await planned(admin, "linhas.jsonl", text);
  expect(again.problem).toBeNull();
  expect((await rowsOf(again.id)).map(({ class: of }) => of)).toEqual(["UNCHANGED"]);
});

test("a vCard becomes a customer", async () => {
  const card =
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bia Cartão\r\nEMAIL:bia@cartao.example\r\nADR:;;Rua A;Porto;;4000-001;Portugal\r\nEND:VCARD\r\n";
  const { id } = await planned(admin, "bia.vcf", card);
  await ran(admin, id);
  expect(await customers("bia cartao")).toMatchObject([
    { legalName: "Bia Cartão", email: "bia@cartao.example", address: { city: "Porto" } },
  ]);
});

test("HTML in notes becomes the text that people saw, and the plan says so", async () => {
  const notes = [
    '"<p>Ligar <b>antes</b> de visitar.</p><p>Horário:<br>9h às 18h</p>"',
    '"<div>Ver <a href=""https://x.example/doc"">contrato</a></div><ul><li>um</li><li>dois &amp; três</li></ul>"',
    '"Ana <ana@x.example>, 3 < 4 e 5 > 4 & mais"',
    '"<p> </p>"',
  ];
  const file = `Razão social,Observações,Cidade,Pais\n${notes
    .map((note, at) => `Html ${at},${note},Porto,PT`)
    .join("\n")}\n`;
  const { id, counts } = await planned(admin, "html.csv", file);
  expect(counts).toMatchObject({ total: 4, new: 4 });
  const warned = { column: 1, code: "html_removed", severity: "warning" };
  expect((await rowsOf(id)).map(({ issues }) => issues)).toEqual([
    [warned],
    [warned],
    [],
    [warned],
  ]);
  await ran(admin, id);
  const { rows } = await server.app.database.pool.query(
    "SELECT notes FROM customers WHERE legal_name LIKE 'Html %' ORDER BY legal_name",
  );
  expect(rows.map((row) => row.notes)).toEqual([
    "Ligar antes de visitar.\nHorário:\n9h às 18h",
    "Ver contrato [https://x.example/doc]\n- um\n- dois & três",
    "Ana <ana@x.example>, 3 < 4 e 5 > 4 & mais",
    null,
  ]);
});

test("an amount that only the format of its cell names a currency for is of that currency", async () => {
  await ran(admin, (await planned(admin, "c.csv", "Name;City;Country\nComprador;Porto;PT\n")).id);
  const cells = (line: number, number: string, style: number, value: string) =>
    rowXml(line, [
      textXml("Comprador"),
      textXml(number),
      textXml("2026-02-01"),
      `<c r="D${line}" s="${style}"><v>${value}</v></c>`,
    ]);
  const data =
    rowXml(1, ["Cliente", "Número da fatura", "Data de emissão", "Valor total"].map(textXml)) +
    cells(2, "F1", 1, "1234.5") +
    cells(3, "F2", 2, "99.9") +
    cells(4, "F3", 3, "5");
  const formats = ['"R$" #,##0.00', "[$€-816] #,##0.00", "#,##0.00"];
  const book = makeXlsx({ formats, sheets: [{ name: "A", data }] });
  const { id, counts } = await planned(admin, "currencies.xlsx", new Uint8Array(book), "INVOICE");
  expect(counts).toMatchObject({ total: 3, new: 3 });
  await ran(admin, id);
  const { rows } = await server.app.database.pool.query(
    "SELECT number, currency, total FROM invoices ORDER BY number",
  );
  expect(rows.map(({ number, currency, total }) => `${number} ${currency} ${total}`)).toEqual([
    "F1 BRL 1234.5000",
    "F2 EUR 99.9000",
    expect.stringMatching(/^F3 [A-Z]{3} 5.0000$/),
  ]);
});
