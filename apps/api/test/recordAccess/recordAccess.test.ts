import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createClient } from "graphql-ws";
import sql from "sql-template-tag";
import WebSocket from "ws";
import { type MadeCustomer, makeCustomer } from "../../src/features/customers/customer.factory.js";
import { exportedBy, exportedBytes } from "../../src/features/exports/export.factory.js";
import { planned } from "../../src/features/imports/import.factory.js";
import { makeProject } from "../../src/features/projects/project.factory.js";
import { makeTask } from "../../src/features/tasks/task.factory.js";
import { registry } from "../../src/features.js";
import { type Caller, startServer, type TestServer } from "../server.js";
import { keyWith } from "../support/keyWith.js";
import { codeOf, issuesOf } from "../support/refusals.js";
import { limitedPerson } from "./limitedPeople.js";

/** Tables without customers' data, or that are reached through one that is limited. */
const OPEN_TABLES = [
  "access_roles",
  "account_links",
  "api_keys",
  "attempt_counts",
  "attempts",
  "backup_codes",
  "backup_runs",
  "comparison_progress",
  "credentials",
  "demo_records",
  "document_counters",
  "feed_commits",
  "feed_state",
  "first_admin_links",
  "idempotency_keys",
  "import_matches",
  "import_plan",
  "import_rows",
  "installation",
  "installation_secrets",
  "invitations",
  "job_holders",
  "known_devices",
  "metrics_day",
  "migrations",
  "organisation_settings",
  "saved_views",
  "server_processes",
  "sessions",
  "sign_in_steps",
  "storage_generations",
  "stored_removals",
  "team_members",
  "teams",
  "two_factors",
  "uploads",
  "users",
  "verifications",
  "webhooks",
];

let server: TestServer;
let admin: Caller;
let person: Caller;
let mine: MadeCustomer;
let hidden: MadeCustomer;
const TAX_ID = { country: "BR", value: "11.222.333/0001-81" };
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  person = await limitedPerson(server, "OWN");
  mine = await makeCustomer(admin, { legalName: "Minha", ownerId: person.userId });
  hidden = await makeCustomer(admin, {
    legalName: "Oculta",
    taxId: TAX_ID,
    externalIds: [{ source: "billing", value: "7" }],
  });
});
afterAll(() => server.close());

test("every table is limited for people who see some customers, or has no customers' data", async () => {
  const { rows } = await server.app.database.pool.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  );
  const limited = Object.keys(registry.visibleRows);
  expect(rows.map(({ name }) => name).filter((name) => !limited.includes(name))).toEqual(
    OPEN_TABLES,
  );
});

// Each of them works for everybody alike, or takes care that nothing of what it reads is told.
const UNLIMITED = {
  "app.database.db(": [
    "features/accounts/account.routes.ts",
    "features/accounts/knownDevices.ts",
    "features/accounts/people/join.ts",
    "features/accounts/sessions/auth.ts",
    "features/accounts/sessions/authenticate.ts",
    "features/accounts/sessions/openSession.ts",
    "features/accounts/sessions/signIn.ts",
    "features/accounts/single-sign-on/oidc.routes.ts",
    "features/duplicates/compare.ts",
    "features/exports/runExport.ts",
    "features/files/holdUpload.ts",
    "features/files/quota/arriving.ts",
    "features/files/sweepFiles.ts",
    "features/imports/check/checkImport.ts",
    "features/imports/check/importCheck.ts",
    "features/imports/check/readIntoStaging.ts",
    "features/imports/check/readStaged.ts",
    "features/imports/importMetrics.ts",
    "features/imports/run/runImport.ts",
    "features/imports/run/runUndo.ts",
    "features/keys/authenticateKey.ts",
    "features/operations/operationsMetrics.ts",
    "features/webhooks/deliveries/deliver.ts",
    "features/webhooks/deliveries/sendDelivery.ts",
    "features/webhooks/deliveries/takenDeliveries.ts",
    "features/webhooks/watchWebhooks.ts",
    "features/webhooks/webhook.service.ts",
    "features/webhooks/webhookMetrics.ts",
  ],
  ".within(null)": [
    "features/duplicates/duplicate.service.ts",
    "features/files/quota/sheetQuota.ts",
    "features/imports/engine/keyHolders.ts",
  ],
  "public.": [
    "features/activity/feature.ts",
    "features/customers/customer.loaders.ts",
    "features/customers/groups/groupTree.ts",
    "features/customers/identity/customerByKey.ts",
    "features/customers/upsert/upsert.service.ts",
    "features/documents/documentUpserts.ts",
    "features/imports/engine/apply.ts",
    "features/invoices/upsertInvoices.ts",
    "features/merges/merge.loaders.ts",
    "features/merges/mergedGroups.ts",
    "features/search/searchRecords.ts",
    "features/upserts/archiveMissing.ts",
    "features/upserts/claimIds.ts",
  ],
};

