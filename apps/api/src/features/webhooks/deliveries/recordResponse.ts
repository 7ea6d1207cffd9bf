import sql from "sql-template-tag";
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

/** Whether a receiver took an event. */
export const isTaken = ({ status }: WebhookResponse): boolean =>
  status !== null && status >= 200 && status < 300;

/** An event that a receiver did not take. */
export interface Refusal {
  due: PendingDelivery;
  response: WebhookResponse;
}

/**
 * Writes down what a receiver did not take. It is sent again later and later, and all that follows waits; a webhook whose
 * receiver never takes it, or is gone, is switched off.
 */
export async function recordRefusals(
  app: App,
  webhookId: string,
  refused: readonly Refusal[],
): Promise<void> {
  const context = systemContext(app);
  await context.inTransaction(async () => {
    const [first, ...others] = refused
      .filter(({ due }) => !due.isRedelivery)
      .toSorted((a, b) => (a.due.deliveryId < b.due.deliveryId ? -1 : 1));
    for (const one of refused) if (one.due.isRedelivery) await write(context, one, "FAILED");
    // Sent side by side with the first, they are tried again after it.
    for (const one of others) await write(context, one, "PENDING");
    if (first) await holdUp(context, webhookId, first);
  });
}

/** Waits until the first event in line is tried again, or gives the receiver up. */
async function holdUp(context: Context, webhookId: string, first: Refusal): Promise<void> {
  const seconds = first.response.status === GONE ? undefined : RETRY_SECONDS[first.due.attempts];
  if (seconds === undefined) return giveUp(context, webhookId, first);
  await write(context, first, "PENDING");
  const retryAt = new Date(context.now.getTime() + seconds * 1000);
  await context.db.execute(sql`
    UPDATE webhooks SET failing_since = coalesce(failing_since, ${context.now}), retry_at = ${retryAt}
    WHERE id = ${webhookId}::uuid`);
}

async function write({ db, now }: Context, { due, response }: Refusal, status: DeliveryStatus) {
  await db.execute(sql`
    UPDATE webhook_deliveries SET status = ${status}, attempts = attempts + 1, attempted_at = ${now},
      response_status = ${response.status}::int, problem = ${response.problem}::text, asked_again = false
    WHERE id = ${due.deliveryId}::uuid`);
}

async function giveUp(context: Context, webhookId: string, first: Refusal) {
  await write(context, first, "FAILED");
  const webhook = await lockRecord(context, Webhook, webhookId, sql`true`);
  const values = {
    disabledAt: context.now,
    retryAt: null,
    failingSince: webhook.failingSince ?? context.now,
  };
  await changeRecord(context, webhookSubject, webhook, webhook.version, values, "disabled");
}
