import sql from "sql-template-tag";
import { z } from "zod";
import type { App } from "../../../platform/app.js";
import { Invalid } from "../../../platform/errors.js";
import { hashSecret } from "../../../platform/security/secretToken.js";
import { acceptInvitation } from "../invitations/invitation.service.js";
import { setPassword } from "./firstAdmin.js";
import { newPasswordSchema, refuseGuessable } from "./password.js";
import { rememberOwn } from "./personSubject.js";

/** The input of a person who follows a link. */
export const joinSchema = z.object({
  token: z.string().min(1).max(200),
  password: newPasswordSchema,
});

/** Uses up a link: its user gets the password, and earlier sessions end. Returns the e-mail address. */
export async function claimLink(app: App, token: string, password: string): Promise<string> {
  return app.database.db().transaction(async (tx) => {
    const user = await tx.row<{ id: string; name: string; email: string }>(sql`
      DELETE FROM account_links l USING users u
      WHERE l.token_hash = ${hashSecret(token)} AND l.expires_at > now() AND u.id = l.user_id AND u.disabled_at IS NULL
      RETURNING u.id, u.name, u.email`);
    if (!user) throw new Invalid([{ path: "token", code: "link_expired" }]);
    // Checked for holders of a valid link only, since it takes a while. The link stays valid.
    await refuseGuessable(password, "password", [user.name, user.email]);
    await setPassword(tx, user.id, password);
    await tx.execute(sql`DELETE FROM sessions WHERE user_id = ${user.id}`);
    const isNew = await acceptInvitation(app, tx, user.id);
    if (!isNew) await rememberOwn(app, tx, user.id, "password_changed");
    return user.email;
  });
}
