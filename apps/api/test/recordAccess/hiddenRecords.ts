import { makeContact } from "../../src/features/contacts/contact.factory.js";
import { makeConversation } from "../../src/features/conversations/conversation.factory.js";
import { makeCustomer } from "../../src/features/customers/customer.factory.js";
import { makeDeal } from "../../src/features/deals/deal.factory.js";
import { exportedBy } from "../../src/features/exports/export.factory.js";
import { makeFile } from "../../src/features/files/file.factory.js";
import { planned } from "../../src/features/imports/import.factory.js";
import { makeInvoice } from "../../src/features/invoices/invoice.factory.js";
import { merge } from "../../src/features/merges/merge.factory.js";
import { makeNote } from "../../src/features/notes/note.factory.js";
import { makeOrder } from "../../src/features/orders/order.factory.js";
import { makeProject } from "../../src/features/projects/project.factory.js";
import { makePromise } from "../../src/features/promises/promise.factory.js";
import { makeQuote } from "../../src/features/quotes/quote.factory.js";
import { makeTask } from "../../src/features/tasks/task.factory.js";
import { makeTimeEntry } from "../../src/features/time/timeEntry.factory.js";
import { makeWebhook } from "../../src/features/webhooks/webhook.factory.js";
import { registry } from "../../src/features.js";
import type { Caller, TestServer } from "../server.js";
import { records } from "../support/records.js";

/** Stands in all texts of hidden records. */
export const SECRET = "zeppelin";

/** The tax ID of a hidden customer. */
export const HIDDEN_TAX_ID = { country: "BR", value: "11.222.333/0001-81" };

/** What hidden records are called in another system. */
export const HIDDEN_EXTERNAL_ID = { source: "billing", value: "zeppelin-7" };

/** Records of a customer, one of each kind. */
export interface CustomerRecords {
  customer: string;
  address: string;
  contact: string;
  deal: string;
  file: string;
  invoice: string;
  order: string;
  project: string;
  quote: string;
  task: string;
  timeEntry: string;
  note: string;
  conversation: string;
  promiseToPay: string;
}

/** Makes one record of each kind for a customer; all their texts hold `name`. */
export async function recordsOf(
  caller: Caller,
  customer: string,
  name: string,
  externalIds: readonly object[] = [],
): Promise<CustomerRecords> {
  const lines = [{ description: name, quantity: "2", unitPrice: "10.00" }];
  const { id: project } = await makeProject(caller, customer, { name, externalIds });
  const { id: deal } = await makeDeal(caller, customer, { title: name, externalIds });
  const { id: quote } = await makeQuote(caller, customer, { lines, notes: name, externalIds });
  const { id: order } = await makeOrder(caller, customer, { lines, reference: name, externalIds });
  const { id: invoice } = await makeInvoice(caller, customer, { lines, notes: name, externalIds });
  const { id: contact } = await makeContact(caller, customer, { name, externalIds });
  const task = await makeTask(caller, customer, { title: name, projectId: project, externalIds });
  const timeEntry = await makeTimeEntry(caller, project, { note: name, externalIds });
  const { id: file } = await makeFile(caller, name, `${name}.txt`, customer);
  const note = await makeNote(caller, customer, { text: name, externalIds });
  const conversation = await makeConversation(caller, customer, {
    text: name,
    contactIds: [contact],
    externalIds,
  });
  const promise = await makePromise(caller, customer, {
    note: name,
    contactId: contact,
    externalIds,
  });
  const { data } = await caller.ask<{ createAddress: { address: { id: string } } }>(
    "mutation ($input: CreateAddressInput!) { createAddress(input: $input) { address { id } } }",
    { input: { customerId: customer, kind: "BILLING", country: "BR", street: name } },
  );
  return {
    customer,
    address: data.createAddress.address.id,
    contact,
    deal,
    file,
    invoice,
    order,
    project,
    quote,
    task: task.id,
    timeEntry: timeEntry.id,
    note: note.id,
    conversation: conversation.id,
    promiseToPay: promise.id,
  };
}

