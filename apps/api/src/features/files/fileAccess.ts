import type { Permission } from "@clientela/shared/records/roles";
import type { Context } from "../../platform/context.js";
import { demand } from "../../platform/security/authorize.js";
import type { File } from "./file.entity.js";

type SheetPermissions = (context: Context, fileId: string) => Promise<readonly Permission[]>;

let sheetPermissions: SheetPermissions | undefined;

/** Says what all it takes to read the bytes of a sheet to import; called where that noun's folder is loaded. */
export function decideWhoReadsSheets(permissions: SheetPermissions): void {
  sheetPermissions = permissions;
}

/** Whether the actor may read the bytes of a file. */
export async function mayRead(
  context: Context,
  { id, customerId, uploadedById }: File,
): Promise<boolean> {
  const { actor } = context;
  if (customerId !== null) return actor.permissions.has("files:read");
  // A sheet to import has the data of many customers in it.
  if (!actor.permissions.has("imports:read") || !sheetPermissions) return false;
  if (uploadedById !== null && uploadedById === actor.id) return true;
  const needed = await sheetPermissions(context, id);
  return needed.every((permission) => actor.permissions.has(permission));
}

/** Throws Forbidden unless the actor may upload a file for this customer, or a sheet to import. */
export function demandUpload(context: Context, customerId: string | null): void {
  demand(context, customerId === null ? "imports:write" : "files:write");
}
