import type { IncomingHttpHeaders } from "node:http";
import { ROLE_PERMISSIONS, type Role } from "@clientela/shared/roles";
import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Actor } from "../../platform/context.js";
import type { Db } from "../../platform/db.js";
import { sessionCookie } from "./auth.js";

/** The token of the session cookie; the database says whether it is one. */
function sessionToken(app: App, headers: IncomingHttpHeaders): string | null {
  const start = `${sessionCookie(app)}=`;
  const signed = headers.cookie
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(start))
    ?.slice(start.length);
  if (!signed) return null;
  try {
    return decodeURIComponent(signed).split(".")[0] || null;
  } catch {
    return null;
  }
}

interface SessionRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  sessionId: string;
  stale: boolean;
}

/** Whose session these headers carry, or null: read anew each time, so that a session that ends is dead at once. */
export async function authenticateSession(
  app: App,
  headers: IncomingHttpHeaders,
): Promise<Actor | null> {
  const token = sessionToken(app, headers);
  if (!token) return null;
  const db = app.database.db();
  const row = await db.row<SessionRow>(sql`
    SELECT u.id, u.name, u.email, u.role, s.id AS "sessionId",
           (u.last_seen_at IS NULL OR s.updated_at < now() - interval '1 minute') AS stale
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token = ${token} AND s.expires_at > now() AND u.disabled_at IS NULL`);
  if (!row) return null;
  const { stale, ...user } = row;
  if (stale) await noteSeen(db, user.sessionId, user.id);
  return { kind: "USER", permissions: ROLE_PERMISSIONS[user.role], ...user };
}

// Once a minute at the most, so that reading stays reading.
async function noteSeen(db: Db, sessionId: string, userId: string): Promise<void> {
  await db.execute(sql`
    WITH seen AS (UPDATE sessions SET updated_at = now() WHERE id = ${sessionId})
    UPDATE users SET last_seen_at = now() WHERE id = ${userId}`);
}
