import { type DemoFile, makeAttachments } from "./attachments.js";
import { makeInvoices } from "./billing/invoices.js";
import { makePromises } from "./billing/promises.js";
import { Calendar } from "./calendar.js";
import { makeConversations } from "./conversations.js";
import { makeCustomers } from "./customers.js";
import { Random } from "./random.js";
import { makeSales } from "./sales.js";
import { type Row, Story } from "./story.js";
import { makeWork } from "./work.js";

/** The first number of each series. */
export interface FirstNumbers {
  customer: number;
  quote: number;
  order: number;
  invoice: number;
  purchase: number;
  creditNote: number;
}

/** All rows of the demo by table, and the bytes of its files. */
export interface DemoData {
  rows: ReadonlyMap<string, readonly Row[]>;
  files: readonly DemoFile[];
}

/** Makes the demo as it looks on a day: the same for the same day, and nothing later than `now`. */
export function demoData(today: string, now: Date, first: FirstNumbers): DemoData {
  const random = new Random("clientela");
  const story = new Story(random.fork("ids"));
  const calendar = new Calendar(today, now);
  const customers = makeCustomers(story, calendar, random.fork("customers"));
  makeWork(customers, story, calendar);
  const orders = makeSales(customers, story, calendar);
  makeInvoices(customers, orders, story, calendar);
  const files = makeAttachments(customers, story, calendar);
  makeConversations(customers, story, calendar);
  makePromises(customers, story, calendar);

  story.number("customers", "C-", first.customer);
  story.number("quotes", "Q-", first.quote);
  story.number("orders", "O-", first.order);
  story.number("invoices", "I-", first.invoice, (row) => row.kind === "SALES");
  story.number("invoices", "P-", first.purchase, (row) => row.kind === "PURCHASE");
  story.number("credit_notes", "CN-", first.creditNote);
  return { rows: story.rows, files };
}
