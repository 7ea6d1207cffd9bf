import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { makeCustomer } from "../../customers/customer.factory.js";
import { importUntil, planned, ran, type SeenImport } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  await makeCustomer(admin, {
    legalName: "Alfa",
    taxId: { country: "BR", value: "11.222.333/0001-81" },
    externalIds: [{ source: "import", value: "A1" }],
  });
  await makeCustomer(admin, {
    legalName: "Beta",
    email: "beta@x.example",
    externalIds: [{ source: "import", value: "B1" }],
  });
});
afterEach(() => server.close());

/** Plans a file whose rows find their customer in one way alone. */
async function planBy(matchKey: string, csv: string, columns: object[] = []): Promise<SeenImport> {
  const { id } = await planned(admin, "taken.csv", csv);
  const { errors } = await admin.ask(
    "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
    { input: { id, matchKey, columns } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return importUntil(admin, id, ["READY"]);
}

async function saidOf(id: string): Promise<string[]> {
  const { data } = await admin.ask<{
    import: {
      rows: { nodes: { class: string; issues: { column: number | null; message: string }[] }[] };
    };
  }>(
    "query ($id: ID!) { import(id: $id) { rows { nodes { class issues { column message } } } } }",
    { id },
  );
  return data.import.rows.nodes.map(({ class: of, issues }) =>
    [of, ...issues.map(({ column, message }) => `${column} ${message}`)].join(" "),
  );
}

test.each([
  ["Gama,11.222.333/0001-81,gama@x.example,", /^UNDECIDED null has the id or tax ID of C-\d+ Alfa/],
  ["Beta,11.222.333/0001-81,beta@x.example,", /^UNDECIDED null .* \(C-\d+ Beta; C-\d+ Alfa\)/],
  ["Gama,,gama@x.example,A1", /^UNDECIDED null has the id or tax ID of C-\d+ Alfa/],
  ["Beta,,beta@x.example,A1", /^UNDECIDED null .* \(C-\d+ Beta; C-\d+ Alfa\)/],
])("a key of another customer is a conflict however rows are matched: %s", async (row, says) => {
  const plan = await planBy("EMAIL", `Name,CNPJ,Email,External ID\n${row}\n`);
  const [said] = await saidOf(plan.id);
  expect(said).toMatch(says);
  expect(said).toMatch(
    /[13] "(A1|11\.222\.333\/0001-81)" belongs to C-\d+ Alfa and stays there, whatever is decided$/,
  );
});

test("a tax ID that is not written, or is the customer's own, is none of another's", async () => {
  const csv =
    "Name,CNPJ,Email,External ID\nBeta 2,11.222.333/0001-81,beta@x.example,B1\nAlfa 2,,,A1\n";
  const rule = [{ index: 1, rule: "NEVER" }];
  const plan = await planBy("EXTERNAL_ID", csv, rule);
  expect(await saidOf(plan.id)).toEqual(["UPDATE", "UPDATE"]);
  expect((await ran(admin, plan.id)).result).toMatchObject({ updated: 2, failed: 0 });
  expect((await planBy("EXTERNAL_ID", csv, rule)).counts).toMatchObject({ unchanged: 2 });
});

test("the plan names a number that a customer in the trash has", async () => {
  const gone = await makeCustomer(admin, { legalName: "Gone" });
  await server.app.database.pool.query(
    "UPDATE customers SET number = 'G-1', deleted_at = now() WHERE id = $1",
    [gone.id],
  );
  const plan = await planned(admin, "trash.csv", "Customer number,Name\nG-1,Gone again\n");
  expect(await saidOf(plan.id)).toEqual([
    expect.stringMatching(/^ERROR 0 "G-1" belongs to G-1 Gone in the trash/),
  ]);
});

test.each([
  ["ORDER", "Order number,Order date", "orders (ordered_on", "SELECT now()"],
  [
    "INVOICE",
    "Invoice number,Issue date",
    "invoices (kind, issued_on, due_on",
    "SELECT 'SALES', now(), now()",
  ],
])(
  "a number that one of the %s in the trash has is told in the plan",
  async (kind, headers, into, values) => {
    await server.app.database.pool.query(
      `INSERT INTO ${into}, customer_id, number, currency, deleted_at)
     ${values}, id, 'X-77', 'BRL', now() FROM customers WHERE legal_name = 'Alfa'`,
    );
    const plan = await planned(
      admin,
      "trash.csv",
      `Customer,${headers}\nAlfa,X-77,2026-03-04\n`,
      kind,
    );
    expect(await saidOf(plan.id)).toEqual([
      expect.stringMatching(/^ERROR 1 "X-77" belongs to X-77 in the trash/),
    ]);
  },
);

test("a key that someone took since the plan keeps its row out, and no other", async () => {
  const csv = [
    "Legal name,CNPJ",
    "Delta,11.444.777/0001-61",
    "Épsilon,45.997.418/0001-53",
    "Zeta,60.746.948/0001-12",
    "",
  ].join("\n");
  const { id } = await planned(admin, "new.csv", csv);
  await makeCustomer(admin, {
    legalName: "Quicker",
    taxId: { country: "BR", value: "45.997.418/0001-53" },
  });
  expect((await ran(admin, id)).result).toMatchObject({ created: 2, skipped: 1, failed: 0 });
  const [first, second] = await saidOf(id);
  expect(first).not.toMatch(/since/);
  expect(second).toMatch(/since/);
  const { data } = await admin.ask<{ customers: { nodes: { legalName: string }[] } }>(
    "{ customers { nodes { legalName } } }",
  );
  expect(data.customers.nodes.map(({ legalName }) => legalName).toSorted()).toEqual(
    ["Alfa", "Beta", "Delta", "Quicker", "Zeta"].toSorted(),
  );
});
