import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import { makeContact } from "../src/features/contacts/contact.factory.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { exportedBy, exportedBytes } from "../src/features/exports/export.factory.js";
import { changed, importUntil, planned, ran } from "../src/features/imports/import.factory.js";
import { makeInvoice } from "../src/features/invoices/invoice.factory.js";
import { makeOrder } from "../src/features/orders/order.factory.js";
import { makeProject } from "../src/features/projects/project.factory.js";
import { limitedPerson } from "./recordAccess/limitedPeople.js";
import { type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
let admin: Caller;
let owner: { id: string; number: string };
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

beforeEach(async () => {
  await server.asOwner("TRUNCATE customers, external_ids, imports, import_matches CASCADE");
  owner = await makeCustomer(admin, { legalName: "Padaria", currency: "BRL" });
});

const query = async (text: string, values: unknown[] = []) =>
  (await server.app.database.pool.query(text, values)).rows;

interface Kind {
  make: (input: Record<string, unknown>) => Promise<{ id: string }>;
  header: string;
  /** The cells of a record of that name. */
  cells: (name: string) => string;
}

const related = (header: string, cells: (name: string) => string) => ({
  header: `Customer number,${header}`,
  cells: (name: string) => `${owner.number},${cells(name)}`,
});
const KINDS: Partial<Record<RecordTypeValue, Kind>> = {
  CUSTOMER: {
    make: (input) => makeCustomer(admin, input),
    header: "Legal name,E-mail",
    cells: (name) => `${name},${name}@x.example`,
  },
  CONTACT: {
    make: (input) => makeContact(admin, owner.id, input),
    ...related("Contact name,Contact email", (name) => `${name},${name}@x.example`),
  },
  PROJECT: {
    make: (input) => makeProject(admin, owner.id, input),
    ...related("Project name", (name) => name),
  },
  ORDER: {
    make: (input) => makeOrder(admin, owner.id, input),
    ...related("Order number,Order date,Total", (name) => `${name},2026-02-01,10.50`),
  },
  INVOICE: {
    make: (input) => makeInvoice(admin, owner.id, { issuedOn: "2026-03-04", ...input }),
    ...related("Invoice number,Invoice date,Total", (name) => `${name},2026-02-01,10.50`),
  },
};
const kinds = Object.entries(KINDS) as [RecordTypeValue, Kind][];

/** The ids of records in other systems, as `source:value`, by the id of the record. */
async function idsByRecord(): Promise<Map<string, string[]>> {
  const rows = await query(`
    SELECT record_id AS id, array_agg(source || ':' || value ORDER BY source, value) AS ids
    FROM external_ids WHERE live GROUP BY 1 ORDER BY 1`);
  return new Map(rows.map(({ id, ids }) => [id, ids]));
}

interface SeenRow {
  line: number;
  class: string;
  recordId: string | null;
  candidates: { recordId: string }[];
  changes: { field: string; old: string | null; new: string | null }[];
  issues: { column: number | null; code: string; message: string }[];
}

async function rowsOf(id: string): Promise<SeenRow[]> {
  await importUntil(admin, id, ["READY", "DONE"]);
  const { data, errors } = await admin.ask<{ import: { rows: { nodes: SeenRow[] } } }>(
    `query ($id: ID!) { import(id: $id) { rows { nodes { line class recordId candidates { recordId }
      changes { field old new } issues { column code message } } } } }`,
    { id },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.import.rows.nodes;
}

test.each(kinds)(
  "each %s of a file gets the ids of all its columns, is found by any of them, and keeps those of others",
  async (recordType, { header, cells }) => {
    const first = await planned(
      admin,
      "first.csv",
      `${header},External ID: billing,ID externo: support\n${cells("n1")},b1,s1\n${cells("n2")},b2,\n`,
      recordType,
      null,
    );
    expect(first.columns.slice(-2).map(({ field }) => field)).toEqual([
      "externalIds.billing",
      "externalIds.support",
    ]);
    expect((await ran(admin, first.id)).result).toMatchObject({ created: 2 });
    const [one, two] = (await rowsOf(first.id)).map(({ recordId }) => recordId ?? "");
    expect(await idsByRecord()).toEqual(
      new Map([
        [one, ["billing:b1", "support:s1"]],
        [two, ["billing:b2"]],
      ]),
    );
    const [entry] = await query("SELECT changes FROM activity WHERE record_id = $1", [one]);
    expect(entry.changes).toContainEqual({
      field: "externalIds",
      old: [],
      new: ["billing:b1", "support:s1"],
    });

    const next = await planned(
      admin,
      "next.csv",
      `${header},External ID: crm,External ID: support\n${cells("n2")},c2,s2\n${cells("n1")},c1,s1\n`,
      recordType,
      null,
    );
    expect(next.counts).toMatchObject({ update: 2, new: 0 });
    const changes = (await rowsOf(next.id)).map((row) => row.changes);
    expect(changes).toEqual([
      [
        { field: "externalIds.crm", old: null, new: "c2" },
        { field: "externalIds.support", old: null, new: "s2" },
      ],
      [{ field: "externalIds.crm", old: null, new: "c1" }],
    ]);
    await ran(admin, next.id);
    const all = new Map([
      [one, ["billing:b1", "crm:c1", "support:s1"]],
      [two, ["billing:b2", "crm:c2", "support:s2"]],
    ]);
    expect(await idsByRecord()).toEqual(all);
    const { errors } = await admin.ask(
      "mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { id } } }",
      { input: { id: next.id } },
    );
    expect(errors).toBeUndefined();
    await importUntil(admin, next.id, ["UNDONE"]);
    expect(await idsByRecord()).toEqual(
      new Map([
        [one, ["billing:b1", "support:s1"]],
        [two, ["billing:b2"]],
      ]),
    );
  },
);

test.each(kinds)(
  "a row whose ids name two %s records is undecided, and rows that share an id repeat each other",
  async (recordType, { make, header, cells }) => {
    const one = await make({ externalIds: [{ source: "billing", value: "b1" }] });
    const other = await make({ externalIds: [{ source: "support", value: "s1" }] });
    const { id, counts } = await planned(
      admin,
      "two.csv",
      [
        `${header},External ID: billing,External ID: support`,
        `${cells("n1")},b1,s1`,
        `${cells("n2")},b2,s2`,
        `${cells("n3")},,s2`,
      ].join("\n"),
      recordType,
      null,
    );
    expect(counts).toMatchObject({ undecided: 1, duplicate: 1, new: 1 });
    const [conflict, , repeat] = await rowsOf(id);
    expect(conflict?.candidates.map(({ recordId }) => recordId).sort()).toEqual(
      [one.id, other.id].sort(),
    );
    const width = header.split(",").length;
    expect(conflict?.issues.map(({ column, code }) => [column, code])).toEqual(
      expect.arrayContaining([
        [null, "keys_disagree"],
        [width, "key_in_use"],
        [width + 1, "key_in_use"],
      ]),
    );
    expect(repeat?.issues[0]).toMatchObject({
      code: "duplicate_in_file",
      message: expect.stringContaining("line 3"),
    });
  },
);

// All formats write ids in the same way whatever the kind of record.
const FORMATS: Partial<Record<RecordTypeValue, string[]>> = {
  CUSTOMER: ["XLSX", "CSV", "CSV_EXCEL_PT", "JSONL"],
  CONTACT: ["XLSX"],
  PROJECT: ["CSV"],
  ORDER: ["CSV_EXCEL_PT"],
  INVOICE: ["JSONL"],
};

test.each(kinds)(
  "an export of %s has a column for each system, and changes nothing when it comes in again",
  async (recordType, { make }) => {
    await make({
      externalIds: [
        { source: "billing", value: "00017" },
        { source: "billing", value: "=18" },
        { source: "Support; EU", value: '["7"]' },
      ],
    });
    await make({ externalIds: [{ source: "billing", value: "a;b, c" }] });
    await make({});
    const before = await idsByRecord();
    for (const format of FORMATS[recordType] ?? []) {
      const done = await exportedBy(admin, { recordType, format });
      expect(done.status).toBe("DONE");
      const plan = await planned(
        admin,
        done.fileName,
        await exportedBytes(admin, done),
        recordType,
        null,
      );
      expect([format, plan.counts]).toEqual([
        format,
        expect.objectContaining({ total: done.rows, unchanged: done.rows }),
      ]);
      const fields = plan.columns.map(({ field }) => field);
      expect(fields).toEqual(
        expect.arrayContaining(["externalIds.Support; EU", "externalIds.billing"]),
      );
    }
    expect(await idsByRecord()).toEqual(before);
  },
);

test("an export has columns for the requested systems", async () => {
  await makeCustomer(admin, {
    legalName: "Alfa",
    externalIds: [
      { source: "billing", value: "1" },
      { source: "support", value: "2" },
    ],
  });
  const exported = async (columns: string[]) => {
    const input = { recordType: "CUSTOMER", format: "JSONL", search: "Alfa", columns };
    return JSON.parse(
      (await exportedBytes(admin, await exportedBy(admin, input))).toString(),
    ) as object;
  };
  expect(await exported(["externalIds.support", "legalName"])).toEqual({
    "externalIds.support": "2",
    legalName: "Alfa",
  });
  expect(await exported(["externalIds"])).toEqual({
    "externalIds.billing": "1",
    "externalIds.support": "2",
  });
  await expect(exported(["externalIds. x"])).rejects.toThrow("not_in_list");
});

test("beyond 50 systems the ids of the least used ones share a column", async () => {
  const ids = (sources: readonly number[]) =>
    sources.map((n) => ({ source: `system ${String(n).padStart(2, "0")}`, value: `v${n}` }));
  const used = Array.from({ length: 50 }, (_, n) => n + 3);
  for (const sources of [used, used.slice(0, 30), [...used.slice(30), 1], [2]]) {
    for (let at = 0; at < sources.length; at += 50) {
      await makeCustomer(admin, {
        legalName: `With ${sources.length}`,
        externalIds: ids(sources.slice(at, at + 50)).map(({ source, value }) => ({
          source,
          value: `${value} of ${sources.length}`,
        })),
      });
    }
  }
  const done = await exportedBy(admin, { recordType: "CUSTOMER", format: "CSV" });
  const bytes = await exportedBytes(admin, done);
  const [header = ""] = bytes.toString().split("\r\n");
  expect(header.match(/External ID: /g)).toHaveLength(50);
  expect(header).toContain(",External IDs,");
  expect(header).not.toContain("system 01");
  expect(bytes.toString()).toContain('""source"":""system 01""');
  const plan = await planned(admin, done.fileName, bytes, "CUSTOMER", null);
  expect(plan.counts).toMatchObject({ total: done.rows, unchanged: done.rows });
});

test("who sees some customers exports no id of others, nor a column for their systems", async () => {
  const person = await limitedPerson(server, "OWN");
  await makeCustomer(admin, {
    legalName: "Mine",
    ownerId: person.userId,
    externalIds: [{ source: "billing", value: "1" }],
  });
  await makeCustomer(admin, {
    legalName: "Hidden",
    externalIds: [{ source: "secret", value: "2" }],
  });
  const done = await exportedBy(person, { recordType: "CUSTOMER", format: "JSONL" });
  const text = (await exportedBytes(person, done)).toString();
  expect(JSON.parse(text)).toMatchObject({ legalName: "Mine", "externalIds.billing": "1" });
  expect(text).not.toMatch(/secret|Hidden/);
});

test("what a column may do to ids follows its rule, each system by its own", async () => {
  const { id } = await makeCustomer(admin, {
    legalName: "Alfa",
    taxId: { country: "BR", value: "11.222.333/0001-81" },
    externalIds: [
      { source: "billing", value: "b1" },
      { source: "support", value: "s1" },
    ],
  });
  const plan = await planned(
    admin,
    "rules.csv",
    "Name,CNPJ,External ID: billing,External ID: crm,External ID: support\nAlfa,11.222.333/0001-81,b2,c1,s2\n",
    "CUSTOMER",
    null,
  );
  const ruled = (rules: object[]) =>
    changed(admin, "updateImport", { id: plan.id, columns: rules });
  await ruled([
    { index: 2, rule: "FILL_BLANKS" },
    { index: 3, rule: "FILL_BLANKS" },
    { index: 4, rule: "NEVER" },
  ]);
  expect((await rowsOf(plan.id))[0]?.changes).toEqual([
    { field: "externalIds.crm", old: null, new: "c1" },
  ]);
  await ruled([{ index: 2, rule: "OVERWRITE" }]);
  expect((await rowsOf(plan.id))[0]?.changes).toEqual([
    { field: "externalIds.billing", old: "b1", new: "b1, b2" },
    { field: "externalIds.crm", old: null, new: "c1" },
  ]);
  await ran(admin, plan.id);
  expect(await idsByRecord()).toEqual(
    new Map([[id, ["billing:b1", "billing:b2", "crm:c1", "support:s1"]]]),
  );
});

test("a record is not made again where another program gave its id to one since the plan", async () => {
  const plan = await planned(
    admin,
    "late.csv",
    "Name,City,External ID: billing\nAlfa,Porto,b1\nBeta,Faro,b2\nGama,Beja,b3\n",
    "CUSTOMER",
    null,
  );
  const taken = await makeCustomer(admin, {
    legalName: "Beta",
    externalIds: [{ source: "billing", value: "b2" }],
  });
  expect((await ran(admin, plan.id)).result).toMatchObject({ created: 2, skipped: 1 });
  const rows = await rowsOf(plan.id);
  expect(rows[1]?.issues.map(({ code }) => code)).toContain("taken_since_plan");
  expect((await idsByRecord()).get(taken.id)).toEqual(["billing:b2"]);
  const [{ count }] = await query(
    "SELECT count(*)::int AS count FROM customers WHERE legal_name = 'Beta'",
  );
  expect(count).toBe(1);
});

test("headers that name systems are distinguished, and any column can be mapped to the ids of one", async () => {
  await makeCustomer(admin, {
    externalIds: [
      { source: "billing", value: "x" },
      { source: "support", value: "y" },
    ],
  });
  const plan = await planned(
    admin,
    "several.csv",
    "Name,City,ID billing,ID support,Ref2\nAlfa,Porto,b1,s1,r1\nBeta,Faro,b2,s2,r2\n",
    "CUSTOMER",
    null,
  );
  expect(plan).toMatchObject({ status: "READY", idSource: "billing" });
  expect(plan.columns.map(({ field }) => field)).toEqual([
    "legalName",
    "city",
    "externalId",
    "externalIds.support",
    null,
  ]);
  // A system is written as it is known already.
  await changed(admin, "updateImport", {
    id: plan.id,
    columns: [
      { index: 2, field: "externalIds.Billing" },
      { index: 4, field: "externalIds.ref" },
    ],
  });
  await importUntil(admin, plan.id, ["READY"]);
  await ran(admin, plan.id);
  const ids = [...(await idsByRecord()).values()];
  expect(ids).toContainEqual(["billing:b1", "ref:r1", "support:s1"]);
  const again = await planned(
    admin,
    "again.csv",
    "Name,City,ID billing,ID support,Ref2\nAlfa,Porto,b1,s1,r1\n",
    "CUSTOMER",
    null,
  );
  expect(again.columns.map(({ field }) => field).slice(2)).toEqual([
    "externalIds.billing",
    "externalIds.support",
    "externalIds.ref",
  ]);
  expect(again.counts).toMatchObject({ unchanged: 1 });
  const twice = changed(admin, "updateImport", {
    id: again.id,
    columns: [
      { index: 4, field: "externalIds.billing" },
      { index: 3, field: "externalIds." },
    ],
  });
  await expect(twice).rejects.toThrow("not_in_list");
});

test("a cell of ids of several systems that is no list says how to write it", async () => {
  const plan = await planned(
    admin,
    "list.csv",
    'Name,City,External IDs\nAlfa,Porto,erp: 1\nBeta,Faro,"[{""source"":""erp"",""value"":""1""}]"\n',
    "CUSTOMER",
    null,
  );
  expect(plan.counts).toMatchObject({ error: 1, new: 1 });
  expect((await rowsOf(plan.id))[0]?.issues[0]).toMatchObject({
    column: 2,
    code: "invalid",
    message: expect.stringContaining('[{"source":"erp","value":"A-1017"}]'),
  });
});

test("further lines of a document tell what ids they say besides its own", async () => {
  const plan = await planned(
    admin,
    "lines.csv",
    [
      "Customer number,Order number,Order date,Line description,Quantity,Unit price,External ID: shop",
      `${owner.number},P-1,2026-02-01,Pão,1,10,o1`,
      `${owner.number},P-1,2026-02-01,Bolo,1,5,o1`,
      `${owner.number},P-1,2026-02-01,Café,1,5,o2`,
    ].join("\n"),
    "ORDER",
    null,
  );
  expect(plan.counts).toMatchObject({ new: 1, lines: 2 });
  const rows = await rowsOf(plan.id);
  expect(rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
    [],
    [],
    ["value_not_kept"],
  ]);
  expect(rows[2]?.issues[0]?.message).toContain("shop: o2");
  await ran(admin, plan.id);
  expect([...(await idsByRecord()).values()]).toEqual([["shop:o1"]]);
});

test("sheets know a system in whatever case its name is written", async () => {
  const { id } = await makeCustomer(admin, {
    legalName: "Alfa",
    externalIds: [{ source: "Billing", value: "1" }],
  });
  await makeCustomer(admin, {
    legalName: "Beta",
    externalIds: [
      { source: "billing", value: "2" },
      { source: "billing", value: "3" },
    ],
  });
  const done = await exportedBy(admin, { recordType: "CUSTOMER", format: "CSV" });
  const bytes = await exportedBytes(admin, done);
  expect(bytes.toString().match(/External ID: billing/gi)).toHaveLength(1);
  const again = await planned(admin, done.fileName, bytes, "CUSTOMER", null);
  expect(again.counts).toMatchObject({ total: done.rows, unchanged: done.rows });

  const file =
    "Name,External ID,External source\nAlfa,1,BILLING\nGama,9,Shop\nGama again,9,SHOP\nDelta,8,shop\n";
  const plan = await planned(admin, "systems.csv", file, "CUSTOMER", null);
  const rows = await rowsOf(plan.id);
  expect(rows.map((row) => row.class)).toEqual(["UNCHANGED", "NEW", "DUPLICATE", "NEW"]);
  expect(rows[0]?.recordId).toBe(id);
  await ran(admin, plan.id);

  const contacts =
    "Customer external ID,Customer external source,Contact name\n1,billing,Ana\n9,SHOP,Bia\n";
  const people = await planned(admin, "people.csv", contacts, "CONTACT", null);
  expect(people.counts).toMatchObject({ total: 2, new: 2 });
});
