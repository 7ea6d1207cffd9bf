import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { makeContact } from "../../contacts/contact.factory.js";
import { exportedBy, exportedBytes } from "../../exports/export.factory.js";
import { changed, importUntil, planned, ran } from "../../imports/import.factory.js";
import { type MadeCustomer, makeCustomer } from "../customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

const ADDRESS = { city: "Recife", country: "BR" };
const make = (legalName: string, input: object): Promise<MadeCustomer> =>
  makeCustomer(admin, { legalName, address: ADDRESS, ...input });

interface Entries {
  emails: { address: string; label: string | null }[];
  phones: { number: string; label: string | null }[];
}

const REACH = "emails { address label } phones { number label }";

/** What a record can be reached by, in order: "value" or "value (label)". */
async function reachOf(id: string): Promise<string[]> {
  const { data } = await admin.ask<{ node: Entries }>(
    `query ($id: ID!) { node(id: $id) { ... on Customer { ${REACH} } ... on Contact { ${REACH} } } }`,
    { id },
  );
  const { emails, phones } = data.node;
  const entries = [
    ...emails.map(({ address, label }) => [address, label]),
    ...phones.map(({ number, label }) => [number, label]),
  ];
  return entries.map(([value, label]) => (label === null ? `${value}` : `${value} (${label})`));
}

async function customerNamed(legalName: string): Promise<string> {
  const { data } = await admin.ask<{ customers: { nodes: { id: string }[] } }>(
    "query ($search: String) { customers(search: $search) { nodes { id } } }",
    { search: legalName },
  );
  const ids = data.customers.nodes.map(({ id }) => id);
  expect(ids).toHaveLength(1);
  return ids[0] ?? "";
}

interface SeenRow {
  class: string;
  changes: { field: string; old: string | null; new: string | null }[];
  issues: { code: string; message: string }[];
}

async function rowsOf(id: string): Promise<SeenRow[]> {
  const { data } = await admin.ask<{ import: { rows: { nodes: SeenRow[] } } }>(
    "query ($id: ID!) { import(id: $id) { rows { nodes { class changes { field old new } issues { code message } } } } }",
    { id },
  );
  return data.import.rows.nodes;
}

test("further values of a row are kept, and what is no value is named", async () => {
  const file = [
    "Name,City,Country,E-mail,E-mail 2,Telefone,Celular",
    'Kept One,Recife,BR,a@kept.example; b@kept.example,c@kept.example,"(81) 3333-1001 / (81) 3333-1002",(81) 99888-7766',
    "Kept Two,Recife,BR,Ana Lima <d@kept.example>,d@kept.example,,(81) 3333-1004",
  ].join("\n");
  const plan = await planned(admin, "several.csv", file);
  const [one, two] = await rowsOf(plan.id);
  expect(one).toMatchObject({ class: "NEW", issues: [] });
  expect(two?.issues).toEqual([
    { code: "value_not_kept", message: expect.stringContaining("Ana Lima") },
  ]);
  await ran(admin, plan.id);
  expect(await reachOf(await customerNamed("Kept One"))).toEqual([
    ...["a@kept.example", "b@kept.example", "c@kept.example"],
    ...["+558133331001", "+558133331002", "+5581998887766"],
  ]);
  expect(await reachOf(await customerNamed("Kept Two"))).toEqual([
    "d@kept.example",
    "+558133331004",
  ]);
});

test("a row finds its customer by any e-mail address, and takes none away", async () => {
  const a = await make("Main", {
    emails: [{ address: "a@found.example", label: "work" }, { address: "b@found.example" }],
  });
  const c = await make("Row has it", { email: "c@found.example" });
  const e = await make("Replaced", {
    emails: [{ address: "e@found.example", label: "work" }, { address: "f@found.example" }],
  });
  const g = await make("Front", {
    emails: [{ address: "g@found.example" }, { address: "h@found.example", label: "home" }],
  });
  const file = [
    "Customer number,Name,City,Country,Email,Other emails",
    ",Main,Recife,BR,B@found.example,",
    ",Row has it,Recife,BR,new@found.example,c@found.example (billing)",
    `${e.number},Replaced,Recife,BR,x@found.example,`,
    `${g.number},Front,Recife,BR,h@found.example,i@found.example`,
  ].join("\n");
  const plan = await planned(admin, "found.csv", file);
  expect(plan.counts).toMatchObject({ new: 0, unchanged: 1, update: 3 });
  const rows = await rowsOf(plan.id);
  expect(rows[3]?.changes).toEqual([
    { field: "email", old: "g@found.example", new: "h@found.example" },
    { field: "emailLabel", old: null, new: "home" },
    {
      field: "furtherEmails",
      old: "h@found.example (home)",
      new: "g@found.example, i@found.example",
    },
  ]);
  await ran(admin, plan.id);
  expect(await reachOf(a.id)).toEqual(["a@found.example (work)", "b@found.example"]);
  expect(await reachOf(c.id)).toEqual(["new@found.example", "c@found.example (billing)"]);
  expect(await reachOf(e.id)).toEqual(["x@found.example (work)", "f@found.example"]);
  expect(await reachOf(g.id)).toEqual([
    ...["h@found.example (home)", "g@found.example", "i@found.example"],
  ]);
  await admin.ask("mutation ($id: ID!) { undoImport(input: { id: $id }) { import { id } } }", {
    id: plan.id,
  });
  await importUntil(admin, plan.id, ["UNDONE"]);
  expect(await reachOf(c.id)).toEqual(["c@found.example"]);
  expect(await reachOf(e.id)).toEqual(["e@found.example (work)", "f@found.example"]);
  expect(await reachOf(g.id)).toEqual(["g@found.example", "h@found.example (home)"]);
});