test.each(Object.entries(UNLIMITED))(
  "whoever reads without a limit by %s says so here",
  async (way, known) => {
    const src = path.resolve(import.meta.dirname, "../../src");
    const files = (await readdir(src, { recursive: true })).filter(
      (file) =>
        file.startsWith("features/") && /\.ts$/.test(file) && !/\.(test|factory)\.ts$/.test(file),
    );
    const found: string[] = [];
    for (const file of files) {
      if ((await readFile(path.join(src, file), "utf8")).includes(way)) found.push(file);
    }
    expect(found.sort()).toEqual(known);
  },
);

test("a hidden customer is treated as one that does not exist, and cannot be written", async () => {
  const ask = (query: string) => person.ask<Record<string, unknown>>(query);
  const { data } = await ask(`{
    node(id: "${hidden.id}") { id } customer(id: "${hidden.id}") { id }
    byNumber: customerBy(key: { number: "${hidden.number}" }) { id }
    byTaxId: customerBy(key: { taxId: { country: "BR", value: "${TAX_ID.value}" } }) { id }
    byExternalId: customerBy(key: { externalId: { source: "billing", value: "7" } }) { id }
    customers { totalCount nodes { id } }
  }`);
  expect(data).toEqual({
    node: null,
    customer: null,
    byNumber: null,
    byTaxId: null,
    byExternalId: null,
    customers: { totalCount: 1, nodes: [{ id: mine.id }] },
  });
  const writes = [
    `updateCustomer(input: { id: "${hidden.id}", version: 1, notes: "x" }) { customer { id } }`,
    `deleteCustomers(input: { ids: ["${hidden.id}"] }) { customers { id } }`,
    `archiveCustomers(input: { ids: ["${hidden.id}"] }) { customers { id } }`,
    `createTask(input: { customerId: "${hidden.id}", title: "x" }) { task { id } }`,
    `createContact(input: { customerId: "${hidden.id}", name: "x" }) { contact { id } }`,
    `addNote(input: { customerId: "${hidden.id}", text: "x" }) { activity { id } }`,
    `mergeCustomers(input: { survivorId: "${mine.id}", version: 1, mergedIds: ["${hidden.id}"] }) { customer { id } }`,
    `bulkUpdateCustomers(input: { ids: ["${hidden.id}"], set: { status: INACTIVE } }) { editId }`,
  ];
  const refusals = await Promise.all(writes.map((write) => ask(`mutation { ${write} }`)));
  expect(refusals.map((answer) => [codeOf(answer), issuesOf(answer)])).toEqual(
    writes.map(() => ["NOT_FOUND", expect.anything()]),
  );
});

test("a tax ID of a hidden customer is refused without naming the customer", async () => {
  const address = { country: "BR", city: "Natal" };
  const created = await person.ask(
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
    { input: { legalName: "Outra", taxId: TAX_ID, address } },
  );
  expect(created.errors?.[0]?.extensions).toMatchObject({ code: "DUPLICATE" });
  expect(JSON.stringify(created)).not.toMatch(new RegExp(`Oculta|${hidden.id}|${hidden.number}`));
  const upserted = await person.ask<{ upsertCustomers: { results: object[] } }>(
    `mutation ($input: UpsertCustomersInput!) { upsertCustomers(input: $input) {
      results { status existing { id } issues { path code } } } }`,
    {
      input: {
        items: [
          { externalId: { source: "billing", value: "7" }, legalName: "Outra" },
          { externalId: { source: "crm", value: "1" }, legalName: "Outra", taxId: TAX_ID },
          { externalId: { source: "crm", value: "2" }, legalName: "Nova" },
        ],
      },
    },
  );
  expect(upserted.errors).toBeUndefined();
  expect(upserted.data.upsertCustomers.results).toEqual([
    { status: "FAILED", existing: null, issues: [{ path: "externalId", code: "taken" }] },
    { status: "FAILED", existing: null, issues: [{ path: "taxId", code: "taken" }] },
    { status: "CREATED", existing: null, issues: [] },
  ]);
});

