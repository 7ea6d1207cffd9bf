import type { IncomingHttpHeaders } from "node:http";
import type { Role } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import type { App } from "../../../platform/app.js";
import type { Actor } from "../../../platform/context.js";
import { ifItTakesChanges } from "../../../platform/database/databaseFailure.js";
import type { Db } from "../../../platform/database/db.js";
import type { RecordAccess } from "../../../platform/database/recordScope.js";
import { isOneOf } from "../../../platform/lists/keys.js";
import { batchLookup } from "../../../platform/request/batchLookup.js";
import {
  joinOrganisation,
  type OrganisationRow,
  organisationColumns,
  organisationOf,
} from "../../organisation/readOrganisation.js";
import { grantedPermissions } from "../access-roles/grantedPermissions.js";
import { scoped } from "../access-roles/scoped.js";
import { cookieSecret, sessionCookie } from "./auth.js";
import { verifiedCookies } from "./sessionTokens.js";

/** The value of the session cookie, or null. */
function sessionCookieOf(app: App, headers: IncomingHttpHeaders): string | null {
  const start = `${sessionCookie(app)}=`;
  const value = headers.cookie
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(start))
    ?.slice(start.length);
  if (!value) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

interface SessionRow extends OrganisationRow {
  tokenHash: string;
  id: string;
  name: string;
  email: string;
  role: Role;
  accessRoleId: string | null;
  ownPermissions: string[] | null;
  recordAccess: RecordAccess | null;
  sessionId: string;
  stale: boolean;
}

async function sessionsOf(
  db: Db,
  tokenHashes: readonly [string, ...string[]],
): Promise<Map<string, SessionRow>> {
  const rows = await db.rows<SessionRow>(sql`
    SELECT s.token_hash AS "tokenHash", u.id, u.name, u.email, u.role, u.access_role_id AS "accessRoleId", ar.own_permissions AS "ownPermissions", ar.record_access AS "recordAccess", s.id AS "sessionId",
           ${organisationColumns},
           (u.last_seen_at IS NULL OR s.updated_at < now() - interval '1 minute') AS stale
    FROM sessions s JOIN users u ON u.id = s.user_id
      LEFT JOIN access_roles ar ON ar.id = u.access_role_id ${joinOrganisation}
    WHERE ${isOneOf(sql`s.token_hash`, "text", tokenHashes)} AND s.expires_at > now() AND u.disabled_at IS NULL`);
  return new Map(rows.map((row) => [row.tokenHash, row]));
}

/** Whose session the headers carry, or null: read for each request, so that an ended session is invalid at once. */
export function sessionReader(app: App): (headers: IncomingHttpHeaders) => Promise<Actor | null> {
  const sessionOf = batchLookup((hashes) => sessionsOf(app.database.db(), hashes));
  let tokenHashOf: ReturnType<typeof verifiedCookies> | undefined;
  return async (headers) => {
    const cookie = sessionCookieOf(app, headers);
    if (!cookie) return null;
    tokenHashOf ??= verifiedCookies(await cookieSecret(app));
    const tokenHash = tokenHashOf(cookie);
    const session = tokenHash && (await sessionOf(tokenHash));
    if (!session) return null;
    const { id, name, email, role, accessRoleId, sessionId, stale } = session;
    if (stale) await ifItTakesChanges(noteSeen(app.database.db(), sessionId, id));
    return {
      kind: "USER",
      id,
      name,
      email,
      role,
      permissions: grantedPermissions(role, session.ownPermissions),
      sessionId,
      organisation: organisationOf(app, session),
      ...(accessRoleId === null ? {} : { accessRoleId }),
      ...scoped(app, session.recordAccess, id),
    };
  };
}

// Once a minute at most, so that reads stay reads.
async function noteSeen(db: Db, sessionId: string, userId: string): Promise<void> {
  await db.execute(sql`
    WITH seen AS (UPDATE sessions SET updated_at = now() WHERE id = ${sessionId})
    UPDATE users SET last_seen_at = now() WHERE id = ${userId}`);
}
