import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { RateLimited } from "../errors.js";

const TABLE = "attempt_counts";

/** So many attempts in so many seconds, counted from the first of them. */
export interface AttemptLimit {
  /** Tells its counts from those of other limits. */
  name: string;
  attempts: number;
  seconds: number;
}

// It holds nothing itself: counts are in the database, for all processes together.
const counterOf = (pool: Pool, { name, attempts, seconds }: AttemptLimit) =>
  new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: TABLE,
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: attempts,
    duration: seconds,
  });

/**
 * Counts an attempt before it is made, and answers how many that makes. Throws RateLimited where the limit is
 * reached, with the seconds until there may be more.
 */
export async function takeAttempt(pool: Pool, limit: AttemptLimit, key: string): Promise<number> {
  try {
    return (await counterOf(pool, limit).consume(key)).consumedPoints;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new RateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}

/** Takes an attempt off the count again: it was none that has to be counted. */
export async function giveBackAttempt(pool: Pool, limit: AttemptLimit, key: string): Promise<void> {
  await counterOf(pool, limit).reward(key);
}

/** Begins a count again. */
export async function forgetAttempts(pool: Pool, limit: AttemptLimit, key: string): Promise<void> {
  await counterOf(pool, limit).delete(key);
}

/** Deletes counts that have run out. */
export async function clearAttempts(pool: Pool): Promise<void> {
  await pool.query(`DELETE FROM ${TABLE} WHERE expire < $1`, [Date.now()]);
}
