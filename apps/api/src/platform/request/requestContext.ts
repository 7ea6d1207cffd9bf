import { todayIn } from "@clientela/shared/values/dates";
import type { Locale } from "@clientela/shared/values/locales";
import type { App } from "../app.js";
import type { Actor, Context, ViewerBatchLoader } from "../context.js";
import { isContended } from "../database/databaseFailure.js";
import type { Db } from "../database/db.js";
import type { DomainEvent } from "../database/domainEvent.js";
import type { RecordScope } from "../database/recordScope.js";
import { SqlStats } from "../database/sqlStats.js";
import type { Organisation } from "../organisation.js";
import type { BatchLoader } from "../readContext.js";
import type { Cancellation } from "./cancellation.js";
import { Loaders } from "./loader.js";
import type { ResponseMeter } from "./responseMeter.js";

const MAX_TRIES = 3;

/** A context whose database can be put into a transaction. */
export class RequestContext implements Context {
  now: Date;
  readonly stats: SqlStats;
  db: Db;
  readonly meter: ResponseMeter;
  private readonly loaders: Loaders;
  private day: string | undefined;
  private waiting: DomainEvent[] | null = null;

  constructor(
    readonly app: App,
    readonly actor: Actor,
    readonly locale: Locale,
    readonly requestId: string,
    /** Aborted when the client has gone: what is read for it is cancelled, what is written is not. */
    readonly cancellation?: Cancellation,
  ) {
    this.meter = app.responseMeters.open(actor.id ?? "");
    this.stats = new SqlStats(this.meter);
    const db = app.database.db(this.stats, cancellation, this.caller);
    this.db = actor.scope ? db.within(actor.scope) : db;
    this.now = app.clock();
    this.loaders = new Loaders(this.meter.pace);
  }

  /** Whose records it reads; absent for all. */
  get scope(): RecordScope | undefined {
    return this.actor.scope;
  }

  /** Who shares the database with others; null for work that nobody waits for, such as jobs. */
  get caller(): string | null {
    return this.cancellation ? this.actor.id : null;
  }

  get organisation(): Organisation {
    return this.actor.organisation;
  }

  get today(): string {
    this.day ??= todayIn(this.organisation.timeZone, this.now);
    return this.day;
  }

  load<Key, Args, Value>(
    batch: BatchLoader<Key, Args, Value>,
    key: Key,
    args?: Args,
  ): Promise<Value> {
    const ofAll = args as Args;
    // Apollo clones the context it is given, so only `this` of the call has the right database.
    const { performance } = this.app;
    return this.loaders.load(batch, key, ofAll, (keys, argsKey) =>
      // Nobody else sees what a transaction wrote before it commits.
      performance && !this.db.isInTransaction
        ? performance.crossRequestLoader.read({ batch, args: ofAll, argsKey, keys }, this)
        : batch(keys, ofAll, this),
    );
  }

  loadForViewer<Key, Args, Value>(
    batch: ViewerBatchLoader<Key, Args, Value>,
    key: Key,
    args?: Args,
  ): Promise<Value> {
    const ofAll = args as Args;
    return this.loaders.load(batch, key, ofAll, (keys) => batch(keys, ofAll, this));
  }

  refresh(): void {
    this.loaders.clear();
    this.now = this.app.clock();
    this.day = undefined;
  }

  announce(event: DomainEvent): void {
    if (this.waiting) this.waiting.push(event);
    else this.app.events.publish([event]);
  }

  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const announced = this.waiting?.length ?? 0;
    try {
      return await this.db.attempt(work);
    } catch (error) {
      this.waiting?.splice(announced);
      this.loaders.clear();
      throw error;
    }
  }

  /** Runs a mutation in a transaction; `key` is what its payload is called in the response. */
  async writes<T>(key: string, mutate: () => Promise<T>): Promise<T> {
    const isWhole = this.waiting === null;
    return this.meter.duringWrite(async () => {
      const payload = await this.inTransaction(mutate);
      if (isWhole) this.meter.committed.push(key);
      return payload;
    });
  }

  /**
   * Runs `work` with this context's database in a transaction; events are heard after the commit.
   * Where two wait for each other the database ends one of them, which is run again.
   */
  async inTransaction<T>(work: () => Promise<T>): Promise<T> {
    // Part of a larger transaction, which delivers the events when it commits.
    if (this.waiting) return work();
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (tries === MAX_TRIES || !isContended(error)) throw error;
      }
    }
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const outside = this.db;
    const events: DomainEvent[] = [];
    try {
      const result = await outside.transaction((db) => {
        this.db = db;
        this.waiting = events;
        this.loaders.clear();
        return work();
      });
      this.app.events.publish(events);
      return result;
    } finally {
      this.db = outside;
      this.waiting = null;
      this.loaders.clear();
    }
  }
}
