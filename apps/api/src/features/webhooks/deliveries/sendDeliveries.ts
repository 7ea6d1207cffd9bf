import type { App } from "../../../platform/app.js";
import type { HeldWebhook, PendingDelivery } from "./deliveryQueue.js";
import { inOrderByKey } from "./inOrderByKey.js";
import { isTaken, type Refusal, recordRefusals } from "./recordResponse.js";
import { type Secrets, sendDelivery } from "./sendDelivery.js";
import { CONNECTIONS_AT_ONCE, type Connections } from "./sendWebhook.js";
import { TakenDeliveries } from "./takenDeliveries.js";

/** What the deliveries of a turn share. */
export interface Means {
  secrets: Secrets;
  connections: Connections;
  signal: AbortSignal;
  /** When no further event is begun, in milliseconds since 1970. */
  end: number;
}

/** The record and the customer whose events come in order; one that is sent again at a person's request waits for none. */
const keysOf = ({ isRedelivery, recordId, customerId }: PendingDelivery): string[] =>
  isRedelivery ? [] : [recordId, ...(customerId ? [customerId] : [])];

/**
 * Sends due events side by side, those of a record or of a customer in their order, and records the results. Nothing more
 * is begun once one was refused, nor where the webhook was changed meanwhile.
 */
export async function sendDeliveries(
  app: App,
  webhook: HeldWebhook,
  due: readonly PendingDelivery[],
  means: Means,
): Promise<void> {
  const taken = new TakenDeliveries(app, webhook);
  const refused: Refusal[] = [];
  let isHeldUp = false;
  await inOrderByKey(due, {
    atOnce: CONNECTIONS_AT_ONCE,
    keysOf,
    goesOn: () => !isHeldUp && !means.signal.aborted && Date.now() < means.end && taken.isUnchanged,
    run: async (one) => {
      const response = await sendDelivery(app, webhook, one, means);
      // Cut off by the end of this process, it is sent again by the next.
      if (means.signal.aborted && response.status === null) return;
      if (isTaken(response)) return taken.add(one, response);
      refused.push({ due: one, response });
      isHeldUp ||= !one.isRedelivery;
    },
  });
  // What was taken ends the waiting; what was refused begins it.
  await taken.settle();
  if (refused.length > 0) await recordRefusals(app, webhook.id, refused);
}
