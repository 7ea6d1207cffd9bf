import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { roomFor } from "./customerQuota.js";
import { refuseBeyond } from "./room.js";

/** The framing that a multipart body may have besides the bytes of its file. */
export const FRAMING_BYTES = 64 * 1024;
// Where a sender doesn't say how much is coming, room is reserved in steps.
const FIRST_STEP = 64 * 1024;
const MAX_STEP = 8 * 1024 * 1024;

/** An upload whose bytes arrive. */
export interface Arriving {
  id: string;
  customerId: string | null;
  /** The length of the request, where its sender says it; 0 where not. */
  announced: number;
}

/**
 * Reserves room in the quota for at least `size` bytes of an upload, so that uploads that arrive at the same time count
 * each other; returns how many bytes it may have until it asks again. Throws the refusal of the quota.
 */
export async function reserve(
  { app, actor }: Pick<Context, "app" | "actor">,
  { id, customerId, announced }: Arriving,
  size: number,
): Promise<number> {
  const least = Math.max(size, announced - FRAMING_BYTES);
  const step = Math.min(Math.max(size, FIRST_STEP), MAX_STEP);
  const wanted = announced > 0 ? Math.max(announced, size) : size + step;
  return app.database.db().transaction(async (db) => {
    await db.execute(
      sql`SELECT pg_advisory_xact_lock(hashtext('room for uploads'), hashtext(${customerId ?? ""}))`,
    );
    const room = await roomFor({ app, actor, db }, customerId, id);
    refuseBeyond(room, least);
    const bytes = Math.min(wanted, room.bytes);
    const uploader = actor.kind === "USER" ? actor.id : null;
    await db.execute(sql`
      UPDATE uploads SET bytes = ${bytes}::bigint, customer_id = ${customerId}::uuid, uploaded_by_id = ${uploader}::uuid
      WHERE id = ${id}::uuid`);
    return bytes;
  });
}
