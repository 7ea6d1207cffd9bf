import { contactsSheet } from "@clientela/shared/contacts/contacts.sheet";
import { customersSheet } from "@clientela/shared/customers/customers.sheet";
import { invoicesSheet } from "@clientela/shared/documents/invoices.sheet";
import { ordersSheet } from "@clientela/shared/documents/orders.sheet";
import { projectsSheet } from "@clientela/shared/projects/projects.sheet";
import type { Permission } from "@clientela/shared/records/roles";
import {
  columnOf,
  SHEET_KINDS,
  type SheetKind,
  type SheetSchema,
  wholeColumns,
} from "@clientela/shared/sheets/sheet";
import type { Language } from "../../../i18n/language.js";

const kinds: Record<SheetKind, { sheet: SheetSchema; permission: Permission }> = {
  CUSTOMERS: { sheet: customersSheet, permission: "customers:read" },
  CONTACTS: { sheet: contactsSheet, permission: "contacts:read" },
  PROJECTS: { sheet: projectsSheet, permission: "projects:read" },
  ORDERS: { sheet: ordersSheet, permission: "orders:read" },
  INVOICES: { sheet: invoicesSheet, permission: "invoices:read" },
};

/** What a person with these permissions can export: customers, or what belongs to them. */
export function exportableKinds(permissions: ReadonlySet<Permission>): SheetKind[] {
  return SHEET_KINDS.filter((kind) => permissions.has(kinds[kind].permission));
}

/** Whether a kind is one that this app knows. */
export const isExportable = (kind: string): kind is SheetKind => Object.hasOwn(kinds, kind);

/** The fields of a kind's file, in their order. */
export function fieldsOfKind(kind: SheetKind): string[] {
  return wholeColumns(kinds[kind].sheet).map(({ key }) => key);
}

/** What a field is called as the header of its column. */
export function fieldName(kind: SheetKind, field: string, language: Language): string {
  const labels = columnOf(kinds[kind].sheet, field)?.labels;
  return labels?.[language === "en" ? "en" : "pt"] ?? field;
}
