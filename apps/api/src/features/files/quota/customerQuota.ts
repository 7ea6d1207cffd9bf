import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { CustomerFilesFull } from "../../../platform/errors.js";
import { type Room, roomOf } from "./room.js";
import { roomForSheet } from "./sheetQuota.js";

// Files in the trash count as well: their bytes are kept, and each can be restored.
async function keptBytes(context: Context, customerId: string): Promise<number> {
  const row = await context.db.row<{ bytes: string }>(sql`
    SELECT coalesce(sum(size), 0)::text AS bytes FROM (
      SELECT size FROM files WHERE customer_id = ${customerId}::uuid AND deleted_at IS NULL
      UNION ALL
      SELECT size FROM files WHERE customer_id = ${customerId}::uuid AND deleted_at IS NOT NULL) kept`);
  return Number(row?.bytes);
}

/** The room for one more file of a customer, or for a file to import. */
export async function roomFor(context: Context, customerId: string | null): Promise<Room> {
  const { fileBytes, importFileBytes, customerFilesBytes } = context.app.limits;
  if (customerId === null) {
    const room = await roomForSheet(context);
    return importFileBytes <= room.bytes ? roomOf(importFileBytes) : room;
  }
  const left = Math.max(0, customerFilesBytes - (await keptBytes(context, customerId)));
  if (fileBytes <= left) return roomOf(fileBytes);
  return { bytes: left, refusal: new CustomerFilesFull(customerFilesBytes) };
}
