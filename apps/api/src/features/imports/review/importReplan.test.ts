import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { makeCustomer } from "../../customers/customer.factory.js";
import { importUntil, planned } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

interface SeenRow {
  class: string;
  recordId: string | null;
}

async function rowsOf(id: string): Promise<SeenRow[]> {
  await importUntil(admin, id, ["READY"]);
  const { data } = await admin.ask<{ import: { rows: { nodes: SeenRow[] } } }>(
    "query ($id: ID!) { import(id: $id) { rows { nodes { class recordId } } } }",
    { id },
  );
  return data.import.rows.nodes;
}

const classes = (rows: readonly SeenRow[]) => rows.map((row) => row.class);

async function change(mutation: string, type: string, input: object): Promise<void> {
  const { errors } = await admin.ask(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { import { id } } }`,
    { input },
  );
  if (errors) throw new Error(JSON.stringify(errors));
}

test("rows that a change cannot touch keep their plan, and those that it touches get another", async () => {
  await makeCustomer(admin, { legalName: "Zed", email: "zed@x.example" });
  const { id } = await planned(
    admin,
    "rows.csv",
    "Name,E-mail\nAna,ana@x.example\nBob,zed@x.example\nEva,eva@x\nAna,ana@x.example\n",
  );
  const before = await rowsOf(id);
  expect(classes(before)).toEqual(["NEW", "UNDECIDED", "ERROR", "DUPLICATE"]);

  await change("fixImportCells", "FixImportCellsInput", {
    id,
    line: 4,
    column: 1,
    value: "zed@x.example",
  });
  const fixed = await rowsOf(id);
  // An e-mail that two rows have finds nothing for either.
  expect(classes(fixed)).toEqual(["NEW", "NEW", "NEW", "DUPLICATE"]);
  expect(fixed[0]).toEqual(before[0]);

  await change("skipImportRows", "ImportRowsInput", { id, lines: [2, 3] });
  const without = await rowsOf(id);
  expect(classes(without)).toEqual(["SKIPPED", "SKIPPED", "UNDECIDED", "NEW"]);

  await change("includeImportRows", "ImportRowsInput", { id, lines: [3] });
  const again = await rowsOf(id);
  expect(classes(again)).toEqual(["SKIPPED", "NEW", "NEW", "NEW"]);
  expect(again[3]).toEqual(without[3]);

  await change("updateImport", "UpdateImportInput", { id, matchKey: "NAME" });
  const whole = await rowsOf(id);
  expect(classes(whole)).toEqual(classes(again));
  expect(whole[3]?.recordId).not.toBe(again[3]?.recordId);
});
