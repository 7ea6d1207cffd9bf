import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { makeCustomer } from "../../customers/customer.factory.js";
import { changed, importUntil, planned, ran } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

interface SeenRow {
  line: number;
  class: string;
  outcome: string | null;
  recordId: string | null;
  decision: string | null;
  changes: { field: string; old: string | null; new: string | null }[];
  candidates: { recordId: string; record: { legalName: string }; changes: { field: string }[] }[];
  issues: { code: string; message: string }[];
}

async function rowsOf(id: string): Promise<SeenRow[]> {
  await importUntil(admin, id, ["READY", "DONE"]);
  const { data, errors } = await admin.ask<{ import: { rows: { nodes: SeenRow[] } } }>(
    `query ($id: ID!) { import(id: $id) { rows { nodes { line class outcome recordId decision changes { field old new }
      candidates { recordId record { ... on Customer { legalName } } changes { field } } issues { code message } } } } }`,
    { id },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.import.rows.nodes;
}

const classes = (rows: readonly SeenRow[]) => rows.map((row) => row.class);
const codes = (rows: readonly SeenRow[]) =>
  rows.map(({ issues }) => issues.map(({ code }) => code));

const customers = async () => {
  const { data } = await admin.ask<{
    customers: {
      nodes: { number: string; legalName: string; email: string; externalIds: object[] }[];
    };
  }>("{ customers { nodes { number legalName email externalIds { source value } } } }");
  return data.customers.nodes;
};

const HOMONYMS =
  "Nome,E-mail,Telefone,Cidade\nJoao Silva,a1@x.example,+351912345671,Porto\nJoao Silva,b1@x.example,+351912345672,Faro\n";

test("one name with other e-mails, phones and cities is two customers, and each is found again", async () => {
  const first = await planned(admin, "people.csv", HOMONYMS);
  expect(first.counts).toMatchObject({ new: 2, duplicate: 0, undecided: 0 });
  await ran(admin, first.id);
  const again = await planned(admin, "people.csv", HOMONYMS);
  expect(again.counts).toMatchObject({ unchanged: 2, new: 0, undecided: 0 });
});

test("a name alone never updates: it proposes, and a person or program decides", async () => {
  const known = await makeCustomer(admin, { legalName: "Joao Silva", email: "a1@x.example" });
  await makeCustomer(admin, { legalName: "Ana Costa" });
  const { id, counts } = await planned(
    admin,
    "people.csv",
    "Name,E-mail,Notes\nJoao Silva,b1@x.example,other\nAna Costa,,richer\nOther,,\n",
  );
  expect(counts).toMatchObject({ undecided: 2, new: 1, update: 0 });
  const rows = await rowsOf(id);
  expect(codes(rows)).toEqual([["namesake"], ["name_alone"], ["address_missing"]]);
  expect(rows[0]).toMatchObject({
    recordId: null,
    changes: [
      { field: "email", old: "a1@x.example", new: "b1@x.example" },
      { field: "notes", old: null, new: "other" },
    ],
    candidates: [{ recordId: known.id, record: { legalName: "Joao Silva" } }],
  });
  expect(rows[0]?.issues[0]?.message).toContain(known.number);

  await expect(ran(admin, id)).rejects.toThrow("import_undecided");
  await changed(admin, "decideImportRows", { id, lines: [2], decision: "CREATE" });
  await changed(admin, "decideImportRows", {
    id,
    filter: { class: ["UNDECIDED"] },
    decision: "UPDATE",
  });
  const decided = await rowsOf(id);
  expect(classes(decided)).toEqual(["NEW", "UPDATE", "NEW"]);
  expect(decided.map(({ decision }) => decision)).toEqual(["CREATE", "UPDATE", null]);

  await changed(admin, "decideImportRows", { id, lines: [2, 3], decision: null });
  expect(classes(await rowsOf(id))).toEqual(["UNDECIDED", "UNDECIDED", "NEW"]);
  await changed(admin, "decideImportRows", { id, lines: [3], decision: "SKIP" });
  await importUntil(admin, id, ["READY"]);
  const { result } = await ran(admin, id, true);
  expect(result).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 2, failed: 0, lines: 0 });
  expect((await customers()).map(({ legalName }) => legalName)).toEqual([
    "Ana Costa",
    "Joao Silva",
    "Other",
  ]);
});

