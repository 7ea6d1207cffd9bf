import sql from "sql-template-tag";
import { type Answer, type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../../test/support/refusals.js";
import { registry } from "../../../features.js";
import { tableOf } from "../../../platform/database/columns.js";
import { makeContact } from "../../contacts/contact.factory.js";
import { makeDeal } from "../../deals/deal.factory.js";
import { makeFile } from "../../files/file.factory.js";
import { makeInvoice } from "../../invoices/invoice.factory.js";
import { makeOrder } from "../../orders/order.factory.js";
import { makeProject } from "../../projects/project.factory.js";
import { makeQuote } from "../../quotes/quote.factory.js";
import { makeTask } from "../../tasks/task.factory.js";
import { makeTimeEntry } from "../../time/timeEntry.factory.js";
import { makeCustomer } from "../customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

interface Changed {
  customers: { id: string; status: string; version: number }[];
}

type Verb = "archiveCustomers" | "restoreCustomers" | "deleteCustomers";

function change(verb: Verb, ids: string[], caller = admin): Promise<Answer<Record<Verb, Changed>>> {
  return caller.ask(
    `mutation ($ids: [ID!]!) { ${verb}(input: { ids: $ids }) { customers { id status version } } }`,
    { ids },
  );
}

async function found(search: string, status?: string[]): Promise<number> {
  const { data } = await admin.ask<{ customers: { nodes: unknown[]; totalCount: number } }>(
    `query ($search: String, $filter: CustomerFilter) { customers(search: $search, filter: $filter) { totalCount nodes { id } } }`,
    { search, filter: status ? { status } : null },
  );
  expect(data.customers.nodes).toHaveLength(data.customers.totalCount);
  return data.customers.totalCount;
}

async function historyOf(id: string): Promise<unknown[]> {
  const { data } = await admin.ask<{ customer: { activity: { nodes: unknown[] } } }>(
    `query ($id: ID!) { customer(id: $id) { activity { nodes { action changes { field old new } } } } }`,
    { id },
  );
  return data.customer.activity.nodes;
}

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

test("an archived customer is hidden, and restored as what it was", async () => {
  const lead = await makeCustomer(admin, { legalName: "Arquivo Lead", status: "LEAD" });
  const active = await makeCustomer(admin, { legalName: "Arquivo Active" });
  const archived = await change("archiveCustomers", [active.id, lead.id]);
  expect(archived.data.archiveCustomers.customers).toEqual([
    { id: active.id, status: "ARCHIVED", version: 2 },
    { id: lead.id, status: "ARCHIVED", version: 2 },
  ]);
  expect(await found("arquivo")).toBe(0);
  expect(await found("arquivo", ["ARCHIVED"])).toBe(2);

  const again = await change("archiveCustomers", [lead.id]);
  expect(again.data.archiveCustomers.customers).toEqual([
    { id: lead.id, status: "ARCHIVED", version: 2 },
  ]);
  const restored = await change("restoreCustomers", [lead.id, active.id]);
  expect(restored.data.restoreCustomers.customers.map((one) => one.status)).toEqual([
    "LEAD",
    "ACTIVE",
  ]);
  expect(await found("arquivo")).toBe(2);
  expect(await historyOf(lead.id)).toMatchObject([
    { action: "restored", changes: [{ field: "status", old: "ARCHIVED", new: "LEAD" }] },
    { action: "archived", changes: [{ field: "status", old: "LEAD", new: "ARCHIVED" }] },
    { action: "created" },
  ]);
});

test("a customer that is made active by an update is no longer archived", async () => {
  const { id } = await makeCustomer(admin, { status: "LEAD" });
  await change("archiveCustomers", [id]);
  const update = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { status } } }`;
  const active = await admin.ask(update, { input: { id, version: 2, status: "ACTIVE" } });
  expect(codeOf(active)).toBe("OK");
  const same = await change("restoreCustomers", [id]);
  expect(same.data.restoreCustomers.customers).toEqual([{ id, status: "ACTIVE", version: 3 }]);
  const refused = await admin.ask(update, { input: { id, version: 3, status: "ARCHIVED" } });
  expect(issuesOf(refused)).toEqual(["status archive_instead"]);
});

const LINE = { description: "Pão", quantity: "2", unitPrice: "10.00" };

test("a deleted customer takes all that it has out of sight, and brings it back", async () => {
  const { id } = await makeCustomer(admin, { legalName: "Lixeira Ltda" });
  const project = await makeProject(admin, id);
  const made = await Promise.all([
    makeContact(admin, id),
    makeDeal(admin, id),
    makeFile(admin, "bytes", "notes.txt", id),
    makeOrder(admin, id, { lines: [LINE] }),
    makeQuote(admin, id, { lines: [LINE] }),
    makeTask(admin, id, { title: "Lixeira", projectId: project.id }),
    makeTimeEntry(admin, project.id),
  ]);
  const ids = [id, project.id, ...made.map((one) => one.id)];
  const seen = async () => {
    const { data } = await admin.ask<{
      nodes: ({ id: string } | null)[];
      tasks: { totalCount: number };
    }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id } tasks(filter: { search: "lixeira" }) { totalCount } }`,
      { ids },
    );
    return {
      nodes: data.nodes.filter((node) => node !== null).length,
      tasks: data.tasks.totalCount,
      customers: await found("lixeira"),
    };
  };
  const all = { nodes: ids.length, tasks: 1, customers: 1 };
  expect(await seen()).toEqual(all);

  expect(codeOf(await change("deleteCustomers", [id]))).toBe("OK");
  expect(await seen()).toEqual({ nodes: 0, tasks: 0, customers: 0 });
  expect(await found("lixeira", ["ACTIVE", "ARCHIVED"])).toBe(0);
  const task = await admin.ask(
    `mutation ($customerId: ID!) { createTask(input: { customerId: $customerId, title: "x" }) { task { id } } }`,
    { customerId: id },
  );
  expect(codeOf(task)).toBe("NOT_FOUND");
  expect(codeOf(await change("deleteCustomers", [id]))).toBe("NOT_FOUND");
  const { data } = await admin.ask<{ deletedCustomers: { nodes: { id: string }[] } }>(
    "{ deletedCustomers { nodes { id } } }",
  );
  expect(data.deletedCustomers.nodes).toContainEqual({ id });

  expect(codeOf(await change("restoreCustomers", [id]))).toBe("OK");
  expect(await seen()).toEqual(all);
});

