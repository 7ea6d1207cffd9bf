import sql, { type Sql } from "sql-template-tag";
import type { App } from "../../../platform/app.js";
import type { Context } from "../../../platform/context.js";
import { changeRecord, lockRecord } from "../../../platform/records/write.js";
import { systemContext } from "../../../platform/request/systemContext.js";
import { Webhook } from "../webhook.entity.js";
import { webhookSubject } from "../webhook.service.js";
import type { DeliveryStatus } from "./delivery.entity.js";
import type { PendingDelivery } from "./deliveryQueue.js";
import type { WebhookResponse } from "./sendWebhook.js";

// As the Standard Webhooks propose, with more tries at the beginning: about three days.
const RETRY_SECONDS = [
  5, 30, 120, 600, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
] as const;
/** The receiver responded that it no longer exists. */
const GONE = 410;

const isTaken = ({ status }: WebhookResponse): boolean =>
  status !== null && status >= 200 && status < 300;

/**
 * Writes down how a receiver took an event. What it did not take is sent again later and later, and all that
 * follows waits; a webhook whose receiver never takes it, or is gone, is switched off.
 */
export async function recordResponse(
  app: App,
  webhookId: string,
  due: PendingDelivery,
  response: WebhookResponse,
): Promise<void> {
  const context = systemContext(app);
  if (isTaken(response)) return succeed(context, webhookId, due, response);
  await context.inTransaction(async () => {
    const seconds = response.status === GONE ? undefined : RETRY_SECONDS[due.attempts];
    if (due.isRedelivery) return write(context, due, "FAILED", response);
    if (seconds === undefined) return giveUp(context, webhookId, due, response);
    await write(context, due, "PENDING", response);
    const retryAt = new Date(context.now.getTime() + seconds * 1000);
    await context.db.execute(sql`
      UPDATE webhooks SET failing_since = coalesce(failing_since, ${context.now}), retry_at = ${retryAt}
      WHERE id = ${webhookId}::uuid`);
  });
}

const written = (
  { now }: Context,
  due: PendingDelivery,
  status: DeliveryStatus,
  response: WebhookResponse,
): Sql => sql`
  UPDATE webhook_deliveries SET status = ${status}, attempts = attempts + 1, attempted_at = ${now},
    response_status = ${response.status}::int, problem = ${response.problem}::text, asked_again = false
  WHERE id = ${due.deliveryId}::uuid`;

async function write(
  context: Context,
  due: PendingDelivery,
  status: DeliveryStatus,
  response: WebhookResponse,
) {
  await context.db.execute(written(context, due, status, response));
}

// Many go well one after the other: one statement for each.
async function succeed(
  context: Context,
  webhookId: string,
  due: PendingDelivery,
  response: WebhookResponse,
) {
  await context.db.execute(sql`
    WITH d AS (${written(context, due, "DELIVERED", response)})
    UPDATE webhooks SET failing_since = NULL, retry_at = NULL
    WHERE id = ${webhookId}::uuid AND failing_since IS NOT NULL`);
}

async function giveUp(
  context: Context,
  webhookId: string,
  due: PendingDelivery,
  response: WebhookResponse,
) {
  await write(context, due, "FAILED", response);
  const webhook = await lockRecord(context, Webhook, webhookId, sql`true`);
  const values = {
    disabledAt: context.now,
    retryAt: null,
    failingSince: webhook.failingSince ?? context.now,
  };
  await changeRecord(context, webhookSubject, webhook, webhook.version, values, "disabled");
}
