import { setTimeout as pause } from "node:timers/promises";
import { DatabaseClient } from "./client.js";

const RECONNECT_MS = 500;
const HEARTBEAT_MS = 2_500;
const ANSWER_MS = 2_000;

/** What is heard on a channel, and when hearing begins (again): what was told in between is lost. */
export interface Hearing {
  onNotification: (payload: string) => void;
  onConnect?: () => void;
}

/** A connection of its own that hears what is told on a channel, and comes back by itself. */
export interface Listener {
  close(): Promise<void>;
}

/**
 * Hears a channel of the database at `url` until it is closed; throws where it cannot begin to. Nothing need be told
 * for long, so that the connection is asked from time to time whether it is alive.
 */
export async function listenTo(url: string, channel: string, hearing: Hearing): Promise<Listener> {
  let client: DatabaseClient | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    const next = new DatabaseClient({
      connectionString: url,
      application_name: "clientela-listener",
    });
    next.on("notification", ({ payload }) => hearing.onNotification(payload ?? ""));
    try {
      await next.connect();
      await answered(next, `LISTEN ${next.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    if (isClosed) return next.end();
    client = next;
    next.once("end", connectLater);
    hearing.onConnect?.();
    beat(next).catch(() => next.abandon("the listener's heartbeat was not answered"));
  }

  async function beat(current: DatabaseClient): Promise<void> {
    while (client === current) {
      await pause(HEARTBEAT_MS, undefined, { ref: false });
      if (client === current) await answered(current, "SELECT 1");
    }
  }

  function connectLater(): void {
    client = null;
    if (isClosed) return;
    timer = setTimeout(() => connect().catch(connectLater), RECONNECT_MS).unref();
  }

  await connect();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}

/** Waits for the answer to a statement; throws where it takes too long. */
async function answered(client: DatabaseClient, statement: string): Promise<void> {
  const timer = setTimeout(() => client.abandon("it did not answer in time"), ANSWER_MS);
  try {
    await client.query(statement);
  } finally {
    clearTimeout(timer);
  }
}
