import { createHmac, randomBytes } from "node:crypto";

// As the Standard Webhooks have it: the brand, then the key in base64.
const BRAND = "whsec_";
const KEY_BYTES = 32;

/** A new secret with which a webhook's events are signed. */
export function newSigningSecret(): string {
  return `${BRAND}${randomBytes(KEY_BYTES).toString("base64")}`;
}

/** What is sent: which event, when, and its text. */
export interface SignedMessage {
  id: string;
  /** Seconds since 1970. */
  timestamp: number;
  body: string;
}

function signature(secret: string, { id, timestamp, body }: SignedMessage): string {
  const key = Buffer.from(secret.slice(BRAND.length), "base64");
  const digest = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return `v1,${digest}`;
}

/** The headers of the Standard Webhooks; each of the secrets signs, so that receivers can change over. */
export function signedHeaders(
  secrets: readonly string[],
  message: SignedMessage,
): Record<string, string> {
  return {
    "webhook-id": message.id,
    "webhook-timestamp": String(message.timestamp),
    "webhook-signature": secrets.map((secret) => signature(secret, message)).join(" "),
  };
}
