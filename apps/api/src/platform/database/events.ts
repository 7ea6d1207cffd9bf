import { EventEmitter, on } from "node:events";
import type { Logger } from "pino";
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Database } from "./database.js";
import { type Listener, listenTo } from "./listener.js";

/** Something that happened to a record, in the past tense: `customer.updated`. */
export interface DomainEvent {
  name: string;
  id: string;
  customerId: string | null;
}

const CHANNEL = "clientela_events";

const eventSchema = z.object({
  name: z.string(),
  id: z.string(),
  customerId: z.string().nullable(),
});

/** Tells events to every process, this one included; in a transaction, with its commit. */
export function notify(events: readonly DomainEvent[]): Sql {
  return sql`SELECT pg_notify(${CHANNEL}, e::text) FROM jsonb_array_elements(${JSON.stringify(events)}::jsonb) e`;
}

/** What happened, in the order of commits, as PostgreSQL tells it to all processes. */
export class Events {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private listener: Listener | null = null;

  private constructor(
    private readonly database: Database,
    private readonly log: Logger,
  ) {}

  /** Starts to hear; a lost connection is made again, and what was told meanwhile is lost. */
  static async open(database: Database, log: Logger): Promise<Events> {
    const events = new Events(database, log);
    events.listener = await listenTo(database.url, CHANNEL, {
      onNotification: (payload) => {
        const event = eventSchema.safeParse(JSON.parse(payload || "null"));
        if (event.success) events.emitter.emit("event", event.data);
      },
    });
    return events;
  }

  /** Tells events that are committed already; a database that is away loses them. */
  publish(events: readonly DomainEvent[]): void {
    if (events.length === 0) return;
    this.database
      .db()
      .execute(notify(events))
      .catch((error: unknown) => this.log.warn({ err: error }, "events were not told"));
  }

  /** Events that pass the filter, until the signal aborts. */
  async *follow(
    wanted: (event: DomainEvent) => boolean,
    signal: AbortSignal,
  ): AsyncGenerator<DomainEvent> {
    try {
      for await (const [event] of on(this.emitter, "event", { signal })) {
        const parsed = eventSchema.parse(event);
        if (wanted(parsed)) yield parsed;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async close(): Promise<void> {
    await this.listener?.close();
  }
}
