import http from "node:http";
import https from "node:https";
import {
  AddressNotAllowed,
  addressIn,
  allowedLookup,
  mayReach,
  type OwnNetworks,
} from "./webhookTarget.js";

/** How long a receiver may take to answer. */
const TIME_LIMIT_MS = 10_000;
// Only the status of a response is read.
const RESPONSE_LIMIT_BYTES = 16 * 1024;

/** How many events are sent to a receiver at once. */
export const CONNECTIONS_AT_ONCE = 16;

/** Connections to receivers that are kept while there is something to send; each was opened to an allowed address. */
export class Connections {
  private readonly agents = {
    "http:": new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS_AT_ONCE }),
    "https:": new https.Agent({ keepAlive: true, maxSockets: CONNECTIONS_AT_ONCE }),
  };

  for(protocol: string): http.Agent {
    return protocol === "https:" ? this.agents["https:"] : this.agents["http:"];
  }

  close(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }
}

/** What is sent, and where. */
export interface Sending {
  url: string;
  headers: Record<string, string>;
  body: string;
  own: OwnNetworks;
  /** Those kept from earlier events; without, it is sent over one of its own. */
  connections?: Connections;
  timeLimitMs?: number;
}

/** The result of a delivery: the status of the response, or why there is none. */
export interface WebhookResponse {
  status: number | null;
  problem: string | null;
}

// A receiver may close a connection while it is used again, which says nothing about the event.
const CLOSED = new Set(["ECONNRESET", "EPIPE"]);

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "FAILED";

/** Sends a text by POST to the very address that was looked up and found allowed; follows no redirect. */
export async function send(sending: Sending, stop: AbortSignal): Promise<WebhookResponse> {
  const timeout = AbortSignal.timeout(sending.timeLimitMs ?? TIME_LIMIT_MS);
  try {
    const status = await post(sending, AbortSignal.any([stop, timeout]));
    return { status, problem: null };
  } catch (error) {
    return { status: null, problem: timeout.aborted ? "TIMEOUT" : codeOf(error) };
  }
}

function post(sending: Sending, signal: AbortSignal): Promise<number> {
  const { url, headers, body, own, connections } = sending;
  const target = new URL(url);
  const { protocol } = target;
  const address = addressIn(target);
  return new Promise((resolve, reject) => {
    // A host name is checked when it is resolved.
    if (address !== null && !mayReach(address, protocol, own)) {
      throw new AddressNotAllowed(address);
    }
    const { request } = protocol === "https:" ? https : http;
    const sent = request(target, {
      method: "POST",
      agent: connections?.for(protocol) ?? false,
      lookup: allowedLookup(protocol, own),
      signal,
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "user-agent": "Clientela-Webhooks",
        ...headers,
      },
    });
    sent.on("error", (error) => {
      const isAgain = sent.reusedSocket && CLOSED.has(codeOf(error)) && !signal.aborted;
      if (isAgain) resolve(post({ ...sending, connections: undefined }, signal));
      else reject(error);
    });
    sent.on("response", (response) => {
      let bytes = 0;
      response.on("error", () => undefined);
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > RESPONSE_LIMIT_BYTES) response.destroy();
      });
      resolve(response.statusCode ?? 0);
    });
    sent.end(body);
  });
}
