import type { App } from "../../../platform/app.js";
import { UnreadableSecret, unseal } from "../../../platform/security/sealedSecret.js";
import { changeOf } from "../../activity/feedEntry.js";
import type { HeldWebhook, PendingDelivery } from "./deliveryQueue.js";
import { recordResponse } from "./recordResponse.js";
import { send, type WebhookResponse } from "./sendWebhook.js";
import { signedHeaders } from "./webhookSignature.js";

/** The secrets of a turn, each unsealed once; without those that can be read no more. */
export class Secrets {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly app: App) {}

  async of(sealed: readonly string[]): Promise<string[]> {
    const secrets: string[] = [];
    for (const one of sealed) {
      if (!this.known.has(one)) this.known.set(one, await this.read(one));
      const secret = this.known.get(one);
      if (secret) secrets.push(secret);
    }
    return secrets;
  }

  private async read(sealed: string): Promise<string | null> {
    try {
      return await unseal(this.app, this.app.database.db(), sealed);
    } catch (error) {
      if (error instanceof UnreadableSecret) return null;
      throw error;
    }
  }
}

/** The event as receivers read it: the entry of the change feed, with its name and time around it. */
const bodyOf = ({ registry }: App, due: PendingDelivery): string =>
  JSON.stringify({ type: due.event, timestamp: due.createdAt, data: changeOf(registry, due) });

/** Sends a due event and records the result. */
export async function sendDelivery(
  app: App,
  webhook: HeldWebhook,
  due: PendingDelivery,
  secrets: Secrets,
  signal: AbortSignal,
): Promise<void> {
  const signing = await secrets.of(webhook.sealedSecrets);
  const response =
    signing.length > 0
      ? await sendSigned(app, webhook, due, signing, signal)
      : { status: null, problem: "SECRET_UNREADABLE" };
  // Cut off by the end of this process, it is sent again by the next.
  if (signal.aborted && response.status === null) return;
  await recordResponse(app, webhook.id, due, response);
}

function sendSigned(
  app: App,
  { url }: HeldWebhook,
  due: PendingDelivery,
  secrets: readonly string[],
  signal: AbortSignal,
): Promise<WebhookResponse> {
  const body = bodyOf(app, due);
  const timestamp = Math.floor(app.clock().getTime() / 1000);
  const headers = signedHeaders(secrets, { id: due.id, timestamp, body });
  return send({ url, headers, body, own: app.webhookNetworks }, signal);
}
