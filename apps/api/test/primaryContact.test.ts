import { makeContact } from "../src/features/contacts/contact.factory.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { importUntil, planned, ran } from "../src/features/imports/import.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  // So few that the rows of a customer fall into several chunks.
  server = await startServer({ limits: { importChunkRows: 2 } });
  admin = await server.signIn("admin");
  const bakery = await makeCustomer(admin, { legalName: "Padaria" });
  await makeContact(admin, bakery.id, { name: "Ana", isPrimary: true });
  await makeContact(admin, bakery.id, { name: "Bob" });
  await makeCustomer(admin, { legalName: "Mercado" });
});
afterEach(() => server.close());

const people = async () =>
  (await server.app.database.pool.query("SELECT * FROM contacts ORDER BY name")).rows;
const primaries = async () =>
  (await people()).flatMap(({ name, is_primary }) => (is_primary ? [name] : []));

/** Plans a file of people: lines of `customer,name,whether the primary contact`. */
const plan = (...lines: string[]) =>
  planned(
    admin,
    "people.csv",
    ["Customer,Contact name,Primary contact", ...lines].join("\n"),
    "CONTACT",
  );

async function issuesOf(id: string): Promise<string[]> {
  const { data } = await admin.ask<{
    import: { rows: { nodes: { line: number; issues: { code: string; message: string }[] }[] } };
  }>("query ($id: ID!) { import(id: $id) { rows { nodes { line issues { code message } } } } }", {
    id,
  });
  return data.import.rows.nodes.flatMap(({ line, issues }) =>
    issues.map(({ code, message }) => `${line} ${code}: ${message}`),
  );
}

test.each([
  ["who is it before comes first", ["Padaria,Ana,No", "Padaria,Bob,Yes"], ["Bob"]],
  ["who is it after comes first", ["Padaria,Bob,Yes", "Padaria,Ana,No"], ["Bob"]],
  ["it is someone new", ["Padaria,Eva,Yes", "Padaria,Ana,No"], ["Eva"]],
  [
    "who is it before comes chunks later",
    ["Padaria,Bob,Yes", "Mercado,Eva,", "Mercado,Gil,", "Mercado,Ivo,Yes", "Padaria,Ana,No"],
    ["Bob", "Ivo"],
  ],
  [
    "who is it before comes chunks earlier",
    ["Padaria,Ana,No", "Mercado,Eva,", "Mercado,Gil,", "Mercado,Ivo,", "Padaria,Bob,Yes"],
    ["Bob"],
  ],
  ["the customer had none", ["Mercado,Ivo,sim", "Mercado,Eva,"], ["Ana", "Ivo"]],
])("the primary contact changes where %s, and undoing brings it back", async (_, lines, after) => {
  const before = await people();
  const { id, columns } = await plan(...lines);
  expect(columns[2]?.field).toBe("isPrimary");
  expect(await issuesOf(id)).toEqual([]);
  expect((await ran(admin, id)).result).toMatchObject({ skipped: 0, failed: 0 });
  expect(await primaries()).toEqual(after);
  expect((await plan(...lines)).counts).toMatchObject({ unchanged: lines.length });
  await admin.ask(
    "mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { id } } }",
    { input: { id } },
  );
  await importUntil(admin, id, ["UNDONE"]);
  const plain = (rows: typeof before) =>
    rows.map(({ id: of, name, is_primary }) => ({ of, name, is_primary }));
  expect(plain(await people())).toEqual(plain(before));
});

test("a second primary contact is refused, from whichever row", async () => {
  const taken = await plan(
    "Padaria,Bob,Yes",
    "Padaria,Eva,Yes",
    "Mercado,Ivo,Yes",
    "Mercado,Eva,Yes",
  );
  expect(taken.counts).toMatchObject({ new: 1, error: 3 });
  expect(await issuesOf(taken.id)).toEqual([
    expect.stringMatching(/^2 other_primary: is already Ana/),
    expect.stringMatching(/^3 other_primary: /),
    expect.stringMatching(/^5 primary_twice: is already the contact in line 4/),
  ]);
  await ran(admin, taken.id);
  expect(await primaries()).toEqual(["Ana", "Ivo"]);
});

test("of two rows that change who it is, none fails for another that can no longer be written", async () => {
  const market = await makeCustomer(admin, { legalName: "Feira" });
  await makeContact(admin, market.id, { name: "Ivo" });
  const { id } = await plan("Padaria,Bob,Yes", "Feira,Ivo,Yes", "Feira,Eva,", "Padaria,Ana,No");
  await makeContact(admin, market.id, { name: "Zoe", isPrimary: true });
  expect((await ran(admin, id)).result).toMatchObject({ created: 1, updated: 2, failed: 1 });
  expect(await primaries()).toEqual(["Bob", "Zoe"]);
});
