import { type KeptClient, keepClient } from "./connections/keptClient.js";

/** Called for each notification on a channel, and when listening starts (again): notifications in between are lost. */
export interface Hearing {
  onNotification: (payload: string) => void;
  onConnect?: () => void;
}

/** Listens to a channel of the database at `url` until it is closed; throws where it cannot start to. */
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