test("an import treats a hidden customer's tax ID as taken, and gives new customers to the importer", async () => {
  const { id } = await planned(
    person,
    "own.csv",
    `Razão social;CNPJ;País\nOculta;${TAX_ID.value};BR\nDo arquivo;;BR\n`,
  );
  const rows = await person.ask<{
    import: { rows: { nodes: { class: string; issues: { code: string }[] }[] } };
  }>(`{ import(id: "${id}") { rows { nodes { class issues { code message } } } } }`);
  expect(rows.data.import.rows.nodes.map((row) => row.class)).toEqual(["ERROR", "NEW"]);
  expect(JSON.stringify(rows.data)).not.toContain(hidden.number);
});

test("a task assigned to somebody shows its hidden customer's name, and can be completed", async () => {
  const project = await makeProject(admin, hidden.id);
  const task = await makeTask(admin, hidden.id, {
    title: "Ligar",
    assigneeId: person.userId,
    projectId: project.id,
  });
  const query =
    "{ tasks { nodes { id customerName customerId customer { id } projectId project { id } } } }";
  const { data, errors } = await person.ask<{ tasks: { nodes: object[] } }>(query);
  expect(errors).toBeUndefined();
  const nothing = { customerId: null, customer: null, projectId: null, project: null };
  expect(data.tasks.nodes).toEqual([{ id: task.id, customerName: "Oculta", ...nothing }]);
  const all = await admin.ask<{ tasks: { nodes: object[] } }>(query);
  expect(all.data.tasks.nodes).toEqual([
    expect.objectContaining({ customerId: hidden.id, projectId: project.id }),
  ]);
  const done = await person.ask(
    `mutation { updateTask(input: { id: "${task.id}", version: 1, status: DONE }) { task { status } } }`,
  );
  expect(done.data).toEqual({ updateTask: { task: { status: "DONE" } } });
});

test("a key sees what its creator sees", async () => {
  const headers = await keyWith(person, ["customers:read"]);
  const { data } = await server.stranger.ask<{ customer: object | null }>(
    `{ customer(id: "${hidden.id}") { id } }`,
    {},
    headers,
  );
  expect(data.customer).toBeNull();
});

test("no events of hidden customers are delivered", async () => {
  const client = createClient({
    url: `${server.url.replace("http", "ws")}/graphql`,
    retryAttempts: 0,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { cookie: person.cookie } });
      }
    },
  });
  const changes = client.iterate<{ customersChanged: { recordId: string } }>({
    query: "subscription { customersChanged { event recordId } }",
  });
  await changes.next();
  const set = (id: string, version: number) =>
    admin.ask(
      `mutation { updateCustomer(input: { id: "${id}", version: ${version}, notes: "n" }) { customer { id } } }`,
    );
  expect(codeOf(await set(hidden.id, 1))).toBe("OK");
  expect(codeOf(await set(mine.id, 1))).toBe("OK");
  expect((await changes.next()).value.data?.customersChanged.recordId).toBe(mine.id);
  await client.dispose();
});

test("a key's export contains what its creator sees, and exports of others are hidden", async () => {
  const headers = await keyWith(person, ["customers:read", "exports:read", "exports:write"]);
  const made = await exportedBy(person, { recordType: "CUSTOMER", format: "CSV" }, headers);
  const bytes = String(await exportedBytes(person, made));
  expect(bytes).toContain("Minha");
  expect(bytes).not.toContain("Oculta");
  const whole = await exportedBy(admin, { recordType: "CUSTOMER", format: "CSV" });
  expect((await person.fetch(whole.url)).status).toBe(404);
});

test("who loses a customer loses access from the next request on", async () => {
  const { id } = await makeCustomer(person, { legalName: "Vai embora" });
  const seen = () => person.ask<{ customer: object | null }>(`{ customer(id: "${id}") { id } }`);
  expect((await seen()).data.customer).toEqual({ id });
  await server.db.execute(
    sql`UPDATE customers SET owner_id = ${admin.userId}::uuid WHERE id = ${id}::uuid`,
  );
  expect((await seen()).data.customer).toBeNull();
});
