import { contactsSheet } from "@clientela/shared/contacts/contacts.sheet";
import { customersSheet } from "@clientela/shared/customers/customers.sheet";
import { invoicesSheet } from "@clientela/shared/documents/invoices.sheet";
import { ordersSheet } from "@clientela/shared/documents/orders.sheet";
import { projectsSheet } from "@clientela/shared/projects/projects.sheet";
import type { Permission } from "@clientela/shared/records/roles";
import {
  SHEET_RECORD_TYPES,
  type SheetColumn,
  type SheetRecordType,
  type SheetSchema,
  wholeColumns,
} from "@clientela/shared/sheets/sheet";
import type { RecordType } from "../../gql/graphql.js";
import type { Language } from "../../i18n/language.js";

/** What a file can hold, and what one has to be allowed to bring it in. */
export const sheetKinds: Record<SheetRecordType, { sheet: SheetSchema; permission: Permission }> = {
  CUSTOMER: { sheet: customersSheet, permission: "customers:write" },
  CONTACT: { sheet: contactsSheet, permission: "contacts:write" },
  PROJECT: { sheet: projectsSheet, permission: "projects:write" },
  ORDER: { sheet: ordersSheet, permission: "orders:write" },
  INVOICE: { sheet: invoicesSheet, permission: "invoices:write" },
};

/** The type of record of an import, which always is one that sheets can have. */
export function sheetRecordType(recordType: RecordType): SheetRecordType {
  const known = SHEET_RECORD_TYPES.find((one) => one === recordType);
  if (!known) throw new Error(`sheets have no ${recordType}`);
  return known;
}

/** The fields that a column of a file can go to. */
export function importedFields(sheet: SheetSchema): readonly SheetColumn[] {
  return sheet.columns.filter(({ exportOnly }) => !exportOnly);
}

/** The fields of a file that is written again: no column is in it twice, as a whole and in parts. */
export function templateFields(sheet: SheetSchema): readonly SheetColumn[] {
  return wholeColumns(sheet).filter(({ exportOnly }) => !exportOnly);
}

/** The sheets' own language that is closest to a language of the app. */
export function sheetLanguage(language: Language): "en" | "pt" {
  return language === "en" ? "en" : "pt";
}
