import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { isHeld } from "../holdUpload.js";

/** What the room of an upload depends on. */
export type QuotaContext = Pick<Context, "app" | "actor" | "db">;

/** The other uploads that arrive for a customer, or as sheets to import: `bytes` that each may have, and `uploaded_by_id`. */
export const arrivingFor = (customerId: string | null, upload: string): Sql => sql`
  SELECT u.bytes, u.uploaded_by_id FROM uploads u
  WHERE u.customer_id IS NOT DISTINCT FROM ${customerId}::uuid AND u.id <> ${upload}::uuid AND ${isHeld}`;
