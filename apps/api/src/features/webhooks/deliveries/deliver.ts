import { v7 as uuidV7 } from "uuid";
import type { App } from "../../../platform/app.js";
import type { JobHandler } from "../../../platform/jobs/jobs.js";
import { dueWebhooks, holdWebhook, nextPendingDelivery, releaseWebhook } from "./deliveryQueue.js";
import { planDeliveries } from "./planDeliveries.js";
import { Secrets, sendDelivery } from "./sendDelivery.js";

/** The queue of webhooks that have something to send. */
export const WEBHOOK_QUEUE = "webhook";

// A webhook with many pending events does not keep the others waiting.
const TURN_MS = 15_000;

/** How a turn ended: nothing is left, others have it in hand, or it took too long. */
type Turn = "done" | "busy" | "long";

/** Sends a webhook its pending events in order until there are none; of several concurrent calls, one does the work. */
export const webhookJob: JobHandler = {
  async run(app, webhookId, signal) {
    const db = app.database.db();
    for (;;) {
      const turn = await takeTurn(app, webhookId, signal);
      if (turn === "long") return app.jobs.enqueue(db, WEBHOOK_QUEUE, webhookId);
      if (turn !== "done" || signal.aborted) return;
      // A call that arrived in the meantime with more events has left them to this one.
      if ((await dueWebhooks(db, app.clock(), webhookId)).length === 0) return;
    }
  },
  // What is due is looked for again and again (watchWebhooks.ts).
  giveUp: async () => undefined,
  prepareRetry: async () => true,
};

async function takeTurn(app: App, webhookId: string, signal: AbortSignal): Promise<Turn> {
  const db = app.database.db();
  const claim = uuidV7();
  const end = Date.now() + TURN_MS;
  const secrets = new Secrets(app);
  try {
    for (let turn: Turn = "busy"; Date.now() < end; turn = "done") {
      if (signal.aborted) return turn;
      const now = app.clock();
      const webhook = await holdWebhook(db, webhookId, claim, now);
      if (!webhook) return turn;
      const waits = webhook.retryAt !== null && webhook.retryAt > now;
      const due = await nextPendingDelivery(db, webhookId, waits);
      if (due) await sendDelivery(app, webhook, due, secrets, signal);
      else if (waits) return "done";
      else if ((await planDeliveries(db, webhookId, claim)) === 0) return "done";
    }
    return "long";
  } finally {
    await releaseWebhook(db, webhookId, claim);
  }
}
