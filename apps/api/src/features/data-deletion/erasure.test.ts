import pg from "pg";
import sql from "sql-template-tag";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { records } from "../../../test/support/records.js";
import { codeOf, NO_ID } from "../../../test/support/refusals.js";
import { columnsOf } from "../../platform/database/columns.js";
import { makeContact } from "../contacts/contact.factory.js";
import { makeConversation } from "../conversations/conversation.factory.js";
import { Customer } from "../customers/customer.entity.js";
import { type MadeCustomer, makeCustomer } from "../customers/customer.factory.js";
import { PERSONAL_FIELDS } from "../customers/data-deletion/customer.eraser.js";
import { makeDeal } from "../deals/deal.factory.js";
import { makeFile } from "../files/file.factory.js";
import { FILES_FOLDER } from "../files/fileBytes.js";
import { sweepFiles } from "../files/sweepFiles.js";
import { planned, ran } from "../imports/import.factory.js";
import { merge } from "../merges/merge.factory.js";
import { makePromise } from "../promises/promise.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

// Words that occur in the person's data only.
const PERSON = {
  legalName: "Zulmira Xavantes",
  tradeName: "Zulmira Doces",
  emails: [
    { address: "zulmira@xavantes.example", label: "Zulmira's own" },
    { address: "doces@xavantes.example", label: "Zulmira's shop" },
  ],
  phones: [{ number: "(11) 98765-4321" }, { number: "(11) 98765-4322", label: "zulmira" }],
  website: "https://zulmira.example/",
  notes: "Zulmira prefers mornings",
  tags: ["zulmira-vip"],
  taxId: { country: "BR", value: "529.982.247-25" },
  secondTaxId: { country: "BR", value: "11.222.333/0001-81" },
  externalIds: [{ source: "erp", value: "zulmira-7" }],
  address: {
    street: "Rua Zulmira",
    number: "7",
    city: "Xavantina",
    postalCode: "89780-000",
    country: "BR",
  },
};
const TRACES = ["zulmira", "xavant", "52998224725", "11222333000181", "98765", "89780"];

const ERASE = `mutation ($input: EraseCustomerPersonalDataInput!) {
  eraseCustomerPersonalData(input: $input) { customer { id version legalName email taxId { value } address { street country } } }
}`;

const erase = (customer: { id: string; version: number }, more: object = {}, caller = admin) =>
  caller.ask<{ eraseCustomerPersonalData: { customer: MadeCustomer } }>(ERASE, {
    input: { id: customer.id, version: customer.version, ...more },
  });

async function versionOf(id: string): Promise<number> {
  const row = await server.db.row<{ version: number }>(
    sql`SELECT version FROM customers WHERE id = ${id}::uuid`,
  );
  return row?.version ?? 0;
}

