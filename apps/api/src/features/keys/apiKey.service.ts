import { KEY_SCOPES } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Forbidden, Invalid } from "../../platform/errors.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import {
  changeRecord,
  insertRecord,
  lockRecord,
  type Subject,
} from "../../platform/records/write.js";
import { hashSecret, newSecret } from "../../platform/security/secretToken.js";
import { ApiKey, keyHead } from "./apiKey.entity.js";
import type { CreateApiKeyInput } from "./apiKey.input.js";

const subject: Subject<ApiKey, "ApiKey"> = {
  type: ApiKey,
  name: "ApiKey",
  customerIdOf: () => null,
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

/** Ends a key at once, on every process. */
export async function revokeApiKey(context: Context, id: string): Promise<ApiKey> {
  const current = await lockRecord(context, ApiKey, parseId(id), sql`true`);
  if (current.revokedAt) return current;
  return changeRecord(
    context,
    subject,
    current,
    current.version,
    { revokedAt: context.now },
    "revoked",
  );
}
