import sql from "sql-template-tag";
import type { App } from "../app.js";
import { takesNoChanges } from "../database/databaseFailure.js";
import { RateLimited } from "../errors.js";

const WINDOW_SECONDS = 60;
// So many requests are taken from the common count at once: most requests ask no database.
const LEASES = 20;
// Where less than this part is left, each process takes what it needs at the moment and no more.
const SCARCE_PART = 1 / 4;
const RETRY_MS = 1_000;
const UNCOUNTED_MS = (WINDOW_SECONDS * 1000) / LEASES;
const MAX_KEYS = 10_000;

/** Tells all processes that little is left of a key's allowance. */
const SCARCE = "rate.scarce";

/** What a process may let through without asking again. */
interface Lease {
  left: number;
  isScarce: boolean;
  /** When the window began, as the database writes it. */
  since: string;
  /** When the window ends, in milliseconds since the epoch. */
  until: number;
  /** Set where the common count was used up: when it is looked at again, in case another process gave some back. */
  usedUpUntil: number | null;
}

/** A lease that is being taken, for all requests that came before the statement was sent. */
interface Renewal {
  waiting: number;
  done: Promise<void>;
}

/**
 * Lets so many requests a minute through for each key, for all processes together. A process takes a
 * twentieth of the allowance at once; when little is left of it, all give back what they do not use.
 */
export class RateLimit {
  private readonly leases = new Map<string, Lease>();
  private readonly renewals = new Map<string, Renewal>();
  private readonly leaseSize: number;

  /** `signal` ends it together with the server. */
  constructor(
    private readonly app: Pick<App, "database" | "events" | "log">,
    private readonly perMinute: number,
    signal: AbortSignal,
  ) {
    this.leaseSize = Math.max(1, Math.floor(perMinute / LEASES));
    if (perMinute === 0) return;
    this.giveBackWhereScarce(signal).catch((err: unknown) =>
      app.log.error({ err }, "shares of a rate limit are no longer returned"),
    );
  }

  /**
   * Counts a request under a key; throws RateLimited with the seconds until it may be sent again. Returns a promise only
   * where the database has to be read, which most requests do not wait for.
   */
  take(key: string): Promise<void> | undefined {
    return this.perMinute === 0 || this.takeLeased(key) ? undefined : this.takeRenewed(key);
  }

  private async takeRenewed(key: string): Promise<void> {
    do await this.renew(key);
    while (!this.takeLeased(key));
  }

  /** Whether the request was counted under the current lease; throws RateLimited where that is used up. */
  private takeLeased(key: string): boolean {
    const now = Date.now();
    const lease = this.leases.get(key);
    if (!lease || lease.until <= now) return false;
    if (lease.left > 0) {
      lease.left -= 1;
      return true;
    }
    if (lease.usedUpUntil !== null && lease.usedUpUntil > now)
      throw new RateLimited(Math.max(1, Math.ceil((lease.until - now) / 1000)));
    return false;
  }

  // Requests that come while a lease is taken wait for that one: each would overwrite the others' otherwise.
  private renew(key: string): Promise<void> {
    const underWay = this.renewals.get(key);
    if (underWay) {
      underWay.waiting += 1;
      return underWay.done;
    }
    const renewal: Renewal = { waiting: 1, done: Promise.resolve() };
    renewal.done = new Promise(setImmediate)
      .then(() => this.lease(key, renewal))
      .finally(() => this.renewals.delete(key));
    this.renewals.set(key, renewal);
    return renewal.done;
  }

  private async lease(key: string, { waiting }: Renewal): Promise<void> {
    const { isScarce, until } = this.leases.get(key) ?? { isScarce: false, until: 0 };
    const wasScarce = isScarce && until > Date.now();
    const claimed = wasScarce ? waiting : Math.max(waiting, this.leaseSize);
    try {
      const lease = await this.counted(key, claimed);
      this.keep(key, lease);
      if (lease.isScarce && !wasScarce)
        this.app.events.publish([{ name: SCARCE, id: key, parentId: null }]);
    } catch (error) {
      if (!takesNoChanges(error)) throw error;
      // It can still be read: each process counts for itself until the database takes changes again.
      const until = Date.now() + UNCOUNTED_MS;
      this.keep(key, { left: claimed, isScarce: false, since: "", until, usedUpUntil: until });
    }
  }

  private async counted(key: string, claimed: number): Promise<Lease> {
    const { count, since, wait } = await this.count(key, claimed);
    const beyond = Math.min(claimed, Math.max(0, count - this.perMinute));
    if (beyond > 0) this.giveBack(key, since, beyond);
    const now = Date.now();
    return {
      left: claimed - beyond,
      isScarce: this.perMinute - count < this.perMinute * SCARCE_PART,
      since,
      until: now + wait * 1000,
      usedUpUntil: beyond > 0 ? now + RETRY_MS : null,
    };
  }

  private async count(
    key: string,
    claimed: number,
  ): Promise<{ count: number; since: string; wait: number }> {
    const row = await this.app.database
      .db()
      .row<{ count: number; since: string; wait: number }>(sql`
      INSERT INTO attempts AS a (key, since, count) VALUES (${`rate:${key}`}, now(), ${claimed})
      ON CONFLICT (key) DO UPDATE SET
        since = CASE WHEN a.since > now() - make_interval(secs => ${WINDOW_SECONDS}) THEN a.since ELSE now() END,
        count = CASE WHEN a.since > now() - make_interval(secs => ${WINDOW_SECONDS}) THEN a.count + excluded.count ELSE excluded.count END
      RETURNING count, since::text, extract(epoch FROM since - now())::float8 + ${WINDOW_SECONDS}::float8 AS wait`);
    if (!row) throw new Error("an attempt was not counted");
    return row;
  }

  private keep(key: string, lease: Lease): void {
    this.leases.delete(key);
    this.leases.set(key, lease);
    const [longestKept] = this.leases.keys();
    if (longestKept !== undefined && this.leases.size > MAX_KEYS) this.leases.delete(longestKept);
  }

  private async giveBackWhereScarce(signal: AbortSignal): Promise<void> {
    const scarce = this.app.events.follow(({ name }) => name === SCARCE, signal);
    for await (const { id: key } of scarce) {
      const lease = this.leases.get(key);
      if (!lease) continue;
      lease.isScarce = true;
      const { left } = lease;
      lease.left = 0;
      if (left > 0) this.giveBack(key, lease.since, left);
    }
  }

  private giveBack(key: string, since: string, requests: number): void {
    this.app.database
      .db()
      .execute(sql`
        UPDATE attempts SET count = count - ${requests}
        WHERE key = ${`rate:${key}`} AND since = ${since}::timestamptz`)
      .catch((err: unknown) =>
        this.app.log.warn({ err }, "a share of a rate limit was not returned"),
      );
  }
}
