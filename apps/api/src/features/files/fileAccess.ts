import { type Context, personBehind } from "../../platform/context.js";
import { demand } from "../../platform/security/authorize.js";
import type { File } from "./file.entity.js";

/** Whether the actor may read the bytes of a file. */
export async function mayRead(
  context: Context,
  { id, customerId, uploadedById }: File,
): Promise<boolean> {
  const { actor, app } = context;
  if (customerId !== null) return actor.permissions.has("files:read");
  // A sheet to import contains the data of many customers.
  if (!actor.permissions.has("imports:read")) return false;
  if (uploadedById !== null && uploadedById === personBehind(actor)) return true;
  const { uploadUses } = app.registry;
  const needed = await Promise.all(uploadUses.map((use) => use.permissions(context, id)));
  return (
    needed.length > 0 && needed.flat().every((permission) => actor.permissions.has(permission))
  );
}

/** Throws Forbidden unless the actor may upload a file for this customer, or a sheet to import. */
export function demandUpload(context: Context, customerId: string | null): void {
  demand(context, customerId === null ? "imports:write" : "files:write");
}
