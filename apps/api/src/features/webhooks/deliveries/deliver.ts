import { v7 as uuidV7 } from "uuid";
import type { App } from "../../../platform/app.js";
import type { JobHandler } from "../../../platform/jobs/jobs.js";
import { dueWebhooks, holdWebhook, pendingDeliveries, releaseWebhook } from "./deliveryQueue.js";
import { planDeliveries } from "./planDeliveries.js";
import { sendDeliveries } from "./sendDeliveries.js";
import { Secrets } from "./sendDelivery.js";
import { Connections } from "./sendWebhook.js";

/** The queue of webhooks that have something to send. */
export const WEBHOOK_QUEUE = "webhook";

// A webhook with many pending events does not keep the others waiting. What is begun at its end takes as long as a
// receiver may, and is over before the claim lapses.
const TURN_MS = 15_000;
/** How many events are looked up at once. */
const PAGE = 500;
/** How many receivers a process sends to at once; a slow one keeps its place for a turn. */
const RECEIVERS_AT_ONCE = 6;

/** How a turn ended: nothing is left, others have it in hand, or it took too long. */
type Turn = "done" | "busy" | "long";

/** Sends a webhook its pending events until there are none; of several concurrent calls, one does the work. */
export const webhookJob: JobHandler = {
  atOnce: RECEIVERS_AT_ONCE,
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
  const means = { secrets: new Secrets(app), connections: new Connections(), signal, end };
  try {
    for (let turn: Turn = "busy"; Date.now() < end; turn = "done") {
      if (signal.aborted) return turn;
      const now = app.clock();
      const webhook = await holdWebhook(db, webhookId, claim, now);
      if (!webhook) return turn;
      const waits = webhook.retryAt !== null && webhook.retryAt > now;
      // A receiver that took nothing is asked with one event whether it does again.
      const most = webhook.isFailing ? 1 : PAGE;
      const due = await pendingDeliveries(db, webhookId, { waits, most });
      if (due.length > 0) await sendDeliveries(app, webhook, due, means);
      else if (waits) return "done";
      else if ((await planDeliveries(db, webhookId, claim)) === 0) return "done";
    }
    return "long";
  } finally {
    means.connections.close();
    await releaseWebhook(db, webhookId, claim);
  }
}
