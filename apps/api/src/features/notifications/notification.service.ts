import sql from "sql-template-tag";
import type { Context, ViewerBatchLoader } from "../../platform/context.js";
import { Forbidden, NotFound } from "../../platform/errors.js";
import { parseId, parseIds } from "../../platform/graph/parseInput.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import type { MarkNotificationsInput, MuteCustomerInput } from "./notification.input.js";
import { ofCaller } from "./notification.list.js";

const MAX_IDS = 100;

function personOf({ actor }: Context): string {
  if (actor.kind !== "USER" || actor.id === null) throw new Forbidden();
  return actor.id;
}

/** Marks notifications of the caller as read or unread. Throws Invalid, and NotFound for one of somebody else's. */
export async function markNotifications(
  context: Context,
  { ids, read }: MarkNotificationsInput,
): Promise<void> {
  const person = personOf(context);
  const wanted = ids == null ? null : parseIds(ids, MAX_IDS);
  if (wanted) await assertOwn(context, wanted);
  await context.db.execute(sql`
    UPDATE notifications
    SET read_at = CASE WHEN ${read} THEN now() END, updated_at = now(), version = version + 1
    WHERE user_id = ${person}::uuid AND (read_at IS NULL) = ${read}
      AND (${wanted}::uuid[] IS NULL OR id = ANY(${wanted}::uuid[]))`);
  // The person's other windows count anew.
  context.announce({ name: "notification.added", id: person, parentId: null });
}

async function assertOwn(context: Context, ids: readonly string[]): Promise<void> {
  const rows = await context.db.rows<{ id: string }>(sql`
    SELECT r.id FROM notifications r WHERE r.id = ANY(${ids}::uuid[]) AND ${ofCaller(context)}`);
  const own = new Set(rows.map(({ id }) => id));
  const missing = ids.find((id) => !own.has(id));
  if (missing) throw new NotFound("Notification", missing);
}

/** Mutes a customer for the caller, or ends that; returns its id. Throws NotFound. */
export async function muteCustomer(
  context: Context,
  { customerId, muted }: MuteCustomerInput,
): Promise<string> {
  const person = personOf(context);
  const { id } = await lockCustomerForReference(context, parseId(customerId, "customerId"));
  await context.db.execute(
    muted
      ? sql`INSERT INTO muted_customers (user_id, customer_id) VALUES (${person}::uuid, ${id}::uuid) ON CONFLICT DO NOTHING`
      : sql`DELETE FROM muted_customers WHERE user_id = ${person}::uuid AND customer_id = ${id}::uuid`,
  );
  return id;
}

/** Whether the caller muted each of the customers. */
export const isMuted: ViewerBatchLoader<string, undefined, boolean> = async (ids, _, context) => {
  const rows = await context.db.rows<{ id: string }>(sql`
    SELECT customer_id AS id FROM muted_customers
    WHERE customer_id = ANY(${ids}::uuid[])
      AND user_id = ${context.actor.kind === "USER" ? context.actor.id : null}::uuid`);
  const muted = new Set(rows.map(({ id }) => id));
  return ids.map((id) => muted.has(id));
};
