import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeContact } from "../contacts/contact.factory.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { importUntil, planned, ran, type SeenImport } from "./import.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

const fieldsOf = ({ columns }: SeenImport) =>
  Object.fromEntries(columns.map(({ header, field }) => [header, field]));

interface SeenRow {
  class: string;
  changes: { field: string; old: string | null; new: string | null }[];
  issues: { column: number | null; code: string }[];
}

async function rowsOf(id: string): Promise<SeenRow[]> {
  const { data } = await admin.ask<{ import: { rows: { nodes: SeenRow[] } } }>(
    `query ($id: ID!) { import(id: $id) { rows { nodes {
      class changes { field old new } issues { column code } } } } }`,
    { id },
  );
  return data.import.rows.nodes;
}

const names = async (table: string, column: string) =>
  (await server.app.database.pool.query(`SELECT ${column} FROM ${table} ORDER BY 1`)).rows.map(
    (row) => row[column],
  );

test("people whose first and last names are in two columns get both", async () => {
  const bakery = await makeCustomer(admin, { legalName: "Padaria" });
  await makeContact(admin, bakery.id, { name: "Ana Maria Souza" });
  await makeContact(admin, bakery.id, { name: "A. Reis", email: "ana@x.example" });
  const plan = await planned(
    admin,
    "people.csv",
    [
      "Last Name;Company;First Name;Email",
      "Souza;padaria;Ana Maria;",
      "Lima;Padaria;Ivo;ivo@x.example",
      ";Padaria;Eva;",
      ";Padaria;;nobody@x.example",
      "Reis;Padaria;Ana;ana@x.example",
    ].join("\n"),
    "CONTACT",
  );
  expect(fieldsOf(plan)).toEqual({
    "Last Name": "lastName",
    Company: "customerName",
    "First Name": "firstName",
    Email: "email",
  });
  expect(await rowsOf(plan.id)).toEqual([
    { class: "UNCHANGED", changes: [], issues: [] },
    { class: "NEW", changes: [], issues: [] },
    { class: "NEW", changes: [], issues: [] },
    { class: "ERROR", changes: [], issues: [{ column: 2, code: "required" }] },
    {
      class: "UPDATE",
      changes: [{ field: "firstName", old: "A. Reis", new: "Ana Reis" }],
      issues: [],
    },
  ]);
  await ran(admin, plan.id);
  expect(await names("contacts", "name")).toEqual([
    "Ana Maria Souza",
    "Ana Reis",
    "Eva",
    "Ivo Lima",
  ]);
});

test("a whole name precedes its parts, which are used where it is blank, by the stricter rule", async () => {
  await makeCustomer(admin, { legalName: "Ana", email: "ana@x.example" });
  const plan = await planned(
    admin,
    "shop.csv",
    "Company,First Name,Last Name,Email\nPadaria,Eva,Lima,\n,Ivo,Reis,\n,Ana,Souza,ana@x.example\n",
  );
  expect(fieldsOf(plan)).toEqual({
    Company: "legalName",
    "First Name": "firstName",
    "Last Name": "lastName",
    Email: "email",
  });
  await admin.ask(
    "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
    {
      input: {
        id: plan.id,
        columns: [
          { index: 1, field: "firstName", rule: "NEVER" },
          { index: 2, field: "lastName" },
        ],
      },
    },
  );
  await importUntil(admin, plan.id, ["READY"]);
  expect((await ran(admin, plan.id)).result).toMatchObject({ created: 2, updated: 0, failed: 0 });
  expect(await names("customers", "legal_name")).toEqual(["Ana", "Ivo Reis", "Padaria"]);
});

test("an id that another system gave to people is not taken for one of ours", async () => {
  await makeCustomer(admin, { legalName: "Padaria" });
  const plan = await planned(admin, "ids.csv", "id,Name,Company\n17,Ana,Padaria\n", "CONTACT");
  expect(plan.columns[0]?.field).toBeNull();
  expect(plan.counts).toMatchObject({ new: 1, error: 0 });
});
