import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { CustomerFilesFull, type DomainError, TooLarge } from "../../platform/errors.js";
import { roomForSheet } from "./sheetQuota.js";

/** How many bytes are taken of a file, and what is said of one that has more. */
export interface Room {
  bytes: number;
  refusal: DomainError;
}

/** The room of a file that may have `bytes`, whatever else is kept. */
export const roomOf = (bytes: number): Room => ({ bytes, refusal: new TooLarge(bytes) });

// In the trash too: there the bytes are kept as well, and each can be taken out again.
async function keptBytes(context: Context, customerId: string): Promise<number> {
  const row = await context.db.row<{ bytes: string }>(sql`
    SELECT coalesce(sum(size), 0)::text AS bytes FROM (
      SELECT size FROM files WHERE customer_id = ${customerId}::uuid AND deleted_at IS NULL
      UNION ALL
      SELECT size FROM files WHERE customer_id = ${customerId}::uuid AND deleted_at IS NOT NULL) kept`);
  return Number(row?.bytes);
}

/** The room that there is for one more file of a customer, or for a file to import. */
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

/** Throws what is said of a file of `size` bytes that there is no room for. */
export function refuseBeyond({ bytes, refusal }: Room, size: number): void {
  if (size > bytes) throw refusal;
}