test("a name with another key that agrees updates, and one that would change nothing needs no decision", async () => {
  const address = { city: "Porto", country: "PT", postalCode: "4000-001" };
  for (const input of [
    { legalName: "Ana Mail", email: "ana@x.example" },
    { legalName: "Bob Phone", phone: "+351912345671" },
    { legalName: "Eva Place", address },
    { legalName: "Ivo Bare", address: { city: "Faro", country: "PT" } },
    { legalName: "Uma City", address: { city: "Faro", country: "PT" } },
  ])
    await makeCustomer(admin, input);
  const { id } = await planned(
    admin,
    "people.csv",
    [
      "Name,E-mail,Phone,City,Postal code,Notes",
      "Ana Mail,ana@x.example,,,,n",
      "Bob Phone,,+351912345671,,,n",
      "Eva Place,,,Porto,4000-001,n",
      "Ivo Bare,,,Faro,,",
      "Uma City,,,Faro,,n",
    ].join("\n"),
  );
  const rows = await rowsOf(id);
  expect(classes(rows)).toEqual(["UPDATE", "UPDATE", "UPDATE", "UNCHANGED", "UNDECIDED"]);
});

test("another tax ID makes another customer, whatever the name, and the same one the same customer", async () => {
  await makeCustomer(admin, {
    legalName: "Alfa",
    taxId: { country: "BR", value: "11.222.333/0001-81" },
  });
  const { id } = await planned(
    admin,
    "companies.csv",
    "Name,CNPJ,Country\nAlfa,12345678000195,BR\nRenamed,11222333000181,BR\nTwin,45997418000153,BR\nTwin,60701190000104,BR\n",
  );
  expect(classes(await rowsOf(id))).toEqual(["NEW", "UPDATE", "NEW", "NEW"]);
});

test("an id whose name and tax ID disagree is a conflict; a new customer goes in without what belongs to another", async () => {
  const known = await makeCustomer(admin, {
    legalName: "Alpha Company",
    externalIds: [{ source: "import", value: "1" }],
  });
  await makeCustomer(admin, {
    legalName: "Gama SA",
    taxId: { country: "BR", value: "11.222.333/0001-81" },
    externalIds: [{ source: "import", value: "2" }],
  });
  await makeCustomer(admin, {
    legalName: "Delta Ltda",
    externalIds: [{ source: "import", value: "3" }],
  });
  const { id, counts } = await planned(
    admin,
    "other-system.csv",
    [
      "Razao social;Codigo;CNPJ;E-mail;Pais;Cidade",
      "Beta Industrias;1;;beta@b.example;BR;Recife",
      "Gama SA;2;12345678000195;;BR;Recife",
      "Delta;3;;delta@d.example;BR;Recife",
      `Alpha;9;;;BR;Recife`,
    ].join("\n"),
  );
  expect(counts).toMatchObject({ undecided: 2, update: 1, new: 1 });
  const rows = await rowsOf(id);
  expect(codes(rows)).toEqual([
    ["id_of_another", "key_in_use"],
    ["id_of_another", "key_in_use"],
    [],
    [],
  ]);
  await changed(admin, "decideImportRows", { id, lines: [2], decision: "CREATE" });
  await changed(admin, "decideImportRows", { id, lines: [3], decision: "UPDATE" });
  const decided = await rowsOf(id);
  expect(classes(decided)).toEqual(["NEW", "UPDATE", "UPDATE", "NEW"]);
  expect(codes(decided)[0]).toEqual(["id_not_kept"]);
  await ran(admin, id);
  const all = await customers();
  expect(all.find(({ legalName }) => legalName === "Beta Industrias")).toMatchObject({
    externalIds: [],
  });
  expect(all.find(({ number }) => number === known.number)).toMatchObject({
    legalName: "Alpha Company",
    externalIds: [{ source: "import", value: "1" }],
  });
  await admin.ask(
    "mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { status } } }",
    { input: { id } },
  );
  expect((await customers()).map(({ legalName }) => legalName).sort()).toEqual([
    "Alpha Company",
    "Delta Ltda",
    "Gama SA",
  ]);
});

