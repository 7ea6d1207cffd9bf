import sql from "sql-template-tag";
import { z } from "zod";
import type { Db } from "../../platform/database/db.js";
import { hashSecret } from "../../platform/doors/secretToken.js";
import { Invalid } from "../../platform/errors.js";
import { setPassword } from "./firstAdmin.js";
import { newPasswordSchema } from "./password.js";

/** What a person sends who follows a link. */
export const joinSchema = z.object({
  token: z.string().min(1).max(200),
  password: newPasswordSchema,
});

/** Uses up a link: its user gets the password, and sessions from before end. Answers the e-mail address. */
export async function claimLink(db: Db, token: string, password: string): Promise<string> {
  return db.transaction(async (tx) => {
    const user = await tx.row<{ id: string; email: string }>(sql`
      DELETE FROM account_links l USING users u
      WHERE l.token_hash = ${hashSecret(token)} AND l.expires_at > now() AND u.id = l.user_id AND u.disabled_at IS NULL
      RETURNING u.id, u.email`);
    if (!user) throw new Invalid([{ path: "token", code: "link_expired" }]);
    await setPassword(tx, user.id, password);
    await tx.execute(sql`UPDATE users SET email_verified = true WHERE id = ${user.id}`);
    await tx.execute(sql`DELETE FROM sessions WHERE user_id = ${user.id}`);
    return user.email;
  });
}