test("a customer that was archived comes out of the trash archived", async () => {
  const { id } = await makeCustomer(admin);
  await change("archiveCustomers", [id]);
  await change("deleteCustomers", [id]);
  const back = await change("restoreCustomers", [id]);
  expect(back.data.restoreCustomers.customers[0]?.status).toBe("ARCHIVED");
});

test("after 30 days in the trash a customer is gone", async () => {
  const { id } = await makeCustomer(admin);
  await change("deleteCustomers", [id]);
  await server.db.execute(
    sql`UPDATE customers SET deleted_at = now() - interval '30 days' WHERE id = ${id}::uuid`,
  );
  expect(codeOf(await change("restoreCustomers", [id]))).toBe("NOT_FOUND");
});

test("customers with invoices can only be archived: none of the named is deleted", async () => {
  const free = await makeCustomer(admin, { legalName: "Sem faturas" });
  const billed = await makeCustomer(admin, { legalName: "Com faturas" });
  const invoice = await makeInvoice(admin, billed.id, { lines: [LINE] });
  const refused = await change("deleteCustomers", [free.id, billed.id]);
  expect(issuesOf(refused)).toEqual(["ids.1 has_invoices"]);
  expect(refused.errors?.[0]?.message).toContain(`Com faturas (${billed.number})`);
  expect(await found("sem faturas")).toBe(1);

  const drop = `mutation ($id: ID!) { deleteInvoice(input: { id: $id }) { invoice { id } } }`;
  expect(codeOf(await admin.ask(drop, { id: invoice.id }))).toBe("OK");
  expect(codeOf(await change("deleteCustomers", [billed.id]))).toBe("OK");
  const back = await admin.ask(
    `mutation ($id: ID!) { restoreInvoice(input: { id: $id }) { invoice { id } } }`,
    { id: invoice.id },
  );
  expect(codeOf(back)).toBe("NOT_FOUND");
});

test("an invoice that is made while its customer is deleted is in neither case lost", async () => {
  const customers = await Promise.all(Array.from({ length: 10 }, () => makeCustomer(admin)));
  const outcomes = await Promise.all(
    customers.map(async ({ id }) => {
      const [deleted, invoice] = await Promise.all([
        change("deleteCustomers", [id]),
        admin.ask(
          `mutation ($id: ID!) { createInvoice(input: { customerId: $id, kind: SALES }) { invoice { id } } }`,
          { id },
        ),
      ]);
      return [codeOf(deleted), codeOf(invoice)].sort().join();
    }),
  );
  for (const outcome of outcomes) {
    expect(["NOT_FOUND,OK", "OK,VALIDATION_FAILED"]).toContain(outcome);
  }
});

