import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Context } from "../../platform/context.js";
import { lockRecord, updateRecord } from "../../platform/records/write.js";
import { systemContext } from "../../platform/request/systemContext.js";
import type { Due } from "./line.js";
import { Webhook } from "./webhook.entity.js";
import type { Answer } from "./webhook.send.js";
import { webhookSubject } from "./webhook.service.js";

// As the Standard Webhooks propose, with more tries at the beginning: about three days.
const RETRY_SECONDS = [
  5, 30, 120, 600, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
] as const;
/** The receiver says that it is no more. */
const GONE = 410;

const isTaken = ({ status }: Answer): boolean => status !== null && status >= 200 && status < 300;

/**
 * Writes down how a receiver took an event. What it did not take is sent again later and later, and all that
 * follows waits; a webhook whose receiver never takes it, or is gone, is switched off.
 */
export async function recordAnswer(
  app: App,
  webhookId: string,
  due: Due,
  answer: Answer,
): Promise<void> {
  const context = systemContext(app);
  await context.inTransaction(async () => {
    if (isTaken(answer)) return succeed(context, webhookId, due, answer);
    const seconds = answer.status === GONE ? undefined : RETRY_SECONDS[due.attempts];
    if (due.askedAgain) return write(context, due, "FAILED", answer);
    if (seconds === undefined) return giveUp(context, webhookId, due, answer);
    await write(context, due, "PENDING", answer);
    const retryAt = new Date(context.now.getTime() + seconds * 1000);
    await context.db.execute(sql`
      UPDATE webhooks SET failing_since = coalesce(failing_since, ${context.now}), retry_at = ${retryAt}
      WHERE id = ${webhookId}::uuid`);
  });
}

async function write(
  { db, now }: Context,
  { deliveryId }: Due,
  status: string,
  { status: answerStatus, problem }: Answer,
): Promise<void> {
  await db.execute(sql`
    UPDATE webhook_deliveries SET status = ${status}, attempts = attempts + 1, attempted_at = ${now},
      answer_status = ${answerStatus}::int, problem = ${problem}::text, asked_again = false
    WHERE id = ${deliveryId}::uuid`);
}

async function succeed(context: Context, webhookId: string, due: Due, answer: Answer) {
  await write(context, due, "DELIVERED", answer);
  await context.db.execute(sql`
    UPDATE webhooks SET failing_since = NULL, retry_at = NULL
    WHERE id = ${webhookId}::uuid AND failing_since IS NOT NULL`);
}

async function giveUp(context: Context, webhookId: string, due: Due, answer: Answer) {
  await write(context, due, "FAILED", answer);
  const webhook = await lockRecord(context, Webhook, webhookId, sql`true`);
  const values = {
    disabledAt: context.now,
    retryAt: null,
    failingSince: webhook.failingSince ?? context.now,
  };
  await updateRecord(context, webhookSubject, webhook, webhook.version, values, "disabled");
}
