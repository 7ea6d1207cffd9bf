import { setTimeout as pause } from "node:timers/promises";
import { DatabaseClient } from "./client.js";

const RECONNECT_MS = 500;
const HEARTBEAT_MS = 2_500;
const ANSWER_MS = 2_000;

/** A dedicated connection that reconnects by itself, until it is closed. */
export interface KeptClient {
  close(): Promise<void>;
}

/** Which connection is kept open, and for what. */
export interface KeptClientOptions {
  url: string;
  /** Its application name at the database server. */
  name: string;
  /** Runs each time it is open, also after reconnecting. */
  setUp(client: DatabaseClient): Promise<void>;
  onConnect?: (() => void) | undefined;
}

/**
 * Keeps a connection open, such as for a lock or for notifications. It may be silent for long, so
 * it is probed from time to time. Throws where it cannot be opened at first.
 */
export async function keepClient(options: KeptClientOptions): Promise<KeptClient> {
  let client: DatabaseClient | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    const next = new DatabaseClient({
      connectionString: options.url,
      application_name: options.name,
    });
    try {
      await next.connect();
      await inTime(next, options.setUp(next));
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    if (isClosed) return next.end();
    client = next;
    next.once("end", connectLater);
    options.onConnect?.();
    beat(next).catch(() => next.abandon("its heartbeat was not answered"));
  }

  async function beat(current: DatabaseClient): Promise<void> {
    while (client === current) {
      await pause(HEARTBEAT_MS, undefined, { ref: false });
      if (client === current) await inTime(current, current.query("SELECT 1"));
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

/** Waits for a response; abandons the connection where that takes too long. */
async function inTime(client: DatabaseClient, answer: Promise<unknown>): Promise<void> {
  const timer = setTimeout(() => client.abandon("it did not answer in time"), ANSWER_MS);
  try {
    await answer;
  } finally {
    clearTimeout(timer);
  }
}
