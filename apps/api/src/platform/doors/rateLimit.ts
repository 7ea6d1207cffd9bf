import sql from "sql-template-tag";
import type { Database } from "../database/database.js";
import { RateLimited } from "../errors.js";

const WINDOW_SECONDS = 60;
// So many requests are taken from the common count at once: most requests ask no database.
const LEASES = 20;
const MOST_KEYS = 10_000;

interface Lease {
  left: number;
  /** When the window ends, in milliseconds since the epoch. */
  until: number;
  used: boolean;
}

/**
 * Lets so many requests a minute through for each key, for all processes together: each takes a
 * twentieth of the allowance at once, so that what goes through is exact to that.
 */
export class RateLimit {
  private readonly leases = new Map<string, Lease>();
  private readonly leaseSize: number;

  constructor(
    private readonly database: Database,
    private readonly perMinute: number,
  ) {
    this.leaseSize = Math.max(1, Math.floor(perMinute / LEASES));
  }

  /** Counts a request under a key; throws RateLimited with the seconds until it may be sent again. */
  async take(key: string): Promise<void> {
    if (this.perMinute === 0) return;
    const now = Date.now();
    const held = this.leases.get(key);
    if (held && held.until > now) {
      if (held.left > 0) {
        held.left -= 1;
        return;
      }
      if (held.used) throw new RateLimited(Math.max(1, Math.ceil((held.until - now) / 1000)));
    }
    const lease = await this.lease(key);
    if (this.leases.size >= MOST_KEYS) this.leases.clear();
    this.leases.set(key, lease);
    if (lease.left === 0) throw new RateLimited(Math.max(1, Math.ceil((lease.until - now) / 1000)));
    lease.left -= 1;
  }

  private async lease(key: string): Promise<Lease> {
    const row = await this.database.db().row<{ count: number; wait: number }>(sql`
      INSERT INTO attempts AS a (key, since, count) VALUES (${`rate:${key}`}, now(), ${this.leaseSize})
      ON CONFLICT (key) DO UPDATE SET
        since = CASE WHEN a.since > now() - make_interval(secs => ${WINDOW_SECONDS}) THEN a.since ELSE now() END,
        count = CASE WHEN a.since > now() - make_interval(secs => ${WINDOW_SECONDS}) THEN a.count + excluded.count ELSE excluded.count END
      RETURNING count, extract(epoch FROM since - now())::float8 + ${WINDOW_SECONDS}::float8 AS wait`);
    const { count = this.leaseSize, wait = WINDOW_SECONDS } = row ?? {};
    const over = Math.max(0, count - this.perMinute);
    const left = Math.max(0, this.leaseSize - over);
    return { left, until: Date.now() + wait * 1000, used: left < this.leaseSize };
  }
}
