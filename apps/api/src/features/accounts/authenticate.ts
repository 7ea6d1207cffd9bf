import type { IncomingHttpHeaders } from "node:http";
import { ROLE_PERMISSIONS, type Role } from "@clientela/shared/roles";
import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Actor } from "../../platform/context.js";
import type { Db } from "../../platform/database/db.js";
import { isOneOf } from "../../platform/records/keys.js";
import { lookUpTogether } from "../../platform/request/lookUpTogether.js";
import {
  joinOrganisation,
  type OrganisationRow,
  organisationColumns,
  organisationOf,
} from "../../platform/request/readOrganisation.js";
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

interface SessionRow extends OrganisationRow {
  token: string;
  id: string;
  name: string;
  email: string;
  role: Role;
  sessionId: string;
  stale: boolean;
}

async function sessionsOf(
  db: Db,
  tokens: readonly [string, ...string[]],
): Promise<Map<string, SessionRow>> {
  const rows = await db.rows<SessionRow>(sql`
    SELECT s.token, u.id, u.name, u.email, u.role, s.id AS "sessionId",
           ${organisationColumns},
           (u.last_seen_at IS NULL OR s.updated_at < now() - interval '1 minute') AS stale
    FROM sessions s JOIN users u ON u.id = s.user_id ${joinOrganisation}
    WHERE ${isOneOf(sql`s.token`, "text", tokens)} AND s.expires_at > now() AND u.disabled_at IS NULL`);
  return new Map(rows.map((row) => [row.token, row]));
}

/** Says whose session headers carry, or null: read anew for each request, so that a session that ends is dead at once. */
export function sessionReader(app: App): (headers: IncomingHttpHeaders) => Promise<Actor | null> {
  const sessionOf = lookUpTogether((tokens) => sessionsOf(app.database.db(), tokens));
  return async (headers) => {
    const token = sessionToken(app, headers);
    const session = token && (await sessionOf(token));
    if (!session) return null;
    const { id, name, email, role, sessionId, stale } = session;
    if (stale) await noteSeen(app.database.db(), sessionId, id);
    return {
      kind: "USER",
      id,
      name,
      email,
      role,
      permissions: ROLE_PERMISSIONS[role],
      sessionId,
      organisation: organisationOf(app, session),
    };
  };
}

// Once a minute at the most, so that reading stays reading.
async function noteSeen(db: Db, sessionId: string, userId: string): Promise<void> {
  await db.execute(sql`
    WITH seen AS (UPDATE sessions SET updated_at = now() WHERE id = ${sessionId})
    UPDATE users SET last_seen_at = now() WHERE id = ${userId}`);
}
