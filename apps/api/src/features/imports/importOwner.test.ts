import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { planned } from "./import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  await makeCustomer(admin, {
    legalName: "Alfa Ltda",
    tradeName: "Alfa",
    taxId: { country: "BR", value: "11.222.333/0001-81" },
    externalIds: [{ source: "erp", value: "17" }],
  });
  await makeCustomer(admin, {
    legalName: "Beta",
    taxId: { country: "BR", value: "12.345.678/0001-95" },
  });
  await makeCustomer(admin, { legalName: "Alfa" });
});
afterAll(() => server.close());

async function saidOf(row: string): Promise<string> {
  const { id } = await planned(
    admin,
    "people.csv",
    `Customer external ID,CNPJ do cliente,Customer,Contact name\n${row},Ana\n`,
    "CONTACT",
    "erp",
  );
  const { data } = await admin.ask<{
    import: {
      rows: { nodes: { class: string; issues: { column: number | null; message: string }[] }[] };
    };
  }>(
    "query ($id: ID!) { import(id: $id) { rows { nodes { class issues { column message } } } } }",
    { id },
  );
  return data.import.rows.nodes
    .map(({ class: of, issues }) =>
      [of, ...issues.map(({ column, message }) => `${column} ${message}`)].join(" "),
    )
    .join("\n");
}

test.each([
  ["an id of one and the name of another", "17,,Beta", 2],
  ["an id of one and the tax ID of another", "17,12.345.678/0001-95,", 1],
  ["a tax ID of one and the name of another", ",11.222.333/0001-81,beta", 2],
])("a row with %s belongs to neither", async (_, row, column) => {
  expect(await saidOf(row)).toMatch(
    new RegExp(
      `^ERROR ${column} ".+" identifies a different customer than the rest of the row: C-\\d+ Alfa Ltda; C-\\d+ Beta`,
    ),
  );
});

test.each([
  ["a name that nobody has any more", "17,,Alfa & Filhos"],
  ["its trade name, which another has as its legal one", "17,,Alfa"],
  ["all that it is known by", "17,11.222.333/0001-81,Alfa Ltda"],
])("a row with an id and %s belongs to who has the id", async (_, row) => {
  expect(await saidOf(row)).toBe("NEW");
});
