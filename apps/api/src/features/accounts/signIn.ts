import sql from "sql-template-tag";
import { z } from "zod";
import type { Db } from "../../platform/database/db.js";
import { countAttempt, forgetAttempts, networkOf } from "../../platform/doors/attempts.js";
import { newSecret } from "../../platform/doors/secretToken.js";

/** What a person signs in with. */
export const signInSchema = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(128),
});

const PER_ACCOUNT = { attempts: 10, seconds: 15 * 60 };
const PER_NETWORK = { attempts: 100, seconds: 15 * 60 };

/**
 * Counts an attempt to sign in. Throws RateLimited for too many on one account, known or not, or from
 * one network. A disabled account gets a password that cannot be right, so that it looks and takes
 * as long as any wrong one.
 */
export async function signInAttempt(
  db: Db,
  { email, password }: z.output<typeof signInSchema>,
  address: string,
) {
  const account = `sign-in:${email}`;
  await countAttempt(db, `sign-in-from:${networkOf(address)}`, PER_NETWORK);
  await countAttempt(db, account, PER_ACCOUNT);
  const disabled = await db.row(sql`
    SELECT 1 FROM users WHERE lower(email) = ${email} AND disabled_at IS NOT NULL`);
  return {
    credentials: { email, password: disabled ? newSecret() : password },
    succeeded: () => forgetAttempts(db, account),
  };
}
