import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { makeContact } from "../../contacts/contact.factory.js";
import { makeCustomer } from "../../customers/customer.factory.js";
import { makeProject } from "../../projects/project.factory.js";
import { changed, importUntil, planned, ran } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
let alfa: { id: string; number: string };
let beta: { id: string; number: string };
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  alfa = await makeCustomer(admin, {
    legalName: "Alfa",
    taxId: { country: "BR", value: "11.222.333/0001-81" },
    externalIds: [{ source: "import", value: "A1" }],
  });
  beta = await makeCustomer(admin, {
    legalName: "Beta",
    email: "beta@x.example",
    externalIds: [{ source: "import", value: "B1" }],
  });
});
afterEach(() => server.close());

interface SeenRow {
  class: string;
  recordId: string | null;
  changes: { field: string; new: string | null }[];
  candidates: { recordId: string; changes: { field: string; new: string | null }[] }[];
  issues: { column: number | null; code: string; message: string }[];
}

async function rowsOf(id: string): Promise<SeenRow[]> {
  await importUntil(admin, id, ["READY", "DONE"]);
  const { data, errors } = await admin.ask<{ import: { rows: { nodes: SeenRow[] } } }>(
    `query ($id: ID!) { import(id: $id) { rows { nodes { class recordId changes { field new }
      candidates { recordId changes { field new } } issues { column code message } } } } }`,
    { id },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.import.rows.nodes;
}

const codes = ({ issues }: SeenRow) => issues.map(({ code }) => code);

const customers = async () => {
  const { data } = await admin.ask<{
    customers: {
      nodes: {
        id: string;
        number: string;
        notes: string | null;
        taxId: { value: string } | null;
        externalIds: { value: string }[];
      }[];
    };
  }>("{ customers { nodes { id number notes taxId { value } externalIds { value } } } }");
  return data.customers.nodes;
};

test.each([
  ["an id and a tax ID", "External ID", () => "B1"],
  ["a number and a tax ID", "Customer number", () => beta.number],
])("%s that name two customers are a conflict with both as candidates", async (_, header, key) => {
  const { id, counts } = await planned(
    admin,
    "two.csv",
    `${header},CNPJ,Name,Notes\n${key()},11.222.333/0001-81,Beta,new\n`,
  );
  expect(counts).toMatchObject({ undecided: 1, error: 0, update: 0 });
  const [row] = await rowsOf(id);
  expect(row?.candidates.map(({ recordId }) => recordId)).toEqual([beta.id, alfa.id]);
  // What would break a unique key is said before, and is no change of either.
  expect(row?.issues).toHaveLength(3);
  expect(row?.issues[0]).toMatchObject({
    code: "keys_disagree",
    message: expect.stringContaining(`${beta.number} Beta; ${alfa.number} Alfa`),
  });
  expect(row?.issues.slice(1).map(({ column, message }) => [column, message])).toEqual(
    expect.arrayContaining([
      [0, `"${key()}" belongs to ${beta.number} Beta and stays there, whatever is decided`],
      [
        1,
        `"11.222.333/0001-81" belongs to ${alfa.number} Alfa and stays there, whatever is decided`,
      ],
    ]),
  );
  const fields = row?.candidates.map(({ changes }) => changes.map(({ field }) => field).toSorted());
  expect(fields).toEqual([["notes"], ["legalName", "notes"]]);
});

test("of a conflict one customer is updated, without the key of the other", async () => {
  const csv = "External ID,CNPJ,Name,Notes\nB1,11.222.333/0001-81,Beta,new\n";
  const { id } = await planned(admin, "two.csv", csv);
  await changed(admin, "decideImportRows", {
    id,
    lines: [2],
    decision: "UPDATE",
    recordId: alfa.id,
  });
  const [row] = await rowsOf(id);
  expect(row).toMatchObject({ class: "UPDATE", recordId: alfa.id });
  expect(row && codes(row)).toEqual(["id_not_kept"]);
  await changed(admin, "decideImportRows", {
    id,
    lines: [2],
    decision: "UPDATE",
    recordId: beta.id,
  });
  const [other] = await rowsOf(id);
  expect(other).toMatchObject({ class: "UPDATE", recordId: beta.id });
  expect(other?.changes.map(({ field }) => field)).toEqual(["notes"]);
  expect((await ran(admin, id)).result).toMatchObject({ updated: 1, failed: 0, skipped: 0 });
  const all = await customers();
  expect(all.find((one) => one.id === beta.id)).toMatchObject({
    notes: "new",
    taxId: null,
    externalIds: [{ value: "B1" }],
  });
  expect(all.find((one) => one.id === alfa.id)).toMatchObject({
    notes: null,
    taxId: { value: "11222333000181" },
    externalIds: [{ value: "A1" }],
  });
});

test("a new customer goes in without the keys of others, in its history too, and a row can be skipped", async () => {
  const csv =
    "External ID,CNPJ,Name,City\nB1,11.222.333/0001-81,Gama,Recife\nB1,11.222.333/0001-81,Delta,Recife\n";
  const { id } = await planned(admin, "two.csv", csv);
  await changed(admin, "decideImportRows", { id, lines: [3], decision: "SKIP" });
  await changed(admin, "decideImportRows", { id, lines: [2], decision: "CREATE" });
  const [row] = await rowsOf(id);
  expect(row && [row.class, ...codes(row)]).toEqual(["NEW", "id_not_kept", "id_not_kept"]);
  expect((await ran(admin, id)).result).toMatchObject({ created: 1, failed: 0, skipped: 1 });
  const made = (await customers()).find((one) => ![alfa.id, beta.id].includes(one.id));
  expect(made).toMatchObject({ taxId: null, externalIds: [] });
  const { data } = await admin.ask<{
    customer: { activity: { nodes: { changes: { field: string }[] }[] } };
  }>("query ($id: ID!) { customer(id: $id) { activity { nodes { changes { field } } } } }", {
    id: made?.id,
  });
  const fields = data.customer.activity.nodes.flatMap(({ changes }) =>
    changes.map(({ field }) => field),
  );
  expect(fields).toContain("legalName");
  expect(fields.filter((field) => field.startsWith("taxId"))).toEqual([]);
});

test("a number and an id that name two customers, and an e-mail of a third, are candidates all", async () => {
  const gama = await makeCustomer(admin, { legalName: "Gama", email: "gama@x.example" });
  const { id } = await planned(
    admin,
    "three.csv",
    `Customer number,External ID,Name,Email\n${alfa.number},B1,Alfa,\n${beta.number},,Gama,gama@x.example\n`,
  );
  const [byIds, byEmail] = await rowsOf(id);
  expect(byIds?.candidates.map(({ recordId }) => recordId)).toEqual([alfa.id, beta.id]);
  expect(byEmail?.candidates.map(({ recordId }) => recordId)).toEqual([beta.id, gama.id]);
  expect([byIds, byEmail].map((row) => row && codes(row)[0])).toEqual([
    "keys_disagree",
    "keys_disagree",
  ]);
});

test("a match that somebody chose disagrees with another key: a conflict, unless that column is never written", async () => {
  const { id } = await planned(
    admin,
    "chosen.csv",
    `Customer number,CNPJ,Name\n${beta.number},11.222.333/0001-81,Alfa\n`,
  );
  await changed(admin, "updateImport", { id, matchKey: "TAX_ID" });
  const [row] = await rowsOf(id);
  expect(row?.candidates.map(({ recordId }) => recordId)).toEqual([alfa.id, beta.id]);
  await changed(admin, "updateImport", { id, columns: [{ index: 0, rule: "NEVER" }] });
  expect((await rowsOf(id))[0]).toMatchObject({ class: "UNCHANGED", recordId: alfa.id });
});

test("an exported id whose e-mail or name is another contact's or project's is a conflict", async () => {
  const [ana, bob] = [
    await makeContact(admin, alfa.id, { name: "Ana", email: "ana@x.example" }),
    await makeContact(admin, alfa.id, { name: "Bob", email: "bob@x.example" }),
  ];
  const contacts = await planned(
    admin,
    "contacts.csv",
    `ID,Customer number,Name,Email\n${ana.id},${alfa.number},Bob,bob@x.example\n${bob.id},${alfa.number},Robert,bob@x.example\n`,
    "CONTACT",
  );
  const [conflict, plain] = await rowsOf(contacts.id);
  expect(conflict?.candidates.map(({ recordId }) => recordId)).toEqual([ana.id, bob.id]);
  expect(plain).toMatchObject({ class: "UPDATE", recordId: bob.id });

  const [one, two] = [
    await makeProject(admin, alfa.id, { name: "One" }),
    await makeProject(admin, alfa.id, { name: "Two" }),
  ];
  const projects = await planned(
    admin,
    "projects.csv",
    `ID,Customer number,Project\n${one.id},${alfa.number},Two\n${two.id},${alfa.number},Three\n`,
    "PROJECT",
  );
  const [mixed, renamed] = await rowsOf(projects.id);
  expect(mixed?.candidates.map(({ recordId }) => recordId)).toEqual([one.id, two.id]);
  expect(renamed).toMatchObject({ class: "UPDATE", recordId: two.id });
});
