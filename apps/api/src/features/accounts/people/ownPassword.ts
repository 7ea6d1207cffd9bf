import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { Forbidden, Invalid } from "../../../platform/errors.js";
import {
  type AttemptLimit,
  forgetAttempts,
  takeAttempt,
} from "../../../platform/security/attemptLimit.js";
import { isPassword } from "./password.js";

// Counted per session, so that the holder of one session cannot lock the person out of the others.
const PROOFS: readonly AttemptLimit[] = [
  { name: "proof", attempts: 10, seconds: 15 * 60 },
  { name: "proof-day", attempts: 50, seconds: 24 * 60 * 60 },
];

function storedPassword({ actor, db }: Context): Promise<{ password: string } | null> {
  return db.row<{ password: string }>(sql`
    SELECT password FROM credentials WHERE user_id = ${actor.id}::uuid AND provider_id = 'credential'`);
}

/** Whether the caller has a password here, besides single sign-on. */
export async function hasPassword(context: Context): Promise<boolean> {
  return context.actor.kind === "USER" && (await storedPassword(context)) !== null;
}

/**
 * The id of the caller, after they have shown their password again. Throws Forbidden for
 * keys, Invalid at `path` for a wrong or missing password, RateLimited after ten wrong ones in a session.
 */
export async function provenPerson(
  context: Context,
  password: string,
  path: string,
): Promise<string> {
  const { kind, id, sessionId } = context.actor;
  if (kind !== "USER" || id === null || sessionId === null) throw new Forbidden();
  const stored = await storedPassword(context);
  if (!stored) throw new Invalid([{ path, code: "no_password" }]);
  // Outside of the mutation's transaction, which a wrong password rolls back.
  const { pool } = context.app.database;
  for (const limit of PROOFS) await takeAttempt(pool, limit, sessionId);
  if (!(await isPassword(password, stored.password))) {
    throw new Invalid([{ path, code: "wrong_password" }]);
  }
  for (const limit of PROOFS) await forgetAttempts(pool, limit, sessionId);
  return id;
}
