import type { IncomingHttpHeaders } from "node:http";
import { ROLE_PERMISSIONS, type Role } from "@clientela/shared/roles";
import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Actor } from "../../platform/context.js";
import { COOKIE_PREFIX } from "./auth.js";

const SESSION_COOKIE = new RegExp(
  `(?:^|;\\s*)(?:__Secure-|__Host-)?${COOKIE_PREFIX}\\.session_token=([^;]+)`,
);

/** The token of the session cookie; the database says whether it is one. */
function sessionToken(headers: IncomingHttpHeaders): string | null {
  const signed = SESSION_COOKIE.exec(headers.cookie ?? "")?.[1];
  if (!signed) return null;
  try {
    return decodeURIComponent(signed).split(".")[0] || null;
  } catch {
    return null;
  }
}

/** Whose session these headers carry, or null: one statement, so that a session that ends is dead at once. */
export async function authenticateSession(
  app: App,
  headers: IncomingHttpHeaders,
): Promise<Actor | null> {
  const token = sessionToken(headers);
  if (!token) return null;
  const user = await app.database
    .db()
    .row<{ id: string; name: string; email: string; role: Role; sessionId: string }>(sql`
      SELECT u.id, u.name, u.email, u.role, s.id AS "sessionId" FROM sessions s JOIN users u ON u.id = s.user_id
      WHERE s.token = ${token} AND s.expires_at > now() AND u.disabled_at IS NULL`);
  return user && { kind: "USER", permissions: ROLE_PERMISSIONS[user.role], ...user };
}
