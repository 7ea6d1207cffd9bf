import { contactRecord } from "../features/contacts/contact.record.js";
import { conversationRecord } from "../features/conversations/conversation.record.js";
import { creditNoteRecord } from "../features/creditNotes/creditNote.record.js";
import { addressRecord, customerRecord } from "../features/customers/customer.record.js";
import { dealRecord } from "../features/deals/deal.record.js";
import { fileRecord } from "../features/files/file.record.js";
import { invoiceRecord } from "../features/invoices/invoice.record.js";
import { noteRecord } from "../features/notes/note.record.js";
import { orderRecord } from "../features/orders/order.record.js";
import { paymentRecord } from "../features/payments/payment.record.js";
import { promiseRecord } from "../features/payments/promise.record.js";
import { projectRecord } from "../features/projects/project.record.js";
import { quoteRecord } from "../features/quotes/quote.record.js";
import { taskRecord } from "../features/tasks/task.record.js";
import { timeEntryRecord } from "../features/time/timeEntry.record.js";
import type { CustomerRecordType } from "../records/customerRecordType.js";
import type { RecordDefinition } from "../records/defineRecord.js";

/** The register of kinds of record, in the order in which "+ New" offers them. One that is missing does not compile. */
export const records: Readonly<Record<CustomerRecordType, RecordDefinition>> = {
  Task: taskRecord,
  Project: projectRecord,
  TimeEntry: timeEntryRecord,
  Deal: dealRecord,
  Quote: quoteRecord,
  Order: orderRecord,
  Invoice: invoiceRecord,
  Payment: paymentRecord,
  CreditNote: creditNoteRecord,
  PromiseToPay: promiseRecord,
  Contact: contactRecord,
  File: fileRecord,
  Note: noteRecord,
  Conversation: conversationRecord,
  Customer: customerRecord,
  Address: addressRecord,
};

/** All kinds of record. */
export const allRecords: readonly RecordDefinition[] = Object.values(records);
