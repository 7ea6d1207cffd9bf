import { contactsSheet } from "@clientela/shared/contacts/contacts.sheet";
import { customersSheet } from "@clientela/shared/customers/customers.sheet";
import { invoicesSheet } from "@clientela/shared/documents/invoices.sheet";
import { ordersSheet } from "@clientela/shared/documents/orders.sheet";
import { projectsSheet } from "@clientela/shared/projects/projects.sheet";
import type { Permission } from "@clientela/shared/records/roles";
import {
  columnOf,
  SHEET_RECORD_TYPES,
  type SheetRecordType,
  type SheetSchema,
  wholeColumns,
} from "@clientela/shared/sheets/sheet";
import type { Language } from "../../../i18n/language.js";

const kinds: Record<SheetRecordType, { sheet: SheetSchema; permission: Permission }> = {
  CUSTOMER: { sheet: customersSheet, permission: "customers:read" },
  CONTACT: { sheet: contactsSheet, permission: "contacts:read" },
  PROJECT: { sheet: projectsSheet, permission: "projects:read" },
  ORDER: { sheet: ordersSheet, permission: "orders:read" },
  INVOICE: { sheet: invoicesSheet, permission: "invoices:read" },
};

/** What a person with these permissions can export: customers, or what belongs to them. */
export function exportableKinds(permissions: ReadonlySet<Permission>): SheetRecordType[] {
  return SHEET_RECORD_TYPES.filter((recordType) => permissions.has(kinds[recordType].permission));
}

/** Whether a recordType is one that this app knows. */
export const isExportable = (recordType: string): recordType is SheetRecordType =>
  Object.hasOwn(kinds, recordType);

/** The fields of a recordType's file, in their order. */
export function fieldsOfKind(recordType: SheetRecordType): string[] {
  return wholeColumns(kinds[recordType].sheet).map(({ key }) => key);
}

/** What a field is called as the header of its column. */
export function fieldName(recordType: SheetRecordType, field: string, language: Language): string {
  const labels = columnOf(kinds[recordType].sheet, field)?.labels;
  return labels?.[language === "en" ? "en" : "pt"] ?? field;
}
