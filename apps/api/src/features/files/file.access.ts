import type { Permission } from "@clientela/shared/roles";
import type { Context } from "../../platform/context.js";
import { demand } from "../../platform/doors/authorize.js";

// A file of no customer is a sheet to import, with the data of many customers in it.
const permissionFor = (customerId: string | null, what: "read" | "write"): Permission =>
  customerId === null ? `imports:${what}` : `files:${what}`;

/** Whether the actor may read a file of this customer, or of none. */
export function mayRead(context: Context, customerId: string | null): boolean {
  return context.actor.permissions.has(permissionFor(customerId, "read"));
}

/** Throws Forbidden unless the actor may upload a file for this customer, or for none. */
export function demandUpload(context: Context, customerId: string | null): void {
  demand(context, permissionFor(customerId, "write"));
}
