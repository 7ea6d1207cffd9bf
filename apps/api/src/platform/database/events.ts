import { EventEmitter } from "node:events";
import type { Logger } from "pino";
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { parsedJson } from "../parsedJson.js";
import type { KeptClient } from "./connections/keptClient.js";
import type { Database } from "./database.js";
import type { DomainEvent } from "./domainEvent.js";
import { Following } from "./following.js";
import { listenTo } from "./listener.js";

const CHANNEL = "clientela_events";
const LONGEST_LOGGED = 200;

const eventSchema = z.object({
  name: z.string(),
  id: z.string(),
  // Absent for events from triggers of the database, which belong to no record.
  parentId: z.guid().nullable().default(null),
});

/** Publishes events to every process, this one included; in a transaction, with its commit. */
export function notify(events: readonly DomainEvent[]): Sql {
  return sql`SELECT pg_notify(${CHANNEL}, e::text) FROM jsonb_array_elements(${JSON.stringify(events)}::jsonb) e`;
}

/** Events in commit order, as PostgreSQL delivers them to all processes. */
export class Events {
  private readonly followers = new Set<Following>();
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private listener: KeptClient | null = null;

  private constructor(
    private readonly database: Database,
    private readonly log: Logger,
  ) {}

  /** Starts listening. A lost connection is opened again, and subscribers are notified that they may have missed events. */
  static async open(database: Database, log: Logger): Promise<Events> {
    const events = new Events(database, log);
    let isFirst = true;
    events.listener = await listenTo(database.url, CHANNEL, {
      onNotification: (payload) => events.hear(payload),
      onConnect: () => {
        if (!isFirst) events.emitter.emit("missed");
        isFirst = false;
      },
    });
    return events;
  }

  // Anyone who can connect to the database can send a notice with any text.
  private hear(payload: string): void {
    const event = eventSchema.safeParse(parsedJson(payload));
    if (!event.success) {
      const start = payload.slice(0, LONGEST_LOGGED);
      this.log.warn({ payload: start }, "a notice that is no event was refused");
      return;
    }
    for (const following of this.followers) following.hear(event.data);
  }

  /** Publishes events that are committed already; if the database is unreachable, they are lost. */
  publish(events: readonly DomainEvent[]): void {
    if (events.length === 0) return;
    this.database
      .db()
      .execute(notify(events))
      .catch((error: unknown) => this.log.warn({ err: error }, "events were not delivered"));
  }

  /** Events that pass the filter, until the signal aborts; see `Following`. */
  follow(
    wanted: (event: DomainEvent) => boolean,
    signal: AbortSignal,
  ): AsyncIterableIterator<DomainEvent, undefined> {
    const following = new Following(wanted, (ended) => this.followers.delete(ended));
    const end = () => void following.return();
    if (signal.aborted) end();
    else {
      this.followers.add(following);
      signal.addEventListener("abort", end, { once: true });
    }
    return following;
  }

  /** Calls `listener` whenever events were missed, until the signal aborts: subscribers have to read again. */
  onMissed(listener: () => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.emitter.on("missed", listener);
    signal.addEventListener("abort", () => this.emitter.off("missed", listener), { once: true });
  }

  async close(): Promise<void> {
    await this.listener?.close();
  }
}
