import type { App } from "../../../platform/app.js";
import { UnreadableSecret, unseal } from "../../../platform/security/sealedSecret.js";
import { changeOf } from "../../activity/feedEntry.js";
import type { HeldWebhook, PendingDelivery } from "./deliveryQueue.js";
import { type Connections, send, type WebhookResponse } from "./sendWebhook.js";
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

/** Sends a due event; returns how its receiver took it. */
export async function sendDelivery(
  app: App,
  { url, sealedSecrets }: HeldWebhook,
  due: PendingDelivery,
  { secrets, connections, signal }: Means,
): Promise<WebhookResponse> {
  const signing = await secrets.of(sealedSecrets);
  if (signing.length === 0) return { status: null, problem: "SECRET_UNREADABLE" };
  const body = bodyOf(app, due);
  const timestamp = Math.floor(app.clock().getTime() / 1000);
  const headers = signedHeaders(signing, { id: due.id, timestamp, body });
  return send({ url, headers, body, own: app.webhookNetworks, connections }, signal);
}

interface Means {
  secrets: Secrets;
  connections: Connections;
  signal: AbortSignal;
}
