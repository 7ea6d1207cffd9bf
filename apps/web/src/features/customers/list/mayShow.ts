import type { Permission } from "@clientela/shared/records/roles";
import type { PermissionSet } from "../../../session/viewer.js";

/** What a person must be allowed to read to be shown a column. */
const needs: Readonly<Record<string, Permission>> = {
  projects: "projects:read",
  hours: "projects:read",
  tasks: "tasks:read",
  orders: "orders:read",
  outstanding: "invoices:read",
  overdue: "invoices:read",
  activity: "activity:read",
};

const AGEING = /^(receivables|payables)/;

/** Whether a column shows how late it is what customers owe, or are owed. */
export const isAgeing = (column: string): boolean => AGEING.test(column);

/** Whether a person is shown a column of the list, and may sort by it. */
export function mayShow(column: string, permissions: PermissionSet): boolean {
  const need = isAgeing(column) ? "invoices:read" : needs[column];
  return need === undefined || permissions.has(need);
}
