// Somebody who follows all customers over a socket, and comes back as clients do.
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { fromApi } from "../bench/stage.mjs";
import { ask } from "./client.mjs";

const { createClient } = await import(fromApi.resolve("graphql-ws"));
const WebSocket = fromApi("ws");

const CREATE =
  "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }";
const HEARD_MS = 10_000;

export function follow(instance) {
  const heard = new Set();
  const closed = new Map();
  const client = createClient({
    url: `${instance.url.replace("http", "ws")}/graphql`,
    lazy: false,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: () => pause(300),
    shouldRetry: () => true,
    on: {
      closed: (event) => closed.set(event?.code, (closed.get(event?.code) ?? 0) + 1),
    },
    webSocketImpl: class extends WebSocket {
      constructor(address, protocols) {
        super(address, protocols, { headers: { cookie: instance.cookie } });
      }
    },
  });
  client.subscribe(
    { query: "subscription { customersChanged { event recordId } }" },
    {
      next: ({ data }) => heard.add(data?.customersChanged.recordId),
      error: () => undefined,
      complete: () => undefined,
    },
  );
  return {
    /** Whether it hears of what happens now. */
    async verify() {
      const input = { legalName: "Heard of", address: { city: "Olinda", country: "BR" } };
      const { createCustomer } = await ask(instance, CREATE, { input }, randomUUID());
      const { id } = createCustomer.customer;
      for (const end = Date.now() + HEARD_MS; Date.now() < end && !heard.has(id); )
        await pause(100);
      const codes = [...closed].map(([code, count]) => `${count} x ${code}`).join(", ") || "never";
      console.log(`a subscriber heard of ${heard.size} records; its socket was closed ${codes}`);
      await client.dispose();
      return heard.has(id) ? [] : ["a subscriber no longer hears of changes"];
    },
  };
}
