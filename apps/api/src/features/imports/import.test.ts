import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { importUntil, planned, ran, upload } from "./import.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

const rowsOf = async (id: string, filter: object = {}) => {
  const { data } = await admin.ask<{
    import: {
      rows: {
        totalCount: number;
        nodes: {
          line: number;
          class: string;
          outcome: string | null;
          recordId: string | null;
          changes: object[];
          issues: { column: number | null; code: string; message: string }[];
        }[];
      };
    };
  }>(
    `query ($id: ID!, $filter: ImportRowFilter) { import(id: $id) { rows(filter: $filter) { totalCount nodes {
      line class outcome recordId changes { field old new } issues { column code message } } } } }`,
    { id, filter },
  );
  return data.import.rows;
};

const CSV = [
  "Razão social;CNPJ;E-mail;Cidade;UF;País",
  "Padaria São João Ltda;11.222.333/0001-81;contato@padaria.com.br;São Paulo;SP;Brasil",
  "Mercado Azul;;mercado@azul.com;Curitiba;PR;BR",
  "Sem Nome Inválida;11.222.333/0001-82;;Recife;PE;BR",
  ";;x@y.com;Recife;PE;BR",
  "Padaria São João Ltda;11222333000181;;São Paulo;SP;Brasil",
].join("\n");

test("a file becomes a plan, the plan becomes customers, and the same file again makes none", async () => {
  const plan = await planned(admin, "clientes.csv", CSV);
  expect(plan).toMatchObject({
    status: "READY",
    counts: {
      total: 5,
      new: 2,
      update: 0,
      unchanged: 0,
      duplicate: 1,
      undecided: 0,
      error: 2,
      skipped: 0,
      lines: 0,
    },
  });
  const list = await rowsOf(plan.id);
  expect(list.nodes.map((row) => [row.line, row.class])).toEqual([
    [2, "NEW"],
    [3, "NEW"],
    [4, "ERROR"],
    [5, "ERROR"],
    [6, "DUPLICATE"],
  ]);
  expect(list.nodes[2]?.issues).toMatchObject([{ column: 1, code: "invalid_tax_id" }]);
  expect(list.nodes[3]?.issues).toMatchObject([{ column: 0, code: "required" }]);
  expect(list.nodes[4]?.issues[0]?.message).toContain("line 2");
  const before = await admin.ask<{ customers: { totalCount: number } }>(
    "{ customers { totalCount } }",
  );
  expect(before.data.customers.totalCount).toBe(0);

  const done = await ran(admin, plan.id);
  expect(done).toMatchObject({
    status: "DONE",
    result: { created: 2, updated: 0, unchanged: 0, skipped: 1, failed: 2 },
  });
  const after = await admin.ask<{ customers: { nodes: object[] } }>(
    "{ customers { nodes { number legalName email taxId { formatted } address { city region country } activity { nodes { action actor { name } } } } } }",
  );
  expect(after.data.customers.nodes).toEqual([
    expect.objectContaining({ legalName: "Mercado Azul", taxId: null }),
    expect.objectContaining({
      number: "C-000001",
      legalName: "Padaria São João Ltda",
      taxId: { formatted: "11.222.333/0001-81" },
      address: { city: "São Paulo", region: "SP", country: "BR" },
      activity: { nodes: [{ action: "created", actor: { name: "admin 1" } }] },
    }),
  ]);

  const again = await planned(admin, "clientes.csv", CSV);
  expect(again.counts).toEqual({
    total: 5,
    new: 0,
    update: 0,
    unchanged: 2,
    duplicate: 1,
    undecided: 0,
    error: 2,
    skipped: 0,
    lines: 0,
  });
  expect((await ran(admin, again.id)).result).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 2,
  });
});

