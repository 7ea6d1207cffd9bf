import type { IncomingHttpHeaders } from "node:http";
import { KEY_SCOPES, type Permission, type Role } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Actor } from "../../platform/context.js";
import { ifItTakesChanges } from "../../platform/database/databaseFailure.js";
import type { Db } from "../../platform/database/db.js";
import type { RecordAccess } from "../../platform/database/recordScope.js";
import { isOneOf } from "../../platform/lists/keys.js";
import { batchLookup } from "../../platform/request/batchLookup.js";
import { isSecret } from "../../platform/security/secretToken.js";
import { grantedPermissions } from "../accounts/access-roles/grantedPermissions.js";
import { scoped } from "../accounts/access-roles/scoped.js";
import {
  joinOrganisation,
  type OrganisationRow,
  organisationColumns,
  organisationOf,
} from "../organisation/readOrganisation.js";
import { KEY_BRAND } from "./apiKey.entity.js";

const KEY = new RegExp(`^${KEY_BRAND}_([0-9a-f]{32})_([\\w-]{32})$`);

/** The bearer token of a request, or null where it has no Authorization header. */
export function bearerOf(headers: IncomingHttpHeaders): string | null {
  if (headers.authorization === undefined) return null;
  return /^Bearer\s+(\S+)$/i.exec(headers.authorization)?.[1] ?? "";
}

const grantable: ReadonlySet<Permission> = new Set(KEY_SCOPES);

/** What a key may do: its scopes, as far as its maker's role and a key may have them today. */
function permissionsOf({
  scopes,
  role,
  ownPermissions,
}: Pick<KeyRow, "scopes" | "role" | "ownPermissions">): Set<Permission> {
  const allowed = grantedPermissions(role, ownPermissions);
  return new Set(scopes.filter((scope) => allowed.has(scope) && grantable.has(scope)));
}

interface KeyRow extends OrganisationRow {
  id: string;
  name: string;
  secretHash: string;
  scopes: Permission[];
  role: Role;
  ownPermissions: string[] | null;
  recordAccess: RecordAccess | null;
  userId: string;
  stale: boolean;
}

async function keysOf(db: Db, ids: readonly [string, ...string[]]): Promise<Map<string, KeyRow>> {
  const rows = await db.rows<KeyRow>(sql`
    SELECT k.id, k.name, k.secret_hash AS "secretHash", k.scopes, u.role, ar.own_permissions AS "ownPermissions", ar.record_access AS "recordAccess", k.user_id AS "userId",
           ${organisationColumns},
           (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute') AS stale
    FROM api_keys k JOIN users u ON u.id = k.user_id
      LEFT JOIN access_roles ar ON ar.id = u.access_role_id ${joinOrganisation}
    WHERE ${isOneOf(sql`k.id`, "uuid", ids)} AND k.revoked_at IS NULL
      AND (k.expires_at IS NULL OR k.expires_at > now()) AND u.disabled_at IS NULL`);
  return new Map(rows.map((row) => [row.id.replaceAll("-", ""), row]));
}

/** Says who calls with a key, or null: read again for each request, so that a revoked key is dead at once. */
export function keyReader(app: App): (key: string) => Promise<Actor | null> {
  const keyOf = batchLookup((ids) => keysOf(app.database.db(), ids));
  return async (key) => {
    const [, id, secret] = KEY.exec(key) ?? [];
    if (!id || !secret) return null;
    const row = await keyOf(id);
    if (!row || !isSecret(secret, row.secretHash)) return null;
    if (row.stale) await ifItTakesChanges(noteUsed(app.database.db(), row.id));
    return {
      kind: "API_KEY",
      id: row.id,
      name: row.name,
      email: null,
      role: row.role,
      permissions: permissionsOf(row),
      sessionId: null,
      organisation: organisationOf(app, row),
      ...scoped(app, row.recordAccess, row.userId),
    };
  };
}

// Once a minute at most, so that reading stays reading.
async function noteUsed(db: Db, id: string): Promise<void> {
  await db.execute(sql`UPDATE api_keys SET last_used_at = now() WHERE id = ${id}`);
}
