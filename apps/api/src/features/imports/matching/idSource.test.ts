import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { changed, importUntil, planned, ran, type SeenImport } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

const plan = (name: string, csv: string, recordType = "CUSTOMER") =>
  planned(admin, name, csv, recordType, null);

async function choose(id: string, idSource: string | null): Promise<SeenImport> {
  await changed(admin, "updateImport", { id, idSource });
  return importUntil(admin, id, ["READY", "MATCHING"]);
}

const customers = async () => {
  const { data } = await admin.ask<{
    customers: { nodes: { legalName: string; externalIds: { source: string; value: string }[] }[] };
  }>("{ customers { nodes { legalName externalIds { source value } } } }");
  return data.customers.nodes.map(
    ({ legalName, externalIds }) =>
      `${legalName} ${externalIds.map(({ source, value }) => `${source}:${value}`).join()}`,
  );
};

const FIRST =
  "Company name,Record ID,City,E-mail\nAlpha Company,1,Porto,alpha@a.example\nAlpha Two,2,Porto,alpha2@a.example\n";
const SECOND =
  "Razao social;Codigo;Cidade;E-mail\nBeta Industrias;1;Recife;beta@b.example\nGama SA;2;Recife;gama@b.example\n";

test("ids of two systems are distinguished, and an import without a source waits for one", async () => {
  const first = await plan("first.csv", FIRST);
  expect(first).toMatchObject({ status: "MATCHING", problemCode: "idSourceRequired" });
  expect(first.problem).toContain("Record ID");
  expect(await choose(first.id, "HubSpot")).toMatchObject({
    status: "READY",
    idSource: "HubSpot",
    idSourceReason: "CHOSEN",
    counts: { new: 2 },
  });
  await ran(admin, first.id);

  const second = await plan("second.csv", SECOND);
  expect(second).toMatchObject({ status: "MATCHING", problemCode: "idSourceRequired" });
  const { data } = await admin.ask<{ import: { idSourceChoices: string[] } }>(
    "query ($id: ID!) { import(id: $id) { idSourceChoices } }",
    { id: second.id },
  );
  expect(data.import.idSourceChoices).toEqual(["HubSpot"]);
  // Were they of the first system after all, they would contradict its customers.
  expect((await choose(second.id, "hubspot")).counts).toMatchObject({ undecided: 2, new: 0 });
  expect(await choose(second.id, "SAP")).toMatchObject({ counts: { new: 2, undecided: 0 } });
  await ran(admin, second.id);
  expect(await customers()).toEqual([
    "Alpha Company HubSpot:1",
    "Alpha Two HubSpot:2",
    "Beta Industrias SAP:1",
    "Gama SA SAP:2",
  ]);
});

test("a source that was chosen is remembered for the same headers; one that was found out is not", async () => {
  const named = await plan("customers-hubspot-2026.csv", FIRST);
  expect(named).toMatchObject({
    status: "READY",
    idSource: "hubspot",
    idSourceReason: "FILE_NAME",
  });
  await ran(admin, named.id);
  const again = await plan("more.csv", FIRST);
  expect(again).toMatchObject({ status: "MATCHING", problemCode: "idSourceRequired" });
  await choose(again.id, "erp");
  await ran(admin, again.id, true);
  const third = await plan("third.csv", FIRST);
  expect(third).toMatchObject({ status: "READY", idSource: "erp", idSourceReason: "REMEMBERED" });
  // The file's name says more than what was chosen for another file.
  expect(await plan("hubspot.csv", FIRST)).toMatchObject({ idSource: "hubspot" });
  expect(await choose(third.id, null)).toMatchObject({ idSourceReason: "REMEMBERED" });
});

test.each([
  ["HubSpot ID", "hubspot"],
  ["pipedrive_id", "pipedrive"],
  ["SAP customer", "sap"],
])("the header %s says whose ids they are", async (header, idSource) => {
  const made = await plan("list.csv", `Name,${header},City\nAlfa,1001,Porto\nBeta,1002,Faro\n`);
  expect(made).toMatchObject({ status: "READY", idSource, idSourceReason: "HEADER" });
  expect(made.columns[1]).toMatchObject({ field: "externalId" });
});

test("a column of sources says it row by row; a row that has none is an error", async () => {
  const made = await plan("list.csv", "Name,External ID,Source system\nAlfa,1,erp\nBeta,2,\n");
  expect(made).toMatchObject({ status: "READY", idSource: null, counts: { new: 1, error: 1 } });
  expect((await choose(made.id, "crm")).counts).toMatchObject({ new: 2, error: 0 });
  await expect(choose(made.id, " ")).rejects.toThrow("required");
});

test("contacts of two systems find their customers by the ids of their own", async () => {
  for (const [name, csv, source] of [
    ["first.csv", FIRST, "hubspot"],
    ["second.csv", SECOND, "sap"],
  ] as const) {
    const made = await plan(name, csv);
    await choose(made.id, source);
    await ran(admin, made.id);
  }
  const people = "Company ID,Contact name\n1,Ana\n";
  const waiting = await plan("people.csv", people, "CONTACT");
  expect(waiting).toMatchObject({ status: "MATCHING", problemCode: "idSourceRequired" });
  await choose(waiting.id, "sap");
  await ran(admin, waiting.id);
  const named = await plan("hubspot-contacts.csv", people, "CONTACT");
  expect(named).toMatchObject({ idSource: "hubspot", counts: { new: 1 } });
  await ran(admin, named.id);
  const { data } = await admin.ask<{
    customers: { nodes: { legalName: string; contacts: { name: string }[] }[] };
  }>("{ customers { nodes { legalName contacts { name } } } }");
  expect(
    data.customers.nodes.filter(({ contacts }) => contacts.length > 0).map((one) => one.legalName),
  ).toEqual(["Alpha Company", "Beta Industrias"]);
  expect(await plan("xero.csv", people, "CONTACT")).toMatchObject({ counts: { error: 1 } });
});
