import { EventEmitter, once } from "node:events";
import http, { type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { Caller } from "../../../test/server.js";

/** An event as a receiver gets it. */
export interface Received {
  headers: IncomingHttpHeaders;
  text: string;
  type: string;
  recordId: string;
}

/** The response of a receiver. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** A receiver of events on a port of its own. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Its response from now on, to all or to each; null for none at all. */
  reply: Reply | null | ((event: Received) => Reply);
  /** Waits until it was called so often. */
  calls(count: number): Promise<Received[]>;
  close(): Promise<void>;
}

/** Starts a receiver that responds with 204. */
export async function startReceiver(): Promise<Receiver> {
  const called = new EventEmitter();
  const received: Received[] = [];
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const { type, data } = JSON.parse(text);
    const event = { headers: request.headers, text, type, recordId: data.recordId };
    received.push(event);
    const reply = typeof receiver.reply === "function" ? receiver.reply(event) : receiver.reply;
    if (reply) response.writeHead(reply.status, reply.headers).end(reply.body);
    called.emit("call");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    reply: { status: 204 },
    async calls(count) {
      while (received.length < count) await once(called, "call");
      return received;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return receiver;
}

/** A webhook as tests see it. */
export interface MadeWebhook {
  id: string;
  version: number;
  secret: string;
}

/** Creates a webhook through the API. */
export async function makeWebhook(
  caller: Caller,
  url: string,
  events: readonly string[] = ["*"],
): Promise<MadeWebhook> {
  const { data, errors } = await caller.ask<{
    createWebhook: { secret: string; webhook: { id: string; version: number } };
  }>(
    "mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { id version } } }",
    { input: { url, events } },
  );
  if (errors) throw new Error(`createWebhook: ${JSON.stringify(errors)}`);
  const { secret, webhook } = data.createWebhook;
  return { ...webhook, secret };
}
