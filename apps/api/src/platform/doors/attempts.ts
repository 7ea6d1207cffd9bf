import sql from "sql-template-tag";
import type { Db } from "../database/db.js";
import { RateLimited } from "../errors.js";

/** So many attempts in so many seconds. */
export interface Allowance {
  attempts: number;
  seconds: number;
}

/**
 * Counts an attempt under `key` in the window that its first attempt opened, for all processes.
 * Throws RateLimited when the allowance is used up, with the seconds until it is there again.
 */
export async function countAttempt(
  db: Db,
  key: string,
  { attempts, seconds }: Allowance,
): Promise<void> {
  const row = await db.row<{ count: number; wait: number }>(sql`
    INSERT INTO attempts AS a (key, since, count) VALUES (${key}, now(), 1)
    ON CONFLICT (key) DO UPDATE SET
      since = CASE WHEN a.since > now() - make_interval(secs => ${seconds}::float8) THEN a.since ELSE now() END,
      count = CASE WHEN a.since > now() - make_interval(secs => ${seconds}::float8) THEN a.count + 1 ELSE 1 END
    RETURNING count, ceil(extract(epoch FROM since - now()) + ${seconds}::float8)::int AS wait`);
  if (row && row.count > attempts) throw new RateLimited(Math.max(row.wait, 1));
}

/** Forgets the attempts under `key`: the right password ends the count. */
export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.execute(sql`DELETE FROM attempts WHERE key = ${key}`);
}

/** The network of an address: the address itself in IPv4, its /64 in IPv6, which one customer has whole. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(zeros, 0)).fill("0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":")}::/64`;
}
