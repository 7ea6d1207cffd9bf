import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { countAttempt, forgetAttempts } from "../../platform/doors/attempts.js";
import { Forbidden, Invalid } from "../../platform/errors.js";
import { isPassword } from "./password.js";

const PROOFS = { attempts: 10, seconds: 15 * 60 };

function storedPassword({ actor, db }: Context): Promise<{ password: string } | null> {
  return db.row<{ password: string }>(sql`
    SELECT password FROM credentials WHERE user_id = ${actor.id}::uuid AND provider_id = 'credential'`);
}

/** Whether the person who asks has a password here, besides single sign-on. */
export async function hasPassword(context: Context): Promise<boolean> {
  return context.actor.kind === "USER" && (await storedPassword(context)) !== null;
}

/**
 * The id of the person who asks, after they have shown their password once more. Throws Forbidden for
 * keys, Invalid at `path` for a wrong password and for who has none, RateLimited after ten wrong ones.
 */
export async function provenPerson(
  context: Context,
  password: string,
  path: string,
): Promise<string> {
  const { kind, id } = context.actor;
  if (kind !== "USER" || id === null) throw new Forbidden();
  const stored = await storedPassword(context);
  if (!stored) throw new Invalid([{ path, code: "no_password" }]);
  // Outside of the mutation's transaction, which a wrong password takes back.
  const counting = context.app.database.db();
  await countAttempt(counting, `password:${id}`, PROOFS);
  if (!(await isPassword(password, stored.password))) {
    throw new Invalid([{ path, code: "wrong_password" }]);
  }
  await forgetAttempts(counting, `password:${id}`);
  return id;
}
