import { KEY_SCOPES } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import { IsNull } from "typeorm";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { Forbidden, Invalid, NotFound } from "../../platform/errors.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import {
  changeRecord,
  insertRecord,
  lockRecord,
  recordActivity,
  type Subject,
} from "../../platform/records/write.js";
import { demand } from "../../platform/security/authorize.js";
import { hashSecret, newSecret } from "../../platform/security/secretToken.js";
import { User } from "../accounts/user.entity.js";
import { ApiKey, keyHead } from "./apiKey.entity.js";
import type { CreateApiKeyInput } from "./apiKey.input.js";

const subject: Subject<ApiKey, "ApiKey"> = {
  type: ApiKey,
  name: "ApiKey",
  parentIdOf: () => null,
  excludedFields: ["secretHash"],
};

const createSchema = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(KEY_SCOPES, "not_in_list")).min(1),
  expiresAt: z.date().nullish(),
});

/** A new key and the secret that is shown this once. */
export interface NewApiKey {
  key: ApiKey;
  secret: string;
}

/** Makes a key of the caller's own. Throws Invalid for scopes beyond the caller's role. */
export async function createApiKey(context: Context, input: CreateApiKeyInput): Promise<NewApiKey> {
  const { name, scopes, expiresAt } = parseInput(createSchema, input);
  if (context.actor.id === null) throw new Forbidden("keys:write");
  const beyond = scopes.findIndex((scope) => !context.actor.permissions.has(scope));
  if (beyond >= 0) throw new Invalid([{ path: `scopes.${beyond}`, code: "beyond_role" }]);
  if (expiresAt && expiresAt <= context.now)
    throw new Invalid([{ path: "expiresAt", code: "in_the_past" }]);
  const secret = newSecret();
  const key = await insertRecord(context, subject, {
    name,
    scopes: [...new Set(scopes)],
    expiresAt: expiresAt ?? null,
    userId: context.actor.id,
    secretHash: hashSecret(secret),
  });
  return { key, secret: `${keyHead(key.id)}_${secret}` };
}

async function revoke(context: Context, current: ApiKey): Promise<ApiKey> {
  if (current.revokedAt) return current;
  const changes = { revokedAt: context.now };
  return changeRecord(context, subject, current, current.version, changes, "revoked");
}

/**
 * Revokes a key at once, on every process: one's own, or anyone's with `keys:write`. Without it, Forbidden is thrown
 * for the keys of others, also for those that do not exist.
 */
export async function revokeApiKey(context: Context, id: string): Promise<ApiKey> {
  const { actor } = context;
  const isSeen = actor.permissions.has("keys:write")
    ? sql`true`
    : sql`r.user_id = ${actor.id}::uuid`;
  const current = await lockRecord(context, ApiKey, parseId(id), isSeen).catch((error: unknown) => {
    if (error instanceof NotFound) demand(context, "keys:write");
    throw error;
  });
  return revoke(context, current);
}

/** A person, and the keys that were revoked. */
export interface RevokedKeys {
  user: User;
  keys: ApiKey[];
}

/** Revokes all working keys of a person at once, on every process. Throws NotFound. */
export async function revokeApiKeysOf(context: Context, userId: string): Promise<RevokedKeys> {
  const user = await lockRecord(context, User, parseId(userId, "userId"), sql`true`);
  const current = await context.db.manager.find(ApiKey, {
    where: { userId: user.id, revokedAt: IsNull() },
    order: { id: "DESC" },
    lock: { mode: "pessimistic_write" },
  });
  const keys = await context.db.rowsOf(
    ApiKey,
    sql`UPDATE api_keys r SET revoked_at = ${context.now}, updated_at = now(), version = r.version + 1
        WHERE r.id = ANY(${current.map(({ id }) => id)}::uuid[]) RETURNING ${selectList(ApiKey, "r")}`,
  );
  await recordActivity(context, subject, keys, "revoked", [
    { field: "revokedAt", old: null, new: context.now.toISOString() },
  ]);
  return { user, keys };
}