test("an update shows old and new, respects rules, and leaves what changed since the plan", async () => {
  const made = await makeCustomer(admin, {
    legalName: "Alfa",
    tradeName: "Old trade",
    taxId: { country: "BR", value: "11.222.333/0001-81" },
    address: { country: "BR", city: "Santos" },
  });
  const other = await makeCustomer(admin, {
    legalName: "Beta",
    externalIds: [{ source: "import", value: "B-1" }],
  });
  const csv =
    "Legal name,Trade name,Tax ID,City,External ID\nAlfa,New trade,11222333000181,Santos,\nBeta,B trade,,,B-1\n";
  const plan = await planned(admin, "u.csv", csv);
  expect(plan.counts).toMatchObject({ update: 2, new: 0 });
  const list = await rowsOf(plan.id);
  expect(list.nodes[0]).toMatchObject({
    recordId: made.id,
    changes: [{ field: "tradeName", old: "Old trade", new: "New trade" }],
  });

  const trade = plan.columns.find((column) => column.field === "tradeName");
  await admin.ask(
    "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
    {
      input: {
        id: plan.id,
        columns: [{ index: trade?.index, field: "tradeName", rule: "FILL_BLANKS" }],
      },
    },
  );
  const replanned = await importUntil(admin, plan.id, ["READY"]);
  expect(replanned.counts).toMatchObject({ update: 1, unchanged: 1 });

  await admin.ask(
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }",
    {
      input: { id: other.id, version: 1, notes: "edited meanwhile" },
    },
  );
  expect((await ran(admin, plan.id)).result).toEqual({
    created: 0,
    updated: 0,
    unchanged: 1,
    skipped: 1,
    failed: 0,
    lines: 0,
  });
});

test("columns can be corrected, and a file without a name waits for one", async () => {
  const plan = await planned(admin, "odd.csv", "Zzz,City\nGamma Ltda,Lisboa\n");
  expect(plan).toMatchObject({ status: "MATCHING" });
  expect(plan.problem).toContain("Legal name");
  const refused = await admin.ask(
    "mutation ($input: ImportIdInput!) { runImport(input: $input) { import { id } } }",
    { input: { id: plan.id } },
  );
  expect(refused.errors?.[0]?.extensions).toMatchObject({ issues: [{ code: "import_status" }] });
  await admin.ask(
    "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
    {
      input: { id: plan.id, columns: [{ index: 0, field: "legalName" }] },
    },
  );
  expect((await importUntil(admin, plan.id, ["READY"])).counts).toMatchObject({ new: 1 });
});

test("a number that lost its leading zero is fixed with a warning; one without a country is kept unverified", async () => {
  const plan = await planned(admin, "z.csv", "Name,CNPJ,Country\nZero,01.234.567/0001-95,BR\n");
  expect(plan.counts).toMatchObject({ error: 0, new: 1 });
  const odd = await planned(admin, "inn.csv", "Наименование;ИНН\nООО Ромашка;5878963\n");
  expect(odd.counts).toMatchObject({ new: 1, error: 0 });
  expect((await rowsOf(odd.id)).nodes[0]?.issues).toMatchObject([
    { code: "tax_id_unverified" },
    { code: "address_missing" },
  ]);
});

test("cancelling drops what was not applied, and undo reverts what was", async () => {
  const kept = await makeCustomer(admin, {
    legalName: "Kept",
    taxId: { country: "BR", value: "11.222.333/0001-81" },
  });
  const plan = await planned(
    admin,
    "c.csv",
    "Name,Tax ID,Country,City\nKept,11222333000181,BR,Olinda\nFresh,,BR,Recife\n",
  );
  expect((await ran(admin, plan.id)).result).toMatchObject({ created: 1, updated: 1 });
  const undone = await admin.ask<{ undoImport: { import: { status: string } } }>(
    "mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { status } } }",
    { input: { id: plan.id } },
  );
  expect(undone.data.undoImport.import.status).toBe("UNDONE");
  const { data } = await admin.ask<{ customers: { nodes: object[] } }>(
    "{ customers { nodes { id address { city } } } }",
  );
  expect(data.customers.nodes).toEqual([{ id: kept.id, address: { city: "Recife" } }]);

  const second = await planned(admin, "d.csv", "Name\nNever\n");
  await admin.ask(
    "mutation ($input: ImportIdInput!) { cancelImport(input: $input) { import { status } } }",
    { input: { id: second.id } },
  );
  expect((await importUntil(admin, second.id, ["CANCELLED"])).result).toMatchObject({
    created: 0,
    skipped: 1,
  });
});

