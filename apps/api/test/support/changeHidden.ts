import type { Noun, Permission } from "@clientela/shared/records/roles";
import { makeContact } from "../../src/features/contacts/contact.factory.js";
import { makeConversation } from "../../src/features/conversations/conversation.factory.js";
import { makeDeal } from "../../src/features/deals/deal.factory.js";
import { exportedBy } from "../../src/features/exports/export.factory.js";
import { makeFile } from "../../src/features/files/file.factory.js";
import { planned } from "../../src/features/imports/import.factory.js";
import { makeInvoice } from "../../src/features/invoices/invoice.factory.js";
import { makeOrder } from "../../src/features/orders/order.factory.js";
import { makeProject } from "../../src/features/projects/project.factory.js";
import { makePromise } from "../../src/features/promises/promise.factory.js";
import { makeQuote } from "../../src/features/quotes/quote.factory.js";
import { makeTask } from "../../src/features/tasks/task.factory.js";
import { makeTimeEntry } from "../../src/features/time/timeEntry.factory.js";
import { makeWebhook } from "../../src/features/webhooks/webhook.factory.js";
import type { Caller, TestServer } from "../server.js";
import { keyWith } from "./keyWith.js";

// What goes, once something hidden came: the last one of its kind that was made.
const drop = async (admin: Caller, type: string, id: string) => {
  const { errors } = await admin.ask(
    `mutation ($id: ID!) { delete${type}(input: { id: $id }) { __typename } }`,
    { id },
  );
  expect(errors).toBeUndefined();
};
const lineOf = (noun: Noun) => ({
  description: hiddenText(noun),
  quantity: "3",
  unitPrice: "77.00",
});
const LONG_AGO = "2021-03-04";

/** What stands in the records of a noun that `changeHidden` makes, and nowhere else. */
export const hiddenText = (noun: Noun): string => `zeppelin ${noun}`;

/** Makes two records of a noun and drops one; what moves only by those who may read the noun. */
type Change = (admin: Caller, id: string, projectId: string) => Promise<unknown>;

const changes: Partial<Record<Noun, Change>> = {
  contacts: async (admin, id) =>
    drop(admin, "Contact", (await makeContact(admin, id, { name: hiddenText("contacts") })).id),
  projects: async (admin, id) => {
    await makeProject(admin, id, { name: hiddenText("projects"), status: "ACTIVE" });
    await drop(admin, "Project", (await makeProject(admin, id)).id);
  },
  time: async (admin, _id, projectId) => {
    await makeTimeEntry(admin, projectId, { minutes: 777, note: hiddenText("time") });
    await drop(admin, "TimeEntry", (await makeTimeEntry(admin, projectId)).id);
  },
  tasks: async (admin, id, projectId) => {
    await makeTask(admin, id, {
      title: hiddenText("tasks"),
      projectId,
      dueOn: LONG_AGO,
    });
    await drop(admin, "Task", (await makeTask(admin, id, { projectId })).id);
  },
  deals: async (admin, id) => {
    await makeDeal(admin, id, { title: hiddenText("deals") });
    await drop(admin, "Deal", (await makeDeal(admin, id)).id);
  },
  quotes: async (admin, id) => {
    await makeQuote(admin, id, { lines: [lineOf("quotes")] });
    await drop(admin, "Quote", (await makeQuote(admin, id, { lines: [lineOf("quotes")] })).id);
  },
  orders: async (admin, id) => {
    await makeOrder(admin, id, { lines: [lineOf("orders")] });
    await drop(admin, "Order", (await makeOrder(admin, id, { lines: [lineOf("orders")] })).id);
  },
  invoices: async (admin, id) => {
    await makeInvoice(admin, id, {
      lines: [lineOf("invoices")],
      status: "AUTHORIZED",
      dueOn: LONG_AGO,
      issuedOn: LONG_AGO,
    });
    await drop(
      admin,
      "Invoice",
      (await makeInvoice(admin, id, { lines: [lineOf("invoices")] })).id,
    );
    await makePromise(admin, id, { note: hiddenText("invoices") });
    await drop(admin, "PromiseToPay", (await makePromise(admin, id)).id);
  },
  activity: async (admin, id) => {
    await makeConversation(admin, id, { subject: hiddenText("activity") });
    await drop(admin, "Conversation", (await makeConversation(admin, id)).id);
  },
  files: async (admin, id) => {
    await makeFile(admin, "hidden bytes", `${hiddenText("files")}.txt`, id);
    await drop(admin, "File", (await makeFile(admin, "bytes", "gone.txt", id)).id);
  },
  imports: (admin) =>
    planned(admin, `${hiddenText("imports")}.csv`, "Razão social;Cidade\nOculta;Natal\n"),
  exports: (admin) => exportedBy(admin, { recordType: "CUSTOMER", format: "CSV" }),
  keys: (admin) => keyWith(admin, ["customers:read"]),
  webhooks: async (admin) => {
    const { id } = await makeWebhook(admin, "https://zeppelin.invalid/", ["invoice.created"]);
    await drop(admin, "Webhook", id);
  },
};
const OF_NO_CUSTOMER: ReadonlySet<string> = new Set(["imports", "exports", "keys", "webhooks"]);

/** A customer and a project of it. */
export interface CustomerWithProject {
  id: string;
  project: { id: string };
}

/** The nouns that `changeHidden` changes for whoever `may` so much. */
export function hiddenNouns(may: ReadonlySet<Permission>): Noun[] {
  return (Object.keys(changes) as Noun[]).filter(
    (noun) =>
      !may.has(`${noun}:read`) &&
      // When people were last changed is what every reader of customers is told (lastActivityAt).
      (noun !== "contacts" || !may.has("customers:read")),
  );
}

/** Changes all that whoever `may` so much may not read. */
export async function changeHidden(
  server: TestServer,
  admin: Caller,
  customers: readonly CustomerWithProject[],
  may: ReadonlySet<Permission>,
): Promise<void> {
  for (const noun of hiddenNouns(may)) {
    const [first] = customers;
    const changed = OF_NO_CUSTOMER.has(noun) && first ? [first] : customers;
    for (const { id, project } of changed) await changes[noun]?.(admin, id, project.id);
  }
  if (may.has("users:write")) return;
  // Somebody switches the second step on, and gets a link to choose a password.
  const { rows } = await server.app.database.pool.query<{ id: string }>(
    "SELECT id FROM users WHERE id <> $1 ORDER BY id LIMIT 1",
    [admin.userId],
  );
  const { errors } = await admin.ask(
    "mutation ($id: ID!) { createPasswordLink(input: { userId: $id }) { path } }",
    { id: rows[0]?.id },
  );
  expect(errors).toBeUndefined();
  await server.app.database.pool.query(
    `INSERT INTO activity (record_type, record_id, action, actor_kind, actor_name, changes)
     VALUES ('User', $1, 'updated', 'USER', 'x', '[{"field": "twoFactor", "old": false, "new": true}]')`,
    [rows[0]?.id],
  );
}
