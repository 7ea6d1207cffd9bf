import { setTimeout as pause } from "node:timers/promises";
import { v7 as uuidV7 } from "uuid";
import type { App } from "../../platform/app.js";
import { unseal } from "../../platform/doors/sealedSecret.js";
import type { JobHandler } from "../../platform/jobs/jobs.js";
import { changeOf } from "../activity/feed.entry.js";
import { recordAnswer } from "./delivery.outcome.js";
import {
  type Due,
  dueWebhooks,
  type HeldWebhook,
  holdWebhook,
  nextDue,
  releaseWebhook,
} from "./line.js";
import { planDeliveries } from "./line.plan.js";
import { send } from "./webhook.send.js";
import { signedHeaders } from "./webhook.signature.js";

/** The queue of webhooks that have something to send. */
export const WEBHOOK_QUEUE = "webhook";

// A webhook with much to tell does not keep the others waiting.
const TURN_MS = 15_000;
// What commits while others still write has its place when they end, which is mostly at once.
const SETTLING_MS = [10, 20, 50, 100, 200, 400, 800];

/** How a turn ended: nothing is left, others have it in hand, places are not certain yet, or it took too long. */
type Turn = "done" | "busy" | "unsettled" | "long";

/** Sends a webhook what it is told of, in order, until there is no more; of several that try at once, one does. */
export const webhookJob: JobHandler = {
  async run(app, webhookId, signal) {
    const db = app.database.db();
    for (;;) {
      const turn = await takeTurn(app, webhookId, signal);
      if (turn === "long") return app.jobs.enqueue(db, WEBHOOK_QUEUE, webhookId);
      if (turn !== "done" || signal.aborted) return;
      // Who came meanwhile to tell of more has left that to this one.
      if ((await dueWebhooks(db, app.clock(), webhookId)).length === 0) return;
    }
  },
  // What is due is looked for again and again (webhook.watch.ts).
  giveUp: async () => undefined,
};

async function takeTurn(app: App, webhookId: string, signal: AbortSignal): Promise<Turn> {
  const db = app.database.db();
  const claim = uuidV7();
  const end = Date.now() + TURN_MS;
  const settling = [...SETTLING_MS];
  try {
    for (let turn: Turn = "busy"; Date.now() < end; turn = "done") {
      if (signal.aborted) return turn;
      const now = app.clock();
      const webhook = await holdWebhook(db, webhookId, claim, now);
      if (!webhook) return turn;
      const waits = webhook.retryAt !== null && webhook.retryAt > now;
      const due = await nextDue(db, webhookId, waits);
      if (due) await tell(app, webhook, due, signal);
      else if (waits) return "done";
      else {
        const { count, unsettled } = await planDeliveries(db, webhookId, claim);
        if (count > 0) continue;
        if (!unsettled) return "done";
        const wait = settling.shift();
        if (wait === undefined) return "unsettled";
        await pause(wait);
      }
    }
    return "long";
  } finally {
    await releaseWebhook(db, webhookId, claim);
  }
}

/** The event as receivers read it: the entry of the change feed, with its name and time around it. */
const bodyOf = (due: Due): string =>
  JSON.stringify({ type: due.event, timestamp: due.createdAt, data: changeOf(due) });

async function tell(
  app: App,
  { id, url, sealedSecrets }: HeldWebhook,
  due: Due,
  signal: AbortSignal,
): Promise<void> {
  const db = app.database.db();
  const secrets = await Promise.all(sealedSecrets.map((sealed) => unseal(app, db, sealed)));
  const body = bodyOf(due);
  const timestamp = Math.floor(app.clock().getTime() / 1000);
  const headers = signedHeaders(secrets, { id: due.id, timestamp, body });
  const answer = await send({ url, headers, body, own: app.webhookNetworks }, signal);
  // Cut off by the end of this process, it is sent again by the next.
  if (signal.aborted && answer.status === null) return;
  await recordAnswer(app, id, due, answer);
}
