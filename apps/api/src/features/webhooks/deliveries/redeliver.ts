import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { Invalid, NotFound } from "../../../platform/errors.js";
import { parseId } from "../../../platform/graph/parseInput.js";
import { lockRecord, recordActivity } from "../../../platform/records/write.js";
import { Webhook } from "../webhook.entity.js";
import { webhookSubject } from "../webhook.service.js";
import { WebhookDelivery } from "./delivery.entity.js";

/** Sends an event again, once; one that still waits for its next try is tried now. Throws NotFound and Invalid. */
export async function redeliver(context: Context, deliveryId: string): Promise<WebhookDelivery> {
  const { db } = context;
  const delivery = await db.manager.findOneBy(WebhookDelivery, {
    id: parseId(deliveryId, "deliveryId"),
  });
  if (!delivery) throw new NotFound(WebhookDelivery.name, deliveryId);
  const webhook = await lockRecord(context, Webhook, delivery.webhookId, sql`true`);
  if (!webhook.enabled()) throw new Invalid([{ path: "deliveryId", code: "webhook_off" }]);
  await db.execute(
    delivery.status === "PENDING"
      ? sql`UPDATE webhooks SET retry_at = NULL WHERE id = ${webhook.id}::uuid`
      : sql`UPDATE webhook_deliveries SET asked_again = true WHERE id = ${delivery.id}::uuid`,
  );
  await recordActivity(context, webhookSubject, [webhook], "redelivered", [
    { field: "delivery", old: null, new: delivery.id },
  ]);
  return delivery;
}