test("what is no spreadsheet is named for what it is, and a customer's file is no import", async () => {
  const plan = await planned(admin, "x.xlsx", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n");
  expect(plan.status).toBe("FAILED");
  expect(plan.problem).toContain("PDF");
  const viewer = await server.signIn("viewer");
  await expect(upload(viewer, "a.csv", "a\n1\n")).rejects.toThrow("FORBIDDEN");
});

test("a column whose values cannot be the field's is left for a person to match", async () => {
  const plan = await planned(
    admin,
    "crm.csv",
    "company_name,company_id,status\nGottlieb and Sons,1,warm\nGottlieb and Sons,1,cold\nBrekke,2,warm\n",
  );
  expect(plan.columns.map((column) => column.field)).toEqual(["legalName", "externalId", null]);
  expect(plan.counts).toMatchObject({ total: 3, new: 2, duplicate: 1, error: 0 });
});

test("rows are paged forwards, backwards and from any place", async () => {
  const lines = Array.from({ length: 30 }, (_, at) => `${at % 3 ? `Customer ${at}` : ""},Olinda`);
  const plan = await planned(admin, "p.csv", `Name,City\n${lines.join("\n")}\n`);
  const page = async (args: string, cursorArgs = "offset: 0") => {
    const { data, errors } = await admin.ask<{
      import: {
        cursor: string | null;
        rows: {
          nodes: { line: number }[];
          pageInfo: {
            startCursor: string;
            endCursor: string;
            hasNextPage: boolean;
            hasPreviousPage: boolean;
          };
        };
      };
    }>(
      `query ($id: ID!) { import(id: $id) { cursor: rowCursor(${cursorArgs}) rows(${args}) {
        nodes { line } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`,
      { id: plan.id },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const { cursor, rows } = data.import;
    return { cursor, ...rows.pageInfo, lines: rows.nodes.map(({ line }) => line) };
  };
  const last = await page("last: 3");
  expect(last).toMatchObject({ lines: [29, 30, 31], hasNextPage: false, hasPreviousPage: true });
  const before = await page(`last: 2, before: "${last.startCursor}"`);
  expect(before).toMatchObject({ lines: [27, 28], hasNextPage: true, hasPreviousPage: true });
  const top = await page("first: 2");
  expect(await page(`last: 5, before: "${top.endCursor}"`)).toMatchObject({
    lines: [2],
    hasPreviousPage: false,
  });

  const errors = "filter: { class: [ERROR] }";
  const { cursor } = await page("first: 1", `offset: 4, ${errors}`);
  expect(await page(`first: 2, after: "${cursor}", ${errors}`)).toMatchObject({ lines: [14, 17] });
  expect((await page("first: 1", "offset: 40")).cursor).toBeNull();
});

test("what is wrong with a row as a whole names no column", async () => {
  const plan = await planned(admin, "w.csv", "Name,Nonsense\nTwice,1\nTwice,2\n");
  const { nodes } = await rowsOf(plan.id, { class: ["DUPLICATE"] });
  expect(nodes.flatMap(({ issues }) => issues.map(({ column }) => column))).toEqual([null]);
});

test("a file that was undone comes in again whole, with its ids in the other system", async () => {
  const file = "Código externo;Razão social\nK1;Padaria\nK2;Mercado\n";
  const first = await planned(admin, "k.csv", file);
  await ran(admin, first.id);
  await admin.ask(
    "mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { status } } }",
    { input: { id: first.id } },
  );
  const second = await planned(admin, "k.csv", file);
  expect((await ran(admin, second.id)).result).toMatchObject({ created: 2 });
  const third = await planned(admin, "k.csv", file);
  expect(third.counts).toMatchObject({ new: 0, update: 0, unchanged: 2 });
  const { data } = await admin.ask<{ customerBy: { legalName: string } | null }>(
    '{ customerBy(key: { externalId: { source: "import", value: "K2" } }) { legalName } }',
  );
  expect(data.customerBy).toEqual({ legalName: "Mercado" });
});