test("a restored customer may find its tax ID taken", async () => {
  const taxId = { country: "BR", value: "390.533.447-05" };
  const { id } = await makeCustomer(admin, { taxId });
  await change("deleteCustomers", [id]);
  const other = await makeCustomer(admin, { legalName: "Other", taxId });
  const refused = await change("restoreCustomers", [id]);
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: "DUPLICATE",
    existing: { id: other.id },
  });
});

test("a thousand customers take as many statements as one", async () => {
  const one = await makeCustomer(admin);
  const rows = await server.db.rows<{ id: string }>(sql`
    INSERT INTO customers (legal_name, country)
    SELECT 'Milhar ' || n, 'BR' FROM generate_series(1, 1000) n RETURNING id`);
  const ids = rows.map((row) => row.id);
  for (const verb of ["archiveCustomers", "restoreCustomers", "deleteCustomers"] as const) {
    const single = statementsOf(await change(verb, [one.id]));
    const many = await change(verb, ids);
    expect(codeOf(many)).toBe("OK");
    expect(statementsOf(many)).toBe(single);
  }
  const tooMany = await change("archiveCustomers", [...ids, one.id]);
  expect(issuesOf(tooMany)).toEqual(["ids too_many"]);
});

test("what is no id, no customer or given twice is refused", async () => {
  const { id } = await makeCustomer(admin);
  expect(issuesOf(await change("archiveCustomers", ["42"]))).toEqual(["ids.0 invalid_id"]);
  expect(issuesOf(await change("archiveCustomers", []))).toEqual(["ids required"]);
  expect(issuesOf(await change("archiveCustomers", [id, id.toUpperCase()]))).toEqual([
    "ids.1 repeated",
  ]);
  expect(codeOf(await change("archiveCustomers", [id, NO_ID]))).toBe("NOT_FOUND");
  const { data } = await admin.ask<{ customer: { status: string } }>(
    "query ($id: ID!) { customer(id: $id) { status } }",
    { id },
  );
  expect(data.customer.status).toBe("ACTIVE");
});

test("who may not write customers archives, deletes and restores none", async () => {
  const viewer = await server.signIn("viewer");
  const { id } = await makeCustomer(admin);
  for (const verb of ["archiveCustomers", "restoreCustomers", "deleteCustomers"] as const) {
    expect(codeOf(await change(verb, [id], viewer))).toBe("FORBIDDEN");
  }
});

test("every table with a customer's key is among what customers have", async () => {
  const rows = await server.db.rows<{ table: string }>(sql`
    SELECT table_name AS table FROM information_schema.columns
    WHERE column_name = 'customer_id' AND table_schema = 'public'`);
  // The tax IDs are those in the rows of customers, and follow them by triggers. Who muted a customer hears nothing of the one,
  // either, into which it was merged: that is looked up.
  const apart = [
    "activity",
    "customer_external_ids",
    "customer_tax_ids",
    "muted_customers",
    "uploads",
  ];
  const known = registry.ownedRecords.map(({ type }) => tableOf(type));
  expect([...known, ...apart].sort()).toEqual(rows.map((row) => row.table).sort());
});

test("the trash is opened, and a customer in it is found by its id until it is back", async () => {
  const { id } = await makeCustomer(admin, { legalName: "Trashed Bakery" });
  const look = async (caller = admin) =>
    caller.ask<{ deletedCustomer: { legalName: string; deletedAt: string } | null }>(
      "query ($id: ID!) { deletedCustomer(id: $id) { legalName deletedAt } customer(id: $id) { id } }",
      { id },
    );
  expect((await look()).data.deletedCustomer).toBeNull();
  await change("deleteCustomers", [id]);
  const { data } = await look();
  expect(data).toEqual({
    deletedCustomer: { legalName: "Trashed Bakery", deletedAt: expect.stringMatching(/Z$/) },
    customer: null,
  });
  expect(codeOf(await look(await server.signIn("viewer")))).toBe("FORBIDDEN");
  await change("restoreCustomers", [id]);
  expect((await look()).data.deletedCustomer).toBeNull();
});