test("a plan shows further values in their own column", async () => {
  const { number } = await make("Shown", { email: "a@shown.example" });
  const file = `Customer number,Name,City,Country,Email\n${number},Shown,Recife,BR,a@shown.example; b@shown.example\n`;
  const plan = await planned(admin, "shown.csv", file);
  expect((await rowsOf(plan.id))[0]?.changes).toEqual([
    { field: "email", old: null, new: "b@shown.example" },
  ]);
});

test("further ones follow the rule of the main one, and more than twenty are refused", async () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ address: `${index}@full.example` }));
  const full = await make("Full", { emails: many });
  const some = await make("Some", { email: "some@rule.example" });
  const file = [
    "Customer number,Name,City,Country,Email,Other emails",
    `${full.number},Full,Recife,BR,0@full.example,one.more@full.example`,
    `${some.number},Some,Recife,BR,other@rule.example,more@rule.example`,
  ].join("\n");
  const plan = await planned(admin, "rules.csv", file);
  const [refused] = await rowsOf(plan.id);
  expect(refused).toMatchObject({ class: "ERROR", issues: [{ code: "too_many" }] });
  await changed(admin, "updateImport", {
    id: plan.id,
    columns: plan.columns.map(({ index, field }) => ({
      index,
      field,
      ...(field === "email" && { rule: "NEVER" }),
    })),
  });
  const again = await importUntil(admin, plan.id, ["READY"]);
  expect(again.counts).toMatchObject({ update: 0 });
});

test.each(["CSV", "XLSX", "JSONL"])(
  "an export as %s says all of them, and changes nothing",
  async (format) => {
    const all = {
      emails: [
        { address: "a@trip.example", label: "Nota, fiscal; 2" },
        { address: "b@trip.example", label: '"quoted", text' },
        { address: "c@trip.example", label: "=1+1" },
        { address: "d@trip.example" },
      ],
      phones: [
        { number: "+351912345678", label: "billing" },
        { number: "4567 (ramal 3)" },
        { number: "5678, 9 / 10", label: "mobile" },
        { number: "3456 (ramal 2)" },
      ],
    };
    const customer = await make("Trip", all);
    const contact = await makeContact(admin, customer.id, { name: "Ana", ...all });
    const written = async (recordType: string, id: string) => {
      expect(await reachOf(id)).toHaveLength(8);
      const done = await exportedBy(admin, { recordType, format });
      const bytes = await exportedBytes(admin, done);
      const plan = await planned(admin, done.fileName, bytes, recordType);
      expect({ recordType, rows: await rowsOf(plan.id) }).toMatchObject({
        recordType,
        rows: [{ class: "UNCHANGED", issues: [] }],
      });
      return { name: done.fileName, bytes };
    };
    await written("CONTACT", contact.id);
    const before = await reachOf(customer.id);
    const { name, bytes } = await written("CUSTOMER", customer.id);
    // In a database without it, it is made as it was.
    await server.asOwner("TRUNCATE customers, imports, import_matches CASCADE");
    await ran(admin, (await planned(admin, name, bytes)).id);
    expect(await reachOf(await customerNamed("Trip"))).toEqual(before);
  },
);

test("people are found by any of their e-mail addresses", async () => {
  const { id: customerId, number } = await make("People", {});
  const ana = await makeContact(admin, customerId, {
    name: "Ana Souza",
    emails: [{ address: "ana@people.example" }, { address: "ana.s@people.example" }],
  });
  const file = [
    "Customer number,Contact name,Contact email,Other emails",
    `${number},Ana S.,ANA.S@people.example,ana3@people.example`,
  ].join("\n");
  const plan = await planned(admin, "people.csv", file, "CONTACT");
  expect(plan.counts).toMatchObject({ new: 0, update: 1 });
  await ran(admin, plan.id);
  expect(await reachOf(ana.id)).toEqual([
    "ana.s@people.example",
    "ana@people.example",
    "ana3@people.example",
  ]);
});