/** The tables in which a word occurs anywhere, read as their owner, who sees all rows. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const owner = new pg.Pool({ connectionString: server.databaseUrl });
  try {
    const { rows } = await owner.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const { rowCount } = await owner.query(
        `SELECT 1 FROM ${name} t WHERE lower(t::text) ~ $1 LIMIT 1`,
        [words.join("|")],
      );
      if (rowCount) found.push(name.replace("public.", ""));
    }
    return found;
  } finally {
    await owner.end();
  }
}

const update = (input: object) =>
  admin.ask(
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id legalName email } } }",
    { input },
    { "idempotency-key": crypto.randomUUID() },
  );

test("no table holds the personal data any more, wherever it went", async () => {
  const person = await makeCustomer(admin, PERSON);
  const other = await makeCustomer(admin, { legalName: "Mercado Azul" });
  const third = await makeCustomer(admin, { legalName: "Zulmira Xavantes ME" });
  await makeContact(admin, person.id, {
    name: "Zulmira Filha",
    email: "filha@xavantes.example",
    externalIds: [{ source: "crm", value: "zulmira-filha" }],
  });
  await makeDeal(admin, person.id, { ownerId: admin.userId, notes: "Zulmira called" });
  await makeConversation(admin, person.id, {
    subject: "Zulmira",
    text: "Zulmira called",
    outcome: "Zulmira pays",
  });
  await makePromise(admin, person.id, { note: "Zulmira pays" });
  const file = await makeFile(admin, "bytes", "zulmira.txt", person.id);
  const identified = await admin.ask(
    "mutation ($input: ExternalIdsInput!) { addExternalIds(input: $input) { record { id } } }",
    { input: { id: file.id, externalIds: [{ source: "drive", value: "zulmira.txt" }] } },
  );
  expect(identified.errors).toBeUndefined();
  const address = await admin.ask(
    "mutation ($input: CreateAddressInput!) { createAddress(input: $input) { address { id } } }",
    { input: { customerId: person.id, kind: "BILLING", street: "Rua Zulmira", country: "BR" } },
  );
  expect(address.errors).toBeUndefined();
  await admin.ask(
    "mutation ($input: AddNoteInput!) { addNote(input: $input) { activity { id } } }",
    { input: { customerId: person.id, text: "Zulmira called again" } },
  );
  await update({ id: person.id, version: 1, email: "nova@xavantes.example" });
  const judge = (name: string) =>
    admin.ask(`mutation ($ids: [ID!]!) { ${name}(input: { ids: $ids }) { customers { id } } }`, {
      ids: [person.id, other.id],
    });
  await judge("dismissDuplicate");
  await judge("proposeDuplicate");
  await admin.ask("{ duplicateCandidates { totalCount } }");
  await planned(
    admin,
    "people.csv",
    `Razão social;CPF;E-mail;País\nZulmira Xavantes;529.982.247-25;a@b.example;BR\nMercado Verde;;Zulmira@xavantes.example;BR\nLoja Azul;;Doces@xavantes.example;BR\n`,
  );
  const ended = await planned(
    admin,
    "left-out.csv",
    "Razão social;E-mail;Telefone;País\nMercado Roxo;roxo at mercado;(11) 98765-4322;BR\nMercado Lilás;lilas@mercado.example;;BR\n",
  );
  await ran(admin, ended.id);
  const savedViews = [
    { name: "Doces", query: "q=zulmira+doces&sort=-created" },
    { name: "Zulmira Xavantes", query: "status=LEAD" },
    { name: "Phone", query: "q=%2811%29+98765-4321" },
    { name: "Shared words", query: "q=mercado&status=LEAD", shared: true },
    { name: "Of 4321 in all", query: "status=LEAD" },
    { name: "Chosen", query: "tag=zulmira-vip" },
    { name: "Shop", query: "q=doces%40xavantes.example" },
    { name: "Of a program", query: "search=doces%40xavantes.example" },
    { name: "With more", query: "q=zulmira+overdue" },
    { name: "To call: Xavantes", query: "status=LEAD" },
    { name: "Within JSON", query: 'filter={"search":"zulmira"}' },
    { name: "Before the sign", query: "zulmira=1" },
  ];
  for (const input of savedViews) {
    const saved = await admin.ask(
      "mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { view { id } } }",
      { input },
    );
    expect(saved.errors).toBeUndefined();
  }
  await server.db.execute(sql`
    UPDATE jobs.job SET output = '{"detail": "Key (email)=(zulmira@xavantes.example) already exists."}'
    WHERE id = (SELECT id FROM jobs.job LIMIT 1)`);
  await server.db.execute(sql`
    INSERT INTO exports (id, user_id, record_type, format, status, question, columns, needs)
    VALUES (gen_random_uuid(), ${admin.userId}, 'CUSTOMER', 'CSV', 'RUNNING', '{"search": "zulmira", "language": "pt-BR"}', '{name}', '{}')`);
  for (const selection of [
    { search: "zulmira doces" },
    { search: "mercado" },
    { filter: { tags: ["zulmira-vip"] } },
  ]) {
    const exported = await admin.ask(
      "mutation ($input: CreateExportInput!) { createExport(input: $input) { export { id } } }",
      { input: { recordType: "CUSTOMER", format: "CSV", ...selection } },
    );
    expect(exported.errors).toBeUndefined();
  }
  const merged = await merge(admin, { id: person.id, version: await versionOf(person.id) }, [
    third.id,
  ]);
  expect(merged.errors).toBeUndefined();
  expect(await tablesWith(TRACES)).toEqual(
    expect.arrayContaining([
      ...["activity", "customers", "contacts", "import_rows"],
      ...["saved_views", "exports", "jobs.job_common"],
    ]),
  );

  const { data, errors } = await erase({ id: person.id, version: await versionOf(person.id) });
  expect(errors).toBeUndefined();
  expect(data.eraseCustomerPersonalData.customer).toMatchObject({
    legalName: person.number,
    email: null,
    taxId: null,
    address: { street: null, country: "BR" },
  });
  expect(await tablesWith(TRACES)).toEqual([]);
  const left = await server.db.rows<{ name: string }>(
    sql`SELECT name FROM saved_views ORDER BY name`,
  );
  // Values that find other customers too are kept, and short numbers among other words.
  expect(left).toEqual([{ name: "Of 4321 in all" }, { name: "Shared words" }]);
  const searched = await server.db.rows<{ search: string }>(sql`
    SELECT c.change->'new'->>'search' AS search FROM activity r, jsonb_array_elements(r.changes) c (change)
    WHERE r.record_type = 'Export' AND c.change->'new' ? 'search'`);
  expect(searched).toEqual([{ search: "mercado" }]);
});

interface Told {
  customer: {
    activity: {
      nodes: {
        action: string;
        note: string | null;
        actor: { name: string };
        changes: { field: string; old: string | null; new: string | null; erased: boolean }[];
      }[];
    };
  };
}

async function historyOf(id: string): Promise<Told["customer"]["activity"]["nodes"]> {
  const { data, errors } = await admin.ask<Told>(
    "query ($id: ID!) { customer(id: $id) { activity(first: 100) { nodes { action note actor { name } changes { field old new erased } } } } }",
    { id },
  );
  expect(errors).toBeUndefined();
  return data.customer.activity.nodes;
}

test("the history still records who did what and when, without the values", async () => {
  const { id, version } = await makeCustomer(admin, { legalName: "Ana", status: "LEAD" });
  await update({ id, version, email: "ana@example.com", status: "ACTIVE" });
  await erase({ id, version: version + 1 });
  const [erased, updated] = await historyOf(id);
  expect(erased).toMatchObject({ action: "erased", actor: { name: "admin 1" } });
  expect(updated).toMatchObject({ action: "updated", actor: { name: "admin 1" } });
  expect(updated?.changes).toEqual([
    { field: "status", old: "LEAD", new: "ACTIVE", erased: false },
    { field: "email", old: null, new: null, erased: true },
  ]);
});

test("documents and work records stay, and files are deleted on request", async () => {
  const { id } = await makeCustomer(admin);
  for (const make of records) await make(admin, id);
  const kept = `{ customer(id: "${id}") {
    projects { nodes { name tasks { nodes { title } } } } deals { nodes { title value { amount } } }
    quotes { nodes { number total { amount } lines(first: 20) { description } } } orders { nodes { number total { amount } lines(first: 20) { description } } }
    invoices { nodes { number total { amount } lines(first: 20) { description } } } files { nodes { name sha256 } }
    summary { projects { totalMinutes } } contacts { id }
  } }`;
  const before = await admin.ask<{ customer: object }>(kept);
  expect(before.errors).toBeUndefined();
  expect(codeOf(await erase({ id, version: await versionOf(id) }, { includeFiles: false }))).toBe(
    "OK",
  );
  const after = await admin.ask<{ customer: object }>(kept);
  expect(after.data.customer).toEqual({ ...before.data.customer, contacts: [] });

  const stored = async () => {
    const keys: string[] = [];
    for await (const { key } of server.app.storage.list(FILES_FOLDER)) keys.push(key);
    return keys.length;
  };
  expect(await stored()).toBe(1);
  expect(codeOf(await erase({ id, version: await versionOf(id) }))).toBe("OK");
  server.setNow(new Date(Date.now() + 60 * 60_000));
  await sweepFiles(server.app);
  expect(await stored()).toBe(0);
});

test("only an admin may delete, only an existing customer's data, at its current version", async () => {
  const customer = await makeCustomer(admin);
  for (const role of ["sales", "finance", "projects", "viewer"] as const) {
    expect(codeOf(await erase(customer, {}, await server.signIn(role)))).toBe("FORBIDDEN");
  }
  expect(codeOf(await erase({ id: NO_ID, version: 1 }))).toBe("NOT_FOUND");
  expect(codeOf(await erase({ ...customer, version: 7 }))).toBe("CONFLICT");
});

test("every column of a customer is either erased or listed as holding no personal data", () => {
  const kept = [
    "number",
    "status",
    "statusBeforeArchive",
    "country",
    "ownerId",
    "parentId",
    "currency",
    "paymentTermDays",
    "creditLimit",
  ];
  const ofRecords = ["id", "createdAt", "updatedAt", "version", "deletedAt"];
  const columns = columnsOf(Customer).map(({ property }) => property);
  expect([...columns].sort()).toEqual([...ofRecords, ...kept, ...PERSONAL_FIELDS].sort());
});

describe("the database allows the history to be blanked by a data deletion only", () => {
  const BLANK =
    "UPDATE activity SET changes = (SELECT jsonb_agg(jsonb_build_object('field', c->'field', 'old', null, 'new', null, 'erased', true)) FROM jsonb_array_elements(changes) c)";
  const begin = (customerId: string) => `
    INSERT INTO activity (customer_id, record_type, record_id, action, actor_kind, actor_name)
    VALUES ('${customerId}', 'Customer', '${customerId}', 'erased', 'SYSTEM', 'x') RETURNING set_config('clientela.erasure', id::text, true)`;

  test.each<[string, (mine: string, other: string) => string[]]>([
    ["without an erasure", (mine) => [`${BLANK} WHERE customer_id = '${mine}'`]],
    [
      "by an erasure of another customer",
      (mine, other) => [begin(other), `${BLANK} WHERE customer_id = '${mine}'`],
    ],
    [
      "by an erasure of an earlier transaction",
      (mine) => [
        begin(mine),
        "COMMIT",
        "BEGIN",
        `SELECT set_config('clientela.erasure', (SELECT max(id::text) FROM activity WHERE action = 'erased'), true)`,
        `${BLANK} WHERE customer_id = '${mine}'`,
      ],
    ],
    [
      "to other values",
      (mine) => [
        begin(mine),
        `UPDATE activity SET changes = jsonb_set(changes, '{0,new}', '"x"') WHERE customer_id = '${mine}' AND action = 'created'`,
      ],
    ],
    [
      "with fewer changes",
      (mine) => [
        begin(mine),
        `UPDATE activity SET changes = changes - 0 WHERE customer_id = '${mine}' AND action = 'created'`,
      ],
    ],
    [
      "to another actor",
      (mine) => [
        begin(mine),
        `UPDATE activity SET actor_name = 'x' WHERE customer_id = '${mine}' AND action = 'created'`,
      ],
    ],
    [
      "to another note",
      (mine) => [
        begin(mine),
        `UPDATE activity SET note = 'x' WHERE customer_id = '${mine}' AND action = 'created'`,
      ],
    ],
    [
      "by deleting",
      (mine) => [
        begin(mine),
        `DELETE FROM activity WHERE customer_id = '${mine}' AND action = 'created'`,
      ],
    ],
  ])("not %s", async (_, statements) => {
    const [mine, other] = [await makeCustomer(admin), await makeCustomer(admin)];
    // The owner of the tables, who has every privilege.
    const client = new pg.Client(server.databaseUrl);
    await client.connect();
    try {
      await client.query("BEGIN");
      const all = statements(mine.id, other.id);
      for (const statement of all.slice(0, -1)) await client.query(statement);
      await expect(client.query(all.at(-1) ?? "")).rejects.toThrow("are never changed");
      await client.query("ROLLBACK");
      await client.query("BEGIN");
      await client.query(begin(mine.id));
      await client.query(`${BLANK} WHERE customer_id = '${mine.id}' AND action = 'created'`);
      await client.query("ROLLBACK");
    } finally {
      await client.end();
    }
  });
});
