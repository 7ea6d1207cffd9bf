import sql from "sql-template-tag";
import { z } from "zod";
import type { App } from "../../../platform/app.js";
import type { Db } from "../../../platform/database/db.js";
import { Invalid } from "../../../platform/errors.js";
import { hashSecret, newSecret } from "../../../platform/security/secretToken.js";
import { familiarityOf, type Origin } from "../knownDevices.js";
import { useCode } from "./twoFactorCodes.js";

const STEP_MINUTES = 10;

/** What a person sends for the second step of signing in. */
export const twoFactorChallengeSchema = z.object({
  twoFactorChallenge: z.string().min(1).max(200),
  code: z.string().trim().min(1).max(40),
});

/** Whether a person has to show a code besides the password. */
export async function needsCode(db: Db, userId: string): Promise<boolean> {
  const row = await db.row(sql`
    SELECT 1 FROM two_factors WHERE user_id = ${userId} AND confirmed_at IS NOT NULL`);
  return row !== null;
}

/** Lets the person of this address, who has shown the password, go on to the code; returns the token for it. */
export async function beginTwoFactorChallenge(db: Db, email: string): Promise<string> {
  const token = newSecret();
  await db.execute(sql`DELETE FROM sign_in_steps WHERE expires_at < now()`);
  await db.execute(sql`
    INSERT INTO sign_in_steps (token_hash, user_id, expires_at)
    SELECT ${hashSecret(token)}, id, now() + make_interval(mins => ${STEP_MINUTES}::int)
    FROM users WHERE lower(email) = ${email}`);
  return token;
}

/**
 * The person whose token and code these are; both are used up. Throws Invalid for a token that has
 * expired and for a wrong code, RateLimited for too many of them.
 */
export async function takeTwoFactorChallenge(
  app: App,
  db: Db,
  { twoFactorChallenge, code }: z.output<typeof twoFactorChallengeSchema>,
  origin: Origin,
): Promise<string> {
  const token = hashSecret(twoFactorChallenge);
  const step = await db.row<{ userId: string }>(sql`
    SELECT s.user_id AS "userId" FROM sign_in_steps s
    JOIN users u ON u.id = s.user_id JOIN two_factors f ON f.user_id = s.user_id
    WHERE s.token_hash = ${token} AND s.expires_at > now() AND u.disabled_at IS NULL AND f.confirmed_at IS NOT NULL`);
  if (!step) throw new Invalid([{ path: "twoFactorChallenge", code: "step_expired" }]);
  const { deviceId } = await familiarityOf(db, sql`u.id = ${step.userId}`, origin);
  const source = { own: deviceId, network: origin.network };
  if (!(await useCode(app, db, step.userId, code, source))) {
    throw new Invalid([{ path: "code", code: "wrong_code" }]);
  }
  await db.execute(sql`DELETE FROM sign_in_steps WHERE token_hash = ${token}`);
  return step.userId;
}
