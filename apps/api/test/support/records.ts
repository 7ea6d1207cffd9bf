import { makeContact } from "../../src/features/contacts/contact.factory.js";
import { makeDeal } from "../../src/features/deals/deal.factory.js";
import { makeFile } from "../../src/features/files/file.factory.js";
import { makeInvoice } from "../../src/features/invoices/invoice.factory.js";
import { makeOrder } from "../../src/features/orders/order.factory.js";
import { makeProject } from "../../src/features/projects/project.factory.js";
import { makeQuote } from "../../src/features/quotes/quote.factory.js";
import { makeTask } from "../../src/features/tasks/task.factory.js";
import { makeTimeEntry } from "../../src/features/time/timeEntry.factory.js";
import type { Caller } from "../server.js";

const LINE = { description: "Pão", quantity: "2", unitPrice: "10.00" };

/** Makes what belongs to a customer, one of each: a noun is a line. */
export const records: ((caller: Caller, customerId: string) => Promise<unknown>)[] = [
  makeContact,
  (caller, id) => makeFile(caller, "bytes", "notes.txt", id),
  (caller, id) => makeDeal(caller, id, { ownerId: caller.userId }),
  (caller, id) => makeQuote(caller, id, { lines: [LINE] }),
  (caller, id) => makeOrder(caller, id, { lines: [LINE] }),
  (caller, id) => makeInvoice(caller, id, { lines: [LINE] }),
  async (caller, id) => {
    const project = await makeProject(caller, id);
    await makeTimeEntry(caller, project.id);
    await makeTask(caller, id, { projectId: project.id, assigneeId: caller.userId });
  },
];
