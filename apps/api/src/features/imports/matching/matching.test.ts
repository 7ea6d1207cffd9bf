import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { importUntil, planned, ran } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

interface SeenColumn {
  index: number;
  header: string;
  status: string;
  reason: string;
  field: string | null;
  fallback: boolean;
  suggestion: string | null;
  filledRows: number;
  values: { value: string; rows: number; mappedTo: string | null; isChosen: boolean }[];
}

interface SeenRow {
  line: number;
  class: string;
  issues: { column: number | null; code: string; severity: string; message: string }[];
}

// Not what these tests are about: most of their customers have no address.
const isMeant = ({ code }: { code: string }) => code !== "address_missing";

async function look(id: string) {
  const { data, errors } = await admin.ask<{
    import: {
      status: string;
      problemCode: string | null;
      columns: SeenColumn[];
      problems: { code: string; column: number | null; rows: number }[];
      rows: { nodes: SeenRow[] };
    };
  }>(
    `query ($id: ID!) { import(id: $id) { status problemCode
      columns { index header status reason field fallback suggestion filledRows values { value rows mappedTo isChosen } }
      problems { code column rows }
      rows { nodes { line class issues { column code severity message } } } } }`,
    { id },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return { ...data.import, problems: data.import.problems.filter(isMeant) };
}

/** Where columns go, by header: "?" waits for a person, "+" is used where another is blank. */
async function matchOf(id: string): Promise<Record<string, string>> {
  const { columns } = await look(id);
  return Object.fromEntries(
    columns.flatMap(({ header, field, fallback, suggestion }) => {
      if (suggestion) return [[header, `${suggestion}?`]];
      return field ? [[header, fallback ? `${field}+` : field]] : [];
    }),
  );
}

async function update(id: string, columns: object[]): Promise<void> {
  const { errors } = await admin.ask(
    "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
    { input: { id, columns } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  await importUntil(admin, id, ["READY", "MATCHING"]);
}

const customersBy = async (fields: string) => {
  const { data } = await admin.ask<{ customers: { nodes: Record<string, unknown>[] } }>(
    `{ customers { nodes { ${fields} } } }`,
  );
  return data.customers.nodes;
};

const issuesOf = ({ rows }: { rows: { nodes: SeenRow[] } }) =>
  rows.nodes.flatMap(({ line, issues }) =>
    issues.filter(isMeant).map(({ column, code, severity }) => [line, column, code, severity]),
  );

test("a known header is matched whatever its first values are, and invalid values are issues of their rows", async () => {
  const file = [
    "Name,E-mail,City",
    "A1 One,ask Ana,Porto",
    "A2 Two,ask Ana,Porto",
    "A3 Three,ask Ana,Faro",
    ...Array.from({ length: 9 }, (_, at) => `B${at} Good,ok${at}@x.co,Faro`),
  ].join("\n");
  const plan = await planned(admin, "odd.csv", file);
  expect(plan.counts).toMatchObject({ new: 9, error: 3 });
  const seen = await look(plan.id);
  expect(seen.columns[1]).toMatchObject({ field: "email", status: "IMPORTED", reason: "HEADER" });
  expect(seen.problems).toEqual([{ code: "invalid_email", column: 1, rows: 3 }]);
});

test("values late in a large file count, and a match that they contradict is dropped", async () => {
  const rows = Array.from(
    { length: 9_000 },
    (_, at) => `Customer ${at} of a longer name,${at < 6_000 ? "" : `c${at}@x.co`},n${at}@x.co`,
  );
  const late = await planned(admin, "late.csv", `Name,Contador,Fone\n${rows.join("\n")}\n`);
  expect(late.counts).toMatchObject({ total: 9_000, new: 9_000, error: 0 });
  const seen = await look(late.id);
  expect(seen.columns).toMatchObject([
    { field: "legalName" },
    { status: "CHECK", suggestion: "email", reason: "VALUES_ONLY", filledRows: 3_000 },
    { status: "CHECK", suggestion: "phone", reason: "CONTRADICTED", filledRows: 9_000 },
  ]);
  const turned = rows.map((row, at) =>
    row.replace(/,[^,]*$/, at < 300 ? ",11 3333-2222" : ",none"),
  );
  const plan = await planned(admin, "turned.csv", `Name,Contador,Fone\n${turned.join("\n")}\n`);
  expect(plan.counts).toMatchObject({ new: 9_000, error: 0 });
  expect((await look(plan.id)).columns[2]).toMatchObject({ status: "CHECK", suggestion: "phone" });
});

test("only what was confirmed or chosen is remembered", async () => {
  const odd = await planned(
    admin,
    "a.csv",
    "Name,E-mail,City,Notes\nA One,yes,Porto,x\nA Two,no,Porto,y\n",
  );
  expect(await matchOf(odd.id)).toEqual({
    Name: "legalName",
    "E-mail": "email?",
    City: "city",
    Notes: "notes",
  });
  expect((await look(odd.id)).columns[1]).toMatchObject({
    status: "CHECK",
    reason: "CONTRADICTED",
  });
  await update(odd.id, [{ index: 3, field: null }]);
  await ran(admin, odd.id);
  const good = await planned(admin, "b.csv", "Name,E-mail,City,Notes\nN One,n1@x.co,Porto,z\n");
  expect(await matchOf(good.id)).toEqual({ Name: "legalName", "E-mail": "email", City: "city" });
  expect((await look(good.id)).columns.map(({ reason }) => reason)).toEqual([
    "REMEMBERED",
    "HEADER",
    "REMEMBERED",
    "SKIPPED",
  ]);
});

test("of several values in a cell the first is taken, and the others are reported", async () => {
  const file = [
    "Name,E-mail,Telefone,Celular,CPF,CNPJ,Pais",
    "A One,a@x.co; b@x.co,+55 11 98888-7777,+55 11 3333-2222,,11.222.333/0001-81,BR",
    'B Two,Ana Lima <c@x.co>,"+55 11 98888-7777, +55 11 98888-6666",,111.444.777-35,,BR',
    "C Three,d@x.co,,+55 21 97777-6666,529.982.247-25,11.222.333/0002-62,BR",
    "D Four,e@x.co,(11) 98888-7777,11 988887777,,,BR",
  ].join("\n");
  const plan = await planned(admin, "several.csv", file);
  expect(await matchOf(plan.id)).toMatchObject({
    Telefone: "phone",
    Celular: "phone+",
    CNPJ: "taxId",
    CPF: "taxId+",
  });
  const seen = await look(plan.id);
  expect(seen.rows.nodes.map(({ class: of }) => of)).toEqual(Array(4).fill("NEW"));
  const kept = (line: number) =>
    seen.rows.nodes
      .filter((row) => row.line === line)
      .flatMap(({ issues }) => issues.filter(({ code }) => code === "value_not_kept"))
      .map(({ column, message }) => [column, message.split('"')[1]]);
  expect(kept(2)).toEqual([]);
  expect(kept(3)).toEqual([[1, "Ana Lima"]]);
  expect(kept(4)).toEqual([]);
  // The same number in another notation is kept.
  expect(kept(5)).toEqual([]);
  const named = await admin.ask<{ import: { rows: { nodes: { line: number }[] } } }>(
    `query ($id: ID!) { import(id: $id) { rows(filter: { codes: ["value_not_kept"], columns: [1] }) { nodes { line } } } }`,
    { id: plan.id },
  );
  expect(named.data.import.rows.nodes).toEqual([{ line: 3 }]);
  await ran(admin, plan.id);
  expect(await customersBy("legalName email phone taxId { value }")).toEqual([
    {
      legalName: "A One",
      email: "a@x.co",
      phone: "+5511988887777",
      taxId: { value: "11222333000181" },
    },
    {
      legalName: "B Two",
      email: "c@x.co",
      phone: "+5511988887777",
      taxId: { value: "11144477735" },
    },
    {
      legalName: "C Three",
      email: "d@x.co",
      phone: "+5521977776666",
      taxId: { value: "11222333000262" },
    },
    { legalName: "D Four", email: "e@x.co", phone: "+5511988887777", taxId: null },
  ]);
});

test("a person without a legal name comes in under the name that the row has", async () => {
  const plan = await planned(
    admin,
    "pessoas.csv",
    "Tipo de Pessoa;Nome;Razão Social;CPF;CNPJ\nJurídica;Padaria;Padaria Ltda;;11.222.333/0001-81\nFísica;Ana Lima;;111.444.777-35;\n",
  );
  expect(plan.counts).toMatchObject({ new: 2, error: 0 });
  expect(issuesOf(await look(plan.id))).toEqual([]);
  await ran(admin, plan.id);
  expect(await customersBy("legalName taxId { kind }")).toEqual([
    { legalName: "Ana Lima", taxId: { kind: "CPF" } },
    { legalName: "Padaria Ltda", taxId: { kind: "CNPJ" } },
  ]);
});

test("an unknown status rejects no row, and can be mapped", async () => {
  const file = "Name,Status\nA One,Active\nB Two,Em estudo\nC Three,Em estudo\nD Four,Perdido\n";
  const plan = await planned(admin, "status.csv", file);
  expect(plan.counts).toMatchObject({ new: 4, error: 0 });
  const seen = await look(plan.id);
  expect(seen.problems).toEqual([{ code: "unknown_value", column: 1, rows: 3 }]);
  expect(seen.columns[1]?.values).toEqual([
    { value: "Active", rows: 1, mappedTo: "ACTIVE", isChosen: false },
    { value: "Em estudo", rows: 2, mappedTo: null, isChosen: false },
    { value: "Perdido", rows: 1, mappedTo: null, isChosen: false },
  ]);
  await update(plan.id, [
    {
      index: 1,
      values: [
        { value: "em estudo", mappedTo: "LEAD" },
        { value: "Perdido", mappedTo: null },
      ],
    },
  ]);
  expect((await look(plan.id)).problems).toEqual([]);
  await ran(admin, plan.id);
  expect(await customersBy("legalName status")).toEqual([
    { legalName: "A One", status: "ACTIVE" },
    { legalName: "B Two", status: "LEAD" },
    { legalName: "C Three", status: "LEAD" },
    { legalName: "D Four", status: "ACTIVE" },
  ]);
  // The next file is matched alike.
  const next = await planned(admin, "next.csv", "Name,Status\nE Five,Em estudo\n");
  expect((await look(next.id)).columns[1]).toMatchObject({
    reason: "REMEMBERED",
    values: [{ value: "Em estudo", mappedTo: "LEAD", isChosen: true }],
  });
  const refused = await admin.ask(
    "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
    { input: { id: next.id, columns: [{ index: 1, values: [{ value: "x", mappedTo: "GONE" }] }] } },
  );
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    issues: [{ path: "columns.0.values.0.mappedTo", code: "not_in_list" }],
  });
});

test("phones are joined from their codes, and never invented", async () => {
  const file = [
    "Nome;DDD;Telefone;Pais",
    "A Com;11;33332222;BR",
    "B Zero;021;977776666;BR",
    "C Sem;;33332222;BR",
    "D Inteiro;11;(21) 3333-2222;BR",
    "E Fora;;+351 912 345 678;BR",
  ].join("\n");
  const plan = await planned(admin, "fones.csv", file);
  expect(issuesOf(await look(plan.id))).toEqual([
    [4, 2, "phone_not_full", "warning"],
    [5, 1, "phone_code_unused", "warning"],
  ]);
  await ran(admin, plan.id);
  expect(await customersBy("legalName phone")).toEqual([
    { legalName: "A Com", phone: "+551133332222" },
    { legalName: "B Zero", phone: "+5521977776666" },
    { legalName: "C Sem", phone: "33332222" },
    { legalName: "D Inteiro", phone: "+552133332222" },
    { legalName: "E Fora", phone: "+351912345678" },
  ]);
});

test("a whole address is split where that is certain, and reported where it is not", async () => {
  const file = [
    "Nome;Endereço;Cidade",
    "A Um;Rua A, 10 - Bela Vista, São Paulo - SP, 01310-100, Brasil;",
    "B Dois;Rua B, 20, Centro, São Paulo - SP, Brasil;Santos",
    "C Tres;Edifício Azul, perto da ponte, Recife - PE, fundos 2 - 50000-000, x;",
    "D Quatro;Rua D;Olinda",
  ].join("\n");
  const plan = await planned(admin, "enderecos.csv", file);
  expect(await matchOf(plan.id)).toMatchObject({ Endereço: "fullAddress", Cidade: "city" });
  expect(issuesOf(await look(plan.id))).toEqual([
    [2, 1, "address_split", "warning"],
    [3, 1, "value_not_kept", "warning"],
    [4, 1, "address_not_split", "warning"],
    [5, 1, "address_not_split", "warning"],
  ]);
  await ran(admin, plan.id);
  const address = "address { street number district city region postalCode country }";
  const [a, b, , d] = await customersBy(`legalName ${address}`);
  expect(a).toEqual({
    legalName: "A Um",
    address: {
      street: "Rua A",
      number: "10",
      district: "Bela Vista",
      city: "São Paulo",
      region: "SP",
      postalCode: "01310-100",
      country: "BR",
    },
  });
  expect(b).toMatchObject({ address: { street: null, city: "Santos" } });
  expect(d).toMatchObject({ address: { street: "Rua D", city: "Olinda" } });
});

test("a field is taken from one column, and from others where those are blank", async () => {
  const plan = await planned(admin, "f.csv", "Name,E-mail,Contador,Cidade\nA One,,b@x.co,Porto\n");
  expect(await matchOf(plan.id)).toEqual({
    Name: "legalName",
    "E-mail": "email",
    Contador: "email?",
    Cidade: "city",
  });
  await update(plan.id, [{ index: 2, field: "email", fallback: true }]);
  expect(await matchOf(plan.id)).toMatchObject({ "E-mail": "email", Contador: "email+" });
  await update(plan.id, [{ index: 2, field: "email" }]);
  expect(await matchOf(plan.id)).toMatchObject({ Contador: "email" });
  expect((await look(plan.id)).columns[1]).toMatchObject({
    status: "NOT_IMPORTED",
    reason: "FIELD_TAKEN",
  });
  const refused = await admin.ask(
    "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
    { input: { id: plan.id, columns: [{ index: 2, field: "city", fallback: true }] } },
  );
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    issues: [{ path: "columns.0.fallback", code: "one_column_only" }],
  });
});

test("an import says of each column whether it goes in, and why", async () => {
  const plan = await planned(
    admin,
    "all.csv",
    "Account Name,Account Number,Record Id,Type,Fax,Sic,Nova\nA One,0,z1,Customer - Direct,1,6576,\nB Two,0,z2,Prospect,2,44,\n",
  );
  const seen = await look(plan.id);
  expect(seen.columns.map(({ header, status, reason }) => [header, status, reason])).toEqual([
    ["Account Name", "IMPORTED", "HEADER"],
    ["Account Number", "CHECK", "NOT_A_KEY"],
    ["Record Id", "IMPORTED", "HEADER"],
    ["Type", "CHECK", "VAGUE_HEADER"],
    ["Fax", "NOT_IMPORTED", "OTHER_RECORD"],
    ["Sic", "NOT_IMPORTED", "UNKNOWN_HEADER"],
    ["Nova", "NOT_IMPORTED", "EMPTY"],
  ]);
  expect(plan.counts).toMatchObject({ new: 2, duplicate: 0, error: 0 });
});
