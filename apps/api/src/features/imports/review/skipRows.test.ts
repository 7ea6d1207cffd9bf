import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { importUntil, planned, ran, type SeenImport } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

async function change(verb: "skip" | "include", input: object): Promise<number> {
  const { data, errors } = await admin.ask<Record<string, { rows: number }>>(
    `mutation ($input: ImportRowsInput!) { ${verb}ImportRows(input: $input) { rows } }`,
    { input },
  );
  if (errors) throw new Error(JSON.stringify(errors[0]?.extensions));
  return data[`${verb}ImportRows`]?.rows ?? 0;
}

const isReady = (id: string): Promise<SeenImport> => importUntil(admin, id, ["READY"]);

interface SeenRow {
  line: number;
  class: string;
  outcome: string | null;
}

async function rowsOf(id: string, filter: object = {}): Promise<SeenRow[]> {
  const { data } = await admin.ask<{ import: { rows: { nodes: SeenRow[] } } }>(
    "query ($id: ID!, $filter: ImportRowFilter) { import(id: $id) { rows(filter: $filter) { nodes { line class outcome } } } }",
    { id, filter },
  );
  return data.import.rows.nodes;
}

const classes = async (id: string) => (await rowsOf(id)).map((row) => row.class);

const FILE =
  "Name,E-mail,City\nAna,ana@x.com,Porto\nAna,ana@x.com,Lisboa\nEva,e@x,Porto\nIvo,ivo@x.com,Porto\n";

test("a row that is skipped is as if it were not in the file, until it is included again", async () => {
  const { id } = await planned(admin, "rows.csv", FILE);
  expect(await classes(id)).toEqual(["NEW", "DUPLICATE", "ERROR", "NEW"]);

  expect(await change("skip", { id, lines: [2, 4] })).toBe(2);
  const plan = await isReady(id);
  expect(plan.counts).toEqual({
    total: 4,
    new: 2,
    update: 0,
    unchanged: 0,
    undecided: 0,
    duplicate: 0,
    error: 0,
    skipped: 2,
    lines: 0,
  });
  expect(await classes(id)).toEqual(["SKIPPED", "NEW", "SKIPPED", "NEW"]);
  const problems = "query ($id: ID!) { import(id: $id) { problems { code } errorFileUrl } }";
  expect((await admin.ask(problems, { id })).data).toEqual({
    import: { problems: [], errorFileUrl: null },
  });
  expect(await rowsOf(id, { codes: ["invalid_email"] })).toEqual([]);

  expect(await change("include", { id, lines: [4, 5] })).toBe(1);
  await isReady(id);
  expect(await classes(id)).toEqual(["SKIPPED", "NEW", "ERROR", "NEW"]);

  const done = await ran(admin, id);
  expect(done.result).toEqual({
    created: 2,
    updated: 0,
    unchanged: 0,
    skipped: 1,
    failed: 1,
    lines: 0,
  });
  expect((await rowsOf(id)).map(({ outcome }) => outcome)).toEqual([
    "SKIPPED",
    "CREATED",
    "FAILED",
    "CREATED",
  ]);
  const { rows } = await server.app.database.pool.query(
    "SELECT legal_name, city FROM customers ORDER BY legal_name",
  );
  expect(rows).toEqual([
    { legal_name: "Ana", city: "Lisboa" },
    { legal_name: "Ivo", city: "Porto" },
  ]);
});

test("all rows of a filter are skipped at once, and stay skipped while cells are corrected and matched", async () => {
  const { id, columns } = await planned(admin, "rows.csv", FILE);
  expect(await change("skip", { id, filter: { cell: { text: "Porto", column: 2 } } })).toBe(3);
  expect((await isReady(id)).counts).toMatchObject({ new: 1, skipped: 3 });
  const city = columns.find(({ header }) => header === "City");
  await admin.ask(
    "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
    { input: { id, columns: [{ index: city?.index, field: null }] } },
  );
  expect((await isReady(id)).counts).toMatchObject({ new: 1, skipped: 3 });
  expect(await change("include", { id, filter: {} })).toBe(3);
  expect((await isReady(id)).counts).toMatchObject({ new: 2, duplicate: 1, error: 1, skipped: 0 });
});

test("neither lines nor a filter, too many lines and an import that has run are refused", async () => {
  const { id } = await planned(admin, "rows.csv", FILE);
  await expect(change("skip", { id })).rejects.toThrow('"code":"required"');
  const lines = Array.from({ length: 10_001 }, (_, line) => line);
  await expect(change("skip", { id, lines })).rejects.toThrow('"code":"too_many"');
  await ran(admin, id);
  await expect(change("skip", { id, filter: {} })).rejects.toThrow('"code":"import_status"');
});

test("rows that failed after the plan have a workbook too", async () => {
  const { id } = await planned(admin, "late.csv", "Name,CNPJ,Country\nAna,11.222.333/0001-81,BR\n");
  const other = await planned(admin, "first.csv", "Name,CNPJ,Country\nBob,11.222.333/0001-81,BR\n");
  await ran(admin, other.id);
  const done = await ran(admin, id);
  expect(done.result).toMatchObject({ created: 0, skipped: 1 });
  const { data } = await admin.ask<{ import: { errorFileUrl: string } }>(
    "query ($id: ID!) { import(id: $id) { errorFileUrl } }",
    { id },
  );
  expect(data.import.errorFileUrl).toBe(`/imports/${id}/errors.xlsx`);
});

test("a footer is skipped until somebody says that it is a record", async () => {
  const file =
    "Nome;Cidade;Prazo\nPadaria;Porto;30\nMercado;Faro;10\n\nTotal de registros: 2;;40\n";
  const { id, counts, columns } = await planned(admin, "footer.csv", file);
  expect(counts).toMatchObject({ total: 3, new: 2, skipped: 1, error: 0 });
  expect(columns.map(({ field }) => field)).toEqual(["legalName", "city", "paymentTermDays"]);
  const seen = async () => {
    const { data } = await admin.ask<{
      import: {
        problems: { code: string; rows: number }[];
        rows: { nodes: { line: number; class: string; issues: { message: string }[] }[] };
      };
    }>(
      `query ($id: ID!) { import(id: $id) { problems { code rows }
        rows(filter: { codes: ["looksLikeFooter"] }) { nodes { line class issues { message } } } } }`,
      { id },
    );
    return data.import;
  };
  expect(await seen()).toMatchObject({
    problems: expect.arrayContaining([{ code: "looksLikeFooter", rows: 1 }]),
    rows: { nodes: [{ line: 5, class: "SKIPPED" }] },
  });
  expect((await seen()).rows.nodes[0]?.issues[0]?.message).toContain("Total de registros: 2");
  expect(await change("include", { id, lines: [5] })).toBe(1);
  expect((await isReady(id)).counts).toMatchObject({ new: 3, skipped: 0 });
});