test("a number of another customer is a conflict too, and a new customer gets a number of its own", async () => {
  const known = await makeCustomer(admin, { legalName: "Alpha Company" });
  const { id } = await planned(
    admin,
    "numbers.csv",
    `Customer number,Name\n${known.number},Beta Industrias\n`,
  );
  expect(codes(await rowsOf(id))).toEqual([["id_of_another", "key_in_use"]]);
  await changed(admin, "decideImportRows", { id, filter: {}, decision: "CREATE" });
  await importUntil(admin, id, ["READY"]);
  await ran(admin, id);
  const [, beta] = await customers();
  expect(beta).toMatchObject({ legalName: "Beta Industrias" });
  expect(beta?.number).not.toBe(known.number);
  const { data } = await admin.ask<{
    customerBy: { activity: { nodes: { changes: { field: string }[] }[] } };
  }>(
    `{ customerBy(key: { number: "${beta?.number}" }) { activity { nodes { changes { field } } } } }`,
  );
  const fields = data.customerBy.activity.nodes.flatMap(({ changes }) =>
    changes.map(({ field }) => field),
  );
  expect(fields).not.toContain("number");
});

test("of several records that a row may mean, the decision names one that is among them", async () => {
  const [one, other] = [
    await makeCustomer(admin, { legalName: "Joao Silva", email: "a@x.example" }),
    await makeCustomer(admin, { legalName: "Joao Silva", email: "a@x.example" }),
  ];
  const stranger = await makeCustomer(admin, { legalName: "Stranger" });
  const { id } = await planned(
    admin,
    "one.csv",
    "Name,E-mail,Notes\nJoao Silva,a@x.example,hello\n",
  );
  const [row] = await rowsOf(id);
  expect(row?.issues).toMatchObject([{ code: "ambiguous" }]);
  expect(row?.candidates.map(({ recordId }) => recordId)).toEqual([one.id, other.id]);
  await changed(admin, "decideImportRows", { id, lines: [2], decision: "UPDATE" });
  expect(classes(await rowsOf(id))).toEqual(["UNDECIDED"]);
  await expect(
    changed(admin, "decideImportRows", {
      id,
      lines: [2],
      decision: "UPDATE",
      recordId: stranger.id,
    }),
  ).rejects.toThrow("not_a_candidate");
  await changed(admin, "decideImportRows", {
    id,
    lines: [2],
    decision: "UPDATE",
    recordId: other.id,
  });
  expect((await rowsOf(id))[0]).toMatchObject({ class: "UPDATE", recordId: other.id });
});

test("a row that says less than another of the same name repeats it, and what is undecided can be downloaded", async () => {
  await makeCustomer(admin, { legalName: "Rita Lopes", email: "rita@x.example" });
  const { id } = await planned(
    admin,
    "people.csv",
    "Name,E-mail,City\nMaria Souza,,\nMaria Souza,maria@x.example,Porto\nMaria Souza,maria@y.example,Faro\nRita Lopes,r@y.example,Faro\n",
  );
  expect(classes(await rowsOf(id))).toEqual(["DUPLICATE", "NEW", "NEW", "UNDECIDED"]);
  const { data } = await admin.ask<{ import: { errorFileUrl: string } }>(
    "query ($id: ID!) { import(id: $id) { errorFileUrl } }",
    { id },
  );
  const response = await admin.fetch(data.import.errorFileUrl, {});
  const fixed = await planned(admin, "fixed.xlsx", new Uint8Array(await response.arrayBuffer()));
  expect(fixed.counts).toMatchObject({ total: 2, new: 1, undecided: 1 });
});
