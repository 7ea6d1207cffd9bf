import type { Pool } from "pg";
import sql from "sql-template-tag";
import { z } from "zod";
import type { App } from "../../../platform/app.js";
import {
  type AttemptLimit,
  forgetAttempts,
  giveBackAttempt,
  takeAttempt,
} from "../../../platform/security/attemptLimit.js";
import { hashSecret, newSecret } from "../../../platform/security/secretToken.js";
import { type Familiarity, familiarityOf, type Origin } from "../knownDevices.js";

/** What a person signs in with. */
export const signInSchema = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(128),
});

const QUARTER_HOUR = 15 * 60;
const DAY = 24 * 60 * 60;

// Decision 24 explains how many guesses these limits allow.
const OF_DEVICE: AttemptLimit = { name: "device", attempts: 10, seconds: QUARTER_HOUR };
const OF_DEVICE_A_DAY: AttemptLimit = { name: "device-day", attempts: 100, seconds: DAY };
const OF_PAIR: AttemptLimit = { name: "pair", attempts: 10, seconds: QUARTER_HOUR };
const OF_KNOWN_PAIR_A_DAY: AttemptLimit = { name: "known-pair-day", attempts: 100, seconds: DAY };
const OF_PAIR_A_DAY: AttemptLimit = { name: "pair-day", attempts: 30, seconds: DAY };
const OF_PAIR_UNDER_ATTACK: AttemptLimit = { name: "attack-day", attempts: 5, seconds: DAY };
const OF_NETWORK: AttemptLimit = { name: "network", attempts: 100, seconds: QUARTER_HOUR };
const OF_SITE_A_DAY: AttemptLimit = { name: "site-day", attempts: 300, seconds: DAY };
// Never reached in practice: it indicates an attack, and locks nobody out.
const OF_ACCOUNT_A_DAY: AttemptLimit = { name: "account-day", attempts: 1e9, seconds: DAY };
const ATTACK = 50;

interface Counted {
  limit: AttemptLimit;
  key: string;
  /** Whether the right password ends the count, which otherwise keeps the attempts of others. */
  own: boolean;
}

/** The counters of an attempt, in order: an attempt refused by one is not counted by the next. */
function countsOf(account: string, origin: Origin, familiarity: Familiarity): Counted[] {
  const { deviceId, network: isKnown } = familiarity;
  const own = (limit: AttemptLimit, key: string): Counted => ({ limit, key, own: true });
  const shared = (limit: AttemptLimit, key: string): Counted => ({ limit, key, own: false });
  // Attempts elsewhere, or in the same network, are not counted against a browser that is known.
  if (deviceId !== null) return [own(OF_DEVICE, deviceId), own(OF_DEVICE_A_DAY, deviceId)];
  return [
    own(OF_PAIR, `${account} ${origin.network}`),
    isKnown
      ? own(OF_KNOWN_PAIR_A_DAY, `${account} ${origin.network}`)
      : own(OF_PAIR_A_DAY, `${account} ${origin.site}`),
    shared(OF_NETWORK, origin.network),
    shared(OF_SITE_A_DAY, origin.site),
    ...(isKnown ? [] : [shared(OF_ACCOUNT_A_DAY, account)]),
  ];
}

async function take(app: App, account: string, origin: Origin, counts: Counted[]): Promise<void> {
  const { pool } = app.database;
  for (const { limit, key } of [...counts]) {
    const attempts = await takeAttempt(pool, limit, key);
    if (limit !== OF_ACCOUNT_A_DAY || attempts <= ATTACK) continue;
    if (attempts === ATTACK + 1)
      app.log.warn({ account }, "somebody is guessing the password of an account");
    const strict = { limit: OF_PAIR_UNDER_ATTACK, key: `${account} ${origin.site}`, own: true };
    await takeAttempt(pool, strict.limit, strict.key);
    counts.push(strict);
  }
}

async function settle(pool: Pool, counts: readonly Counted[]): Promise<void> {
  for (const { limit, key, own } of counts) {
    if (own) await forgetAttempts(pool, limit, key);
    else await giveBackAttempt(pool, limit, key);
  }
}

/**
 * Counts a sign-in attempt, on an account that exists or not. Throws RateLimited for too many with a browser
 * that the person is known by; otherwise for too many on the account from one network, or from one network at all.
 * Attempts from other networks never lock anyone out. A disabled account gets a password that cannot be
 * right, so that it looks and takes as long as any wrong one.
 */
export async function signInAttempt(
  app: App,
  { email, password }: z.output<typeof signInSchema>,
  origin: Origin,
) {
  const db = app.database.db();
  // People sometimes type their password there.
  const account = hashSecret(email).slice(0, 32);
  const familiarity = await familiarityOf(db, sql`lower(u.email) = ${email}`, origin);
  const counts = countsOf(account, origin, familiarity);
  await take(app, account, origin, counts);
  const disabled = await db.row(sql`
    SELECT 1 FROM users WHERE lower(email) = ${email} AND disabled_at IS NOT NULL`);
  return {
    credentials: { email, password: disabled ? newSecret() : password },
    /** The attempt succeeded and counts against nobody. */
    succeeded: () => settle(app.database.pool, counts),
  };
}
