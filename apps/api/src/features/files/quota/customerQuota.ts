import sql from "sql-template-tag";
import { CustomerFilesFull } from "../../../platform/errors.js";
import { arrivingFor, type QuotaContext } from "./arrivingRows.js";
import { type Room, roomOf } from "./room.js";
import { roomForSheet } from "./sheetQuota.js";

// Files in the trash count as well: their bytes are kept, and each can be restored.
async function keptBytes(
  { db }: QuotaContext,
  customerId: string,
  upload: string,
): Promise<number> {
  const row = await db.row<{ bytes: string }>(sql`
    SELECT coalesce(sum(size), 0)::text AS bytes FROM (
      SELECT size FROM files WHERE customer_id = ${customerId}::uuid AND deleted_at IS NULL
      UNION ALL
      SELECT size FROM files WHERE customer_id = ${customerId}::uuid AND deleted_at IS NOT NULL
      UNION ALL
      SELECT a.bytes FROM (${arrivingFor(customerId, upload)}) a) kept`);
  return Number(row?.bytes);
}

/**
 * The room for one more file of a customer, or for a file to import, besides what is stored and what arrives in other
 * uploads than `upload`.
 */
export async function roomFor(
  context: QuotaContext,
  customerId: string | null,
  upload: string,
): Promise<Room> {
  const { fileBytes, importFileBytes, customerFilesBytes } = context.app.limits;
  if (customerId === null) {
    const room = await roomForSheet(context, upload);
    return importFileBytes <= room.bytes ? roomOf(importFileBytes) : room;
  }
  const left = Math.max(0, customerFilesBytes - (await keptBytes(context, customerId, upload)));
  if (fileBytes <= left) return roomOf(fileBytes);
  return { bytes: left, refusal: new CustomerFilesFull(customerFilesBytes) };
}
