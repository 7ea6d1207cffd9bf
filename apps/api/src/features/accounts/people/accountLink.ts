import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { hashSecret, newSecret } from "../../../platform/security/secretToken.js";
import type { User } from "../user.entity.js";

/** How long the link of an invitation, or for a new password, works. */
export const LINK_DAYS = 7;

/** A user and the secret of the link with which the person chooses a password. */
export interface UserWithLink {
  user: User;
  token: string;
}

/** A new link for a person; the previous one stops working. Returns its secret, which is not stored. */
export async function newLink(context: Context, userId: string): Promise<string> {
  const token = newSecret();
  await context.db.execute(sql`
    INSERT INTO account_links (user_id, token_hash, expires_at)
    VALUES (${userId}, ${hashSecret(token)}, now() + make_interval(days => ${LINK_DAYS}::int))
    ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at`);
  return token;
}
