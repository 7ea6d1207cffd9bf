import { type Answer, type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { codeOf, issuesOf } from "../../../../test/support/refusals.js";
import { exportedBy, exportedBytes } from "../../exports/export.factory.js";
import { importUntil, planned, ran } from "../../imports/import.factory.js";
import { type MadeCustomer, makeCustomer } from "../customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

const CNPJ = { country: "BR", value: "11.222.333/0001-81" };
const OTHER_CNPJ = { country: "BR", value: "11.222.333/0002-62" };
const CPF = { country: "BR", value: "529.982.247-25" };
const OTHER_CPF = { country: "BR", value: "111.444.777-35" };

interface TaxIds {
  id: string;
  version: number;
  taxId: { value: string } | null;
  secondTaxId: { kind: string; value: string; formatted: string } | null;
}

const TAX_IDS = "id version taxId { value } secondTaxId { kind value formatted }";

const create = (input: object) =>
  admin.ask<{ createCustomer: { customer: TaxIds } | null }>(
    `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { ${TAX_IDS} } } }`,
    { input: { legalName: "Created", address: { city: "Recife", country: "BR" }, ...input } },
  );

const update = ({ id, version }: { id: string; version: number }, input: object) =>
  admin.ask<{ updateCustomer: { customer: TaxIds } }>(
    `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { ${TAX_IDS} } } }`,
    { input: { id, version, ...input } },
  );

const existingOf = ({ errors }: Answer<unknown>) =>
  errors?.[0]?.extensions.existing as { id: string } | undefined;

test("a customer has a second tax ID of another kind, and is found by it", async () => {
  const { data } = await create({ taxId: CNPJ, secondTaxId: CPF });
  const { id } = data.createCustomer?.customer ?? { id: "" };
  expect(data.createCustomer?.customer.secondTaxId).toEqual({
    kind: "CPF",
    value: "52998224725",
    formatted: "529.982.247-25",
  });
  const found = await admin.ask<Record<string, unknown>>(
    `query ($taxId: TaxIdInput!, $likely: LikelyDuplicatesInput!) {
      customerBy(key: { taxId: $taxId }) { id }
      customersBy(keys: [{ taxId: $taxId }]) { id }
      customers(search: "529.982.247-25") { nodes { id } }
      likelyDuplicates(input: $likely) { reasons customer { id } }
    }`,
    { taxId: CPF, likely: { taxId: CPF } },
  );
  expect(found.data).toEqual({
    customerBy: { id },
    customersBy: [{ id }],
    customers: { nodes: [{ id }] },
    likelyDuplicates: [{ reasons: ["SAME_TAX_ID"], customer: { id } }],
  });
});

test("it is checked as the first, and must be of another kind", async () => {
  expect(issuesOf(await create({ taxId: CNPJ, secondTaxId: OTHER_CNPJ }))).toEqual([
    "secondTaxId same_kind",
  ]);
  const wrong = { country: "BR", value: "529.982.247-26" };
  expect(issuesOf(await create({ taxId: CNPJ, secondTaxId: wrong }))).toEqual([
    "secondTaxId.value invalid_tax_id",
  ]);
  const made = await makeCustomer(admin, { taxId: CNPJ, secondTaxId: CPF });
  expect(issuesOf(await update(made, { taxId: OTHER_CPF }))).toEqual(["secondTaxId same_kind"]);
  const swapped = await update(made, { taxId: CPF, secondTaxId: CNPJ });
  expect(swapped.data.updateCustomer.customer).toMatchObject({
    taxId: { value: "52998224725" },
    secondTaxId: { kind: "CNPJ" },
  });
  const cleared = await update(swapped.data.updateCustomer.customer, { secondTaxId: null });
  expect(cleared.data.updateCustomer.customer.secondTaxId).toBeNull();
});

test("there is no second one without a first", async () => {
  expect(issuesOf(await create({ secondTaxId: CPF }))).toEqual(["secondTaxId first_missing"]);
  const made = await makeCustomer(admin, { taxId: CNPJ, secondTaxId: CPF });
  expect(issuesOf(await update(made, { taxId: null }))).toEqual(["taxId second_left"]);
  const moved = await update(made, { taxId: CPF, secondTaxId: null });
  expect(moved.data.updateCustomer.customer).toMatchObject({
    taxId: { value: "52998224725" },
    secondTaxId: null,
  });
  const bare = await makeCustomer(admin, { legalName: "Bare" });
  expect(issuesOf(await update(bare, { secondTaxId: CNPJ }))).toEqual([
    "secondTaxId first_missing",
  ]);
});

test("the only tax ID of a row is the first, whichever column it is in, and the plan says so", async () => {
  const file =
    "Nome,Cidade,País,CNPJ,Segundo CNPJ / CPF / NIF\nAlone,Recife,BR,,529.982.247-25\nBoth,Recife,BR,11.222.333/0001-81,111.444.777-35\n";
  const plan = await planned(admin, "alone.csv", file);
  expect(await rowsOf(plan.id)).toEqual([
    { line: 2, class: "NEW", codes: ["second_becomes_first"] },
    { line: 3, class: "NEW", codes: [] },
  ]);
  await ran(admin, plan.id);
  const { data } = await admin.ask<{ customers: { nodes: TaxIds[] } }>(
    `{ customers(search: "Alone") { nodes { ${TAX_IDS} } } }`,
  );
  expect(data.customers.nodes).toEqual([
    expect.objectContaining({ taxId: { value: "52998224725" }, secondTaxId: null }),
  ]);
});

test("the plan names the cell of a further tax ID, and whose country's it is by its own header", async () => {
  const file =
    "Nome,Cidade,CNPJ,CPF,NIF\nNamed,Recife,11.222.333/0001-81,529.982.247-25,506774287\nTwice,Recife,04.252.011/0001-10,11.222.333/0001-81,\n";
  const plan = await planned(admin, "columns.csv", file);
  await admin.ask(
    "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
    { input: { id: plan.id, columns: [3, 4].map((index) => ({ index, field: "taxId" })) } },
  );
  await importUntil(admin, plan.id, ["READY"]);
  const { data } = await admin.ask<{
    import: { rows: { nodes: { issues: { column: number; code: string }[] }[] } };
  }>("query ($id: ID!) { import(id: $id) { rows { nodes { issues { column code } } } } }", {
    id: plan.id,
  });
  expect(data.import.rows.nodes.map(({ issues }) => issues)).toEqual([
    [{ column: 3, code: "value_not_kept" }],
    [{ column: 3, code: "value_not_kept" }],
  ]);
  await ran(admin, plan.id);
  const { rows } = await server.app.database.pool.query(
    "SELECT second_tax_id_country AS country, second_tax_id_value AS value FROM customers ORDER BY legal_name",
  );
  expect(rows).toEqual([
    { country: "PT", value: "506774287" },
    { country: null, value: null },
  ]);
});

test("a tax ID belongs to one customer, in whichever place it stands", async () => {
  const both = await makeCustomer(admin, { taxId: CNPJ, secondTaxId: CPF });
  const asFirst = await create({ taxId: CPF });
  const asSecond = await create({ taxId: OTHER_CPF, secondTaxId: CNPJ });
  for (const refused of [asFirst, asSecond]) {
    expect(codeOf(refused)).toBe("DUPLICATE");
    expect(existingOf(refused)).toMatchObject({ id: both.id });
  }
  const other = await makeCustomer(admin, { taxId: OTHER_CNPJ });
  expect(existingOf(await update(other, { secondTaxId: CPF }))).toMatchObject({ id: both.id });
  await admin.ask(
    "mutation ($ids: [ID!]!) { deleteCustomers(input: { ids: $ids }) { customers { id } } }",
    { ids: [both.id] },
  );
  expect(codeOf(await update(other, { secondTaxId: CPF }))).toBe("OK");
  const restored = await admin.ask(
    "mutation ($ids: [ID!]!) { restoreCustomers(input: { ids: $ids }) { customers { id } } }",
    { ids: [both.id] },
  );
  expect(existingOf(restored)).toMatchObject({ id: other.id });
});

test("an update that repeats the own tax ID names the customer that has the other one", async () => {
  const holder = await makeCustomer(admin, { taxId: CPF });
  const made = await makeCustomer(admin, { taxId: CNPJ });
  const refused = await update(made, { taxId: CNPJ, secondTaxId: CPF });
  expect(existingOf(refused)).toMatchObject({ id: holder.id });
});

test("who may be the same is found by a second tax ID that is typed", async () => {
  const { id } = await makeCustomer(admin, { taxId: CPF });
  const { data } = await admin.ask<Record<string, unknown>>(
    "query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { reasons customer { id } } }",
    { input: { taxId: CNPJ, secondTaxId: CPF } },
  );
  expect(data).toEqual({ likelyDuplicates: [{ reasons: ["SAME_TAX_ID"], customer: { id } }] });
});

test("of two who write one tax ID into different places at once, one wins", async () => {
  for (let round = 0; round < 3; round += 1) {
    const made = await Promise.all([
      create({ taxId: CPF }),
      create({ taxId: CNPJ, secondTaxId: CPF }),
    ]);
    expect(made.map(codeOf).sort()).toEqual(["DUPLICATE", "OK"]);
    await server.asOwner("TRUNCATE customers CASCADE");
  }
});

test("an upsert refuses the item whose second tax ID another has, and no other", async () => {
  await makeCustomer(admin, { taxId: CPF });
  const item = (value: string, input: object) => ({
    externalId: { source: "erp", value },
    legalName: value,
    ...input,
  });
  const { data } = await admin.ask<{
    upsertCustomers: { results: { status: string; existing: { id: string } | null }[] };
  }>(
    "mutation ($input: UpsertCustomersInput!) { upsertCustomers(input: $input) { results { status existing { id } } } }",
    {
      input: {
        items: [
          item("1", { taxId: CNPJ, secondTaxId: CPF }),
          item("2", { taxId: CNPJ, secondTaxId: OTHER_CPF }),
          item("3", { taxId: OTHER_CPF }),
        ],
      },
    },
  );
  expect(data.upsertCustomers.results.map(({ status }) => status)).toEqual([
    "FAILED",
    "CREATED",
    "FAILED",
  ]);
  expect(data.upsertCustomers.results[0]?.existing).not.toBeNull();
});

test("a merge keeps a tax ID of another kind as the second one", async () => {
  const survivor = await makeCustomer(admin, { taxId: CNPJ });
  const other = await makeCustomer(admin, { taxId: CPF });
  const { data } = await admin.ask<{ mergeCustomers: { customer: TaxIds; merge: { id: string } } }>(
    `mutation ($input: MergeCustomersInput!) { mergeCustomers(input: $input) { merge { id } customer { ${TAX_IDS} } } }`,
    { input: { survivorId: survivor.id, version: survivor.version, mergedIds: [other.id] } },
  );
  expect(data.mergeCustomers.customer).toMatchObject({
    taxId: { value: "11222333000181" },
    secondTaxId: { value: "52998224725" },
  });
  const undone = await admin.ask<{ undoMerge: { customer: TaxIds; customers: TaxIds[] } }>(
    `mutation ($id: ID!) { undoMerge(input: { id: $id }) { customer { ${TAX_IDS} } customers { ${TAX_IDS} } } }`,
    { id: data.mergeCustomers.merge.id },
  );
  expect(undone.data.undoMerge).toMatchObject({
    customer: { secondTaxId: null },
    customers: [{ taxId: { value: "52998224725" } }],
  });
});

test("an import keeps a CPF next to a CNPJ, and an export of it changes nothing", async () => {
  const file = "Nome,Cidade,País,CNPJ,CPF\nBoth,Recife,BR,11.222.333/0001-81,529.982.247-25\n";
  const plan = await planned(admin, "both.csv", file);
  expect(plan.counts).toMatchObject({ new: 1, error: 0 });
  await ran(admin, plan.id);
  const taxIds = async () => {
    const { data } = await admin.ask<{ customers: { nodes: TaxIds[] } }>(
      `{ customers { nodes { ${TAX_IDS} } } }`,
    );
    return data.customers.nodes;
  };
  expect(await taxIds()).toEqual([
    expect.objectContaining({
      taxId: { value: "11222333000181" },
      secondTaxId: expect.objectContaining({ value: "52998224725" }),
    }),
  ]);
  const done = await exportedBy(admin, { recordType: "CUSTOMER", format: "XLSX" });
  const again = await planned(admin, done.fileName, await exportedBytes(admin, done));
  expect(again.counts).toMatchObject({ total: 1, unchanged: 1 });
  // Whichever of them a file names, it means this customer.
  const byCpf = "Nome,Cidade,País,CPF\nBoth,Recife,BR,529.982.247-25\n";
  expect((await planned(admin, "cpf.csv", byCpf)).counts).toMatchObject({ total: 1, unchanged: 1 });
});

test("an import of a customer with tax IDs can be undone", async () => {
  const file = "Nome,Cidade,País,CNPJ,CPF\nUndone,Recife,BR,11.222.333/0001-81,529.982.247-25\n";
  const plan = await planned(admin, "undone.csv", file);
  await ran(admin, plan.id);
  await admin.ask("mutation ($id: ID!) { undoImport(input: { id: $id }) { import { id } } }", {
    id: plan.id,
  });
  await importUntil(admin, plan.id, ["UNDONE"]);
  expect(codeOf(await create({ taxId: CPF }))).toBe("OK");
});

test("a plan names the customer that has the second tax ID of a row", async () => {
  const holder: MadeCustomer = await makeCustomer(admin, { legalName: "Holder", taxId: OTHER_CPF });
  await makeCustomer(admin, { legalName: "Named", taxId: CNPJ });
  const file = "Nome,Cidade,País,CNPJ,CPF\nNamed,Recife,BR,11.222.333/0001-81,111.444.777-35\n";
  const plan = await planned(admin, "taken.csv", file);
  expect(plan.counts).toMatchObject({ total: 1, undecided: 1 });
  const { data } = await admin.ask<{
    import: { rows: { nodes: { candidates: { recordId: string }[] }[] } };
  }>("query ($id: ID!) { import(id: $id) { rows { nodes { candidates { recordId } } } } }", {
    id: plan.id,
  });
  expect(data.import.rows.nodes[0]?.candidates.map(({ recordId }) => recordId)).toContain(
    holder.id,
  );
});

const rowsOf = async (id: string) => {
  const { data } = await admin.ask<{
    import: {
      rows: {
        nodes: { line: number; class: string; issues: { code: string; message: string }[] }[];
      };
    };
  }>(
    "query ($id: ID!) { import(id: $id) { rows { nodes { line class issues { code message } } } } }",
    { id },
  );
  return data.import.rows.nodes.map((row) => ({
    line: row.line,
    class: row.class,
    codes: row.issues.map(({ code }) => code).filter((code) => code !== "address_missing"),
  }));
};

describe("rows of one file that have a tax ID in common", () => {
  test("are one customer where the later one has no other, and a mistake where it has", async () => {
    const file = [
      "Nome,Cidade,País,CNPJ,CPF",
      "Both,Recife,BR,11.222.333/0001-81,529.982.247-25",
      "First alone,Recife,BR,,529.982.247-25",
      "Other company,Recife,BR,11.222.333/0002-62,529.982.247-25",
      "Nothing in common,Recife,BR,,111.444.777-35",
    ].join("\n");
    const plan = await planned(admin, "places.csv", file);
    expect(await rowsOf(plan.id)).toEqual([
      { line: 2, class: "NEW", codes: [] },
      { line: 3, class: "DUPLICATE", codes: ["duplicate_in_file"] },
      { line: 4, class: "ERROR", codes: ["tax_id_in_file"] },
      { line: 5, class: "NEW", codes: [] },
    ]);
    expect((await ran(admin, plan.id)).result).toMatchObject({ created: 2, failed: 1, skipped: 1 });
  });

  test("are found in whichever order and place they stand", async () => {
    const file = [
      "Nome,Cidade,País,CNPJ,CPF",
      "First alone,Recife,BR,,529.982.247-25",
      "Both,Recife,BR,11.222.333/0001-81,529.982.247-25",
    ].join("\n");
    const plan = await planned(admin, "order.csv", file);
    expect(await rowsOf(plan.id)).toEqual([
      { line: 2, class: "NEW", codes: [] },
      { line: 3, class: "ERROR", codes: ["tax_id_in_file"] },
    ]);
  });
});

describe("a row with a tax ID of a customer that is there", () => {
  const taxIdsOfAll = async () => {
    const { data } = await admin.ask<{ customers: { nodes: TaxIds[] } }>(
      `{ customers(orderBy: { field: NUMBER, direction: ASC }) { nodes { ${TAX_IDS} } } }`,
    );
    return data.customers.nodes.map(({ taxId, secondTaxId }) => [
      taxId?.value ?? null,
      secondTaxId?.value ?? null,
    ]);
  };

  test("adds one of another kind, and replaces one of its kind in its place", async () => {
    const { number } = await makeCustomer(admin, { legalName: "Named", taxId: CNPJ });
    const row = (cpf: string) =>
      `Número do cliente,Nome,Cidade,País,CPF\n${number},Named,Recife,BR,${cpf}\n`;
    const decided = async (name: string, file: string) => {
      const plan = await planned(admin, name, file);
      expect(await rowsOf(plan.id)).toEqual([
        { line: 2, class: "UNDECIDED", codes: ["id_of_another", "key_in_use"] },
      ]);
      await admin.ask(
        "mutation ($input: DecideImportRowsInput!) { decideImportRows(input: $input) { import { id } } }",
        { input: { id: plan.id, decision: "UPDATE", lines: [2] } },
      );
      await importUntil(admin, plan.id, ["READY"]);
      return ran(admin, plan.id);
    };
    await decided("add.csv", row("529.982.247-25"));
    expect(await taxIdsOfAll()).toEqual([["11222333000181", "52998224725"]]);
    await decided("replace.csv", row("111.444.777-35"));
    expect(await taxIdsOfAll()).toEqual([["11222333000181", "11144477735"]]);
  });

  test("is undecided where it has another one of another kind", async () => {
    await makeCustomer(admin, { legalName: "First company", taxId: CNPJ, secondTaxId: CPF });
    const file =
      "Nome,Cidade,País,CNPJ,CPF\nOther company,Recife,BR,11.222.333/0002-62,529.982.247-25\n";
    const plan = await planned(admin, "partner.csv", file);
    expect(await rowsOf(plan.id)).toEqual([
      { line: 2, class: "UNDECIDED", codes: ["key_of_another", "key_in_use"] },
    ]);
    await admin.ask(
      "mutation ($input: DecideImportRowsInput!) { decideImportRows(input: $input) { import { id } } }",
      { input: { id: plan.id, decision: "CREATE", lines: [2] } },
    );
    await importUntil(admin, plan.id, ["READY"]);
    expect(await rowsOf(plan.id)).toEqual([{ line: 2, class: "NEW", codes: ["id_not_kept"] }]);
    expect((await ran(admin, plan.id)).result).toMatchObject({ created: 1, failed: 0 });
    expect(await taxIdsOfAll()).toEqual([
      ["11222333000181", "52998224725"],
      ["11222333000262", null],
    ]);
  });

  test("fills the place that is blank, where blanks alone are filled", async () => {
    await makeCustomer(admin, { legalName: "Person", taxId: CPF });
    const file = "Nome,Cidade,País,CNPJ,CPF\nPerson,Recife,BR,11.222.333/0001-81,529.982.247-25\n";
    const plan = await planned(admin, "fill.csv", file);
    await admin.ask(
      "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
      { input: { id: plan.id, columns: [3, 4].map((index) => ({ index, rule: "FILL_BLANKS" })) } },
    );
    await importUntil(admin, plan.id, ["READY"]);
    expect((await ran(admin, plan.id)).result).toMatchObject({ updated: 1, failed: 0 });
    expect(await taxIdsOfAll()).toEqual([["52998224725", "11222333000181"]]);
  });
});

test("a placeholder in the column of one kind leaves the other as the first", async () => {
  const file = "Nome,Cidade,País,CNPJ,CPF\nPerson,Recife,BR,ISENTO,529.982.247-25\n";
  const plan = await planned(admin, "placeholder.csv", file);
  await ran(admin, plan.id);
  const { data } = await admin.ask<{ customers: { nodes: TaxIds[] } }>(
    `{ customers { nodes { ${TAX_IDS} } } }`,
  );
  expect(data.customers.nodes).toEqual([
    expect.objectContaining({ taxId: { value: "52998224725" }, secondTaxId: null }),
  ]);
});
