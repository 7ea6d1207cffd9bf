import { contactsSheet } from "./contacts/contacts.sheet.js";
import { customersSheet } from "./customers/customers.sheet.js";
import { invoicesSheet } from "./documents/invoices.sheet.js";
import { ordersSheet } from "./documents/orders.sheet.js";
import { paymentsSheet } from "./payments/payments.sheet.js";
import { projectsSheet } from "./projects/projects.sheet.js";
import type { RecordTypeValue } from "./records/recordActions.js";
import type { SheetSchema } from "./sheets/sheet.js";

/** The register of sheets, by the type of record that their rows are, in the order in which people choose them. */
export const sheets = {
  CUSTOMER: customersSheet,
  CONTACT: contactsSheet,
  PROJECT: projectsSheet,
  ORDER: ordersSheet,
  INVOICE: invoicesSheet,
  PAYMENT: paymentsSheet,
} as const satisfies Partial<Record<RecordTypeValue, SheetSchema>>;

/** A type of record that sheets can have. */
export type SheetRecordType = keyof typeof sheets;

/** Whether sheets can have a type of record. */
export const isSheetRecordType = (recordType: string): recordType is SheetRecordType =>
  Object.hasOwn(sheets, recordType);

/** The types of record that sheets can have. */
export const SHEET_RECORD_TYPES: readonly SheetRecordType[] =
  Object.keys(sheets).filter(isSheetRecordType);