/** Hidden rows of a table: ids of one that is there and of one in the trash, where there are such. */
export type Hidden = Readonly<Record<string, { live: string[]; trashed: string[] }>>;

/** Makes hidden records of every kind: live ones, and some in the trash. */
export async function makeHidden(server: TestServer, admin: Caller): Promise<Hidden> {
  const named = (name: string, input: object = {}) =>
    makeCustomer(admin, {
      legalName: `${SECRET} ${name}`,
      ownerId: admin.userId,
      email: `${SECRET}@example.com`,
      ...input,
    });
  const customer = await named("Ltda", {
    taxId: HIDDEN_TAX_ID,
    externalIds: [HIDDEN_EXTERNAL_ID],
  });
  await recordsOf(admin, customer.id, SECRET, [HIDDEN_EXTERNAL_ID]);
  for (const make of records) await make(admin, customer.id);
  const gone = await recordsOf(admin, customer.id, `${SECRET} gone`);
  for (const [noun, id] of Object.entries(gone).reverse()) {
    if (noun === "customer") continue;
    const type = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
    await write(admin, `delete${type}(input: { id: "${id}" }) { __typename }`);
  }
  const [into, merged, like] = [await named("1"), await named("2"), await named("3")];
  const { errors } = await merge(admin, into, [merged.id]);
  if (errors) throw new Error(JSON.stringify(errors));
  const trashed = await named("4");
  await write(admin, `deleteCustomers(input: { ids: ["${trashed.id}"] }) { __typename }`);
  await write(
    admin,
    `dismissDuplicate(input: { ids: ["${customer.id}", "${like.id}"] }) { __typename }`,
  );
  const { bulkUpdateCustomers } = await write<{ bulkUpdateCustomers: { editId: string } }>(
    admin,
    `bulkUpdateCustomers(input: { ids: ["${like.id}"], set: { addTags: ["${SECRET}"] } }) { editId }`,
  );
  await admin.ask("{ duplicateCandidates { totalCount } }");
  await planned(admin, `${SECRET}.csv`, `Razão social;País\n${SECRET} 3;BR\nErrada;Nowhere\n`);
  await exportedBy(admin, { recordType: "CUSTOMER", format: "CSV" });
  const webhook = await makeWebhook(admin, `https://${SECRET}.invalid/`, ["webhook.deleted"]);
  await server.app.database.pool.query(
    `INSERT INTO webhook_deliveries (id, webhook_id, activity_id, event, status)
     SELECT gen_random_uuid(), $1, id, 'customer.created', 'DELIVERED' FROM activity WHERE record_id = $2 LIMIT 1`,
    [webhook.id, customer.id],
  );
  return {
    ...(await rowsByTable(server)),
    bulkEdits: { live: [bulkUpdateCustomers.editId], trashed: [] },
  };
}

async function write<Data>(caller: Caller, mutation: string): Promise<Data> {
  const { data, errors } = await caller.ask<Data>(`mutation { ${mutation} }`);
  if (errors) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  return data;
}

async function rowsByTable({ app }: TestServer): Promise<Hidden> {
  const { pool } = app.database;
  // Entries of the ledger have numbers, which no caller is ever told.
  const { rows: columns } = await pool.query<{ table: string; name: string }>(
    `SELECT table_name AS table, column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND (column_name = 'id' AND data_type = 'uuid' OR column_name = 'deleted_at')`,
  );
  const has = (table: string, name: string) =>
    columns.some((column) => column.table === table && column.name === name);
  const oneWhere = async (table: string, condition: string): Promise<string[]> => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM "${table}" WHERE ${condition} ORDER BY id LIMIT 1`,
    );
    return rows.map(({ id }) => id);
  };
  const found: Record<string, { live: string[]; trashed: string[] }> = {};
  for (const table of Object.keys(registry.visibleRows)) {
    if (!has(table, "id")) continue;
    const canBeTrashed = has(table, "deleted_at");
    found[table] = {
      live: await oneWhere(table, canBeTrashed ? "deleted_at IS NULL" : "true"),
      trashed: canBeTrashed ? await oneWhere(table, "deleted_at IS NOT NULL") : [],
    };
  }
  return found;
}
