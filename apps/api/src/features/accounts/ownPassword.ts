import sql from "sql-template-tag";
import { countAttempt, forgetAttempts } from "../../platform/attempts.js";
import type { Context } from "../../platform/context.js";
import { Forbidden, Invalid } from "../../platform/errors.js";
import { isPassword } from "./password.js";

const PROOFS = { attempts: 10, seconds: 15 * 60 };

/**
 * The id of the person who asks, after they have shown their password once more. Throws Forbidden for
 * keys, Invalid at `path` for a wrong password, RateLimited after ten of them.
 */
export async function provenPerson(
  context: Context,
  password: string,
  path: string,
): Promise<string> {
  const { kind, id } = context.actor;
  if (kind !== "USER" || id === null) throw new Forbidden();
  // Outside of the mutation's transaction, which a wrong password takes back.
  const counting = context.app.database.db();
  await countAttempt(counting, `password:${id}`, PROOFS);
  const row = await context.db.row<{ password: string }>(sql`
    SELECT password FROM credentials WHERE user_id = ${id}::uuid AND provider_id = 'credential'`);
  if (!row || !(await isPassword(password, row.password))) {
    throw new Invalid([{ path, code: "wrong_password" }]);
  }
  await forgetAttempts(counting, `password:${id}`);
  return id;
}
