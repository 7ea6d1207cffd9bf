import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { planned, ran } from "../imports/import.factory.js";
import { Export } from "./export.entity.js";
import { exportedBy, exportedBytes, type SeenExport } from "./export.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  await makeCustomer(admin, {
    legalName: "=SOMA(A1) & Filhos",
    tradeName: "-5 graus ❄️ «Gelo»",
    taxId: { country: "BR", value: "00.000.000/0001-91" },
    email: "Contato@gelo.com.br",
    phone: "(11) 98765-4321",
    website: "gelo.com.br",
    address: {
      street: "Rua Ção, 1",
      number: "0012",
      postalCode: "01305-000",
      city: "São Paulo",
      region: "SP",
      country: "BR",
    },
    tags: ["vip", "a;b", "sul, leste"],
    notes: 'Linha um\nlinha "dois"\t=x',
    currency: "BRL",
    paymentTermDays: 30,
    externalIds: [{ source: "erp", value: "000123" }],
    ownerId: admin.userId,
  });
  await makeCustomer(admin, {
    legalName: "12345678901234567890",
    address: { city: "Lisboa", country: "PT" },
    status: "LEAD",
  });
  await planned(admin, "inn.csv", "Наименование;ИНН\nООО Ромашка;5878963\n").then(({ id }) =>
    ran(admin, id),
  );
});
afterAll(() => server.close());

const exported = (input: Record<string, unknown>, headers: Record<string, string> = {}) =>
  exportedBy(admin, { recordType: "CUSTOMER", ...input }, headers);
const bytesOf = (done: SeenExport) => exportedBytes(admin, done);

test("a file is named by the day in the organisation's time zone", () => {
  const made = Object.assign(new Export(), { recordType: "CUSTOMER", format: "CSV" });
  made.createdAt = new Date("2026-03-02T01:30:00Z");
  const inZone = (timeZone: string) =>
    made.fileName({ organisation: { timeZone, currency: "BRL" } });
  expect(inZone("America/Sao_Paulo")).toBe("customers-2026-03-01.csv");
  expect(inZone("Europe/Lisbon")).toBe("customers-2026-03-02.csv");
});

test.each([
  ["CSV", "en"],
  ["CSV", "pt-BR"],
  ["CSV_EXCEL_PT", "pt-BR"],
  ["XLSX", "pt-BR"],
])("%s in %s is whole, and importing it again changes nothing", async (format, language) => {
  const done = await exported({ format }, { "accept-language": language });
  expect(done).toMatchObject({ status: "DONE", rows: 3 });
  const bytes = await bytesOf(done);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(done.sha256);
  const plan = await planned(admin, done.fileName, bytes);
  expect(plan.counts).toEqual({
    total: 3,
    new: 0,
    update: 0,
    unchanged: 3,
    duplicate: 0,
    undecided: 0,
    error: 0,
    skipped: 0,
    lines: 0,
  });
});

test("JSON Lines keeps types, and columns can be chosen", async () => {
  const done = await exported({
    format: "JSONL",
    columns: ["legalName", "tags", "paymentTermDays"],
    search: "gelo",
  });
  expect(JSON.parse((await bytesOf(done)).toString())).toEqual({
    legalName: "=SOMA(A1) & Filhos",
    tags: ["vip", "a;b", "sul, leste"],
    paymentTermDays: 30,
  });
});

test("a filter is respected, and archived ones are exported only with includeArchived", async () => {
  await server.app.database.pool.query(
    "UPDATE customers SET status = 'ARCHIVED' WHERE legal_name LIKE '123%'",
  );
  expect(await exported({ format: "CSV" })).toMatchObject({ rows: 2 });
  expect(await exported({ format: "CSV", includeArchived: true })).toMatchObject({ rows: 3 });
  const { data } = await admin.ask(`{
    list: exportRowCount(input: { recordType: CUSTOMER })
    all: exportRowCount(input: { recordType: CUSTOMER, includeArchived: true })
    found: exportRowCount(input: { recordType: CUSTOMER, search: "gelo", filter: { countries: ["BR"] } })
  }`);
  expect(data).toEqual({ list: 2, all: 3, found: 1 });
  expect(await exported({ format: "CSV", filter: { countries: ["BR"] } })).toMatchObject({
    rows: 1,
  });
});

test("unknown columns are refused, and who may not export does not", async () => {
  const wrong = await admin.ask(
    "mutation ($input: CreateExportInput!) { createExport(input: $input) { export { id } } }",
    {
      input: { recordType: "CUSTOMER", format: "CSV", columns: ["legalName", "password"] },
    },
  );
  expect(wrong.errors?.[0]?.extensions).toMatchObject({ issues: [{ path: "columns.1" }] });
  const projects = await server.signIn("projects");
  const counted = await projects.ask("{ exportRowCount(input: { recordType: CUSTOMER }) }");
  expect(counted.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const done = await exported({ format: "CSV" });
  expect((await projects.fetch(done.url)).status).toBe(403);
  const { data } = await admin.ask<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "x", scopes: ["exports:read", "contacts:read"] }) { secret } }',
  );
  const headers = { authorization: `Bearer ${data.createApiKey.secret}` };
  expect((await fetch(`${server.url}${done.url}`, { headers })).status).toBe(403);
});

test("past exports are listed, the newest first, with who began them", async () => {
  const last = await exported({ format: "JSONL" });
  const { data } = await admin.ask<{
    exports: { nodes: { id: string; createdBy: { id: string } }[] };
  }>("{ exports(first: 2) { nodes { id createdBy { id } } } }");
  expect(data.exports.nodes).toHaveLength(2);
  expect(data.exports.nodes[0]).toEqual({ id: last.id, createdBy: { id: admin.userId } });
});

test.each([
  ["CSV", ","],
  ["CSV_EXCEL_PT", ";"],
])("%s starts no formula, whichever separator a spreadsheet splits it at", async (format) => {
  const notes = ["a;=cmd|' /C calc'!A0;", "b,=1+1", 'c;"=2', "d:\n- e", "f\t=3"].join("\n");
  await makeCustomer(admin, { legalName: `${format};@SUM(1),+2`, notes });
  const done = await exported({ format, search: `${format};` });
  expect(done).toMatchObject({ status: "DONE", rows: 1 });
  const bytes = await bytesOf(done);
  for (const delimiter of [",", ";", "\t", "|"]) {
    const rows = parse(bytes, {
      bom: true,
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n"],
    }) as string[][];
    expect([delimiter, rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))]).toEqual([
      delimiter,
      [],
    ]);
  }
  const plan = await planned(admin, done.fileName, bytes);
  expect(plan.counts).toMatchObject({ total: 1, unchanged: 1 });
});
