import { type KeptClient, keepClient } from "./connections/keptClient.js";

/** What is received on a channel, and when listening starts (again): notices in between are lost. */
export interface Hearing {
  onNotification: (payload: string) => void;
  onConnect?: () => void;
}

/** Hears a channel of the database at `url` until it is closed; throws where it cannot begin to. */
export function listenTo(url: string, channel: string, hearing: Hearing): Promise<KeptClient> {
  return keepClient({
    url,
    name: "clientela-listener",
    async setUp(client) {
      client.on("notification", ({ payload }) => hearing.onNotification(payload ?? ""));
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    },
    onConnect: hearing.onConnect,
  });
}
