import { type Client, createClient } from "graphql-ws";
import WebSocket from "ws";
import type { Caller } from "../server.js";

/** Connects a caller to the subscriptions of a server, by one socket. */
export function connect(
  url: string,
  { cookie }: Pick<Caller, "cookie">,
  headers: Record<string, string> = {},
): Client {
  return createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    retryAttempts: 0,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { cookie, ...headers } });
      }
    },
  });
}
