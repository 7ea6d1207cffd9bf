import { createHmac, timingSafeEqual } from "node:crypto";
import { createKyselyAdapter, kyselyAdapter } from "@better-auth/kysely-adapter";
import type { BetterAuthOptions } from "better-auth";
import type { DBAdapter, DBTransactionAdapter, Where } from "better-auth/adapters";
import { hashSecret } from "../../../platform/security/secretToken.js";

const SESSION = "session";
const MAX_VERIFIED = 2_000;

/** The stored form of a session's token, so that a copy of the database signs nobody in. */
export const sessionTokenHash = hashSecret;

const hashed = (value: Where["value"]): Where["value"] =>
  typeof value === "string" ? sessionTokenHash(value) : value;

function whereHashed(model: string, where: Where[]): Where[];
function whereHashed(model: string, where: Where[] | undefined): Where[] | undefined;
function whereHashed(model: string, where: Where[] | undefined): Where[] | undefined {
  if (model !== SESSION) return where;
  return where?.map((one) => (one.field === "token" ? { ...one, value: hashed(one.value) } : one));
}

// The cookie is made from what the insert returns, so it returns the token itself.
function withHashedTokens(inner: DBTransactionAdapter): DBTransactionAdapter {
  return {
    ...inner,
    async create<T extends Record<string, unknown>, R = T>(
      input: Parameters<typeof inner.create<T, R>>[0],
    ) {
      const { token } = input.data as { token?: unknown };
      if (input.model !== SESSION || typeof token !== "string") return inner.create<T, R>(input);
      const data = { ...input.data, token: sessionTokenHash(token) };
      const stored = await inner.create<T, R>({ ...input, data });
      return { ...stored, token };
    },
    findOne: (input) => inner.findOne({ ...input, where: whereHashed(input.model, input.where) }),
    findMany: (input) => inner.findMany({ ...input, where: whereHashed(input.model, input.where) }),
    count: (input) => inner.count({ ...input, where: whereHashed(input.model, input.where) }),
    update: (input) => inner.update({ ...input, where: whereHashed(input.model, input.where) }),
    updateMany: (input) =>
      inner.updateMany({ ...input, where: whereHashed(input.model, input.where) }),
    delete: (input) => inner.delete({ ...input, where: whereHashed(input.model, input.where) }),
    deleteMany: (input) =>
      inner.deleteMany({ ...input, where: whereHashed(input.model, input.where) }),
  };
}

/** better-auth's tables in PostgreSQL, with hashed session tokens. */
export async function hashedSessionStore(database: BetterAuthOptions["database"]) {
  const { kysely, transaction } = await createKyselyAdapter({ database });
  if (!kysely) throw new Error("better-auth does not know the database");
  const open = kyselyAdapter(kysely, { type: "postgres", transaction });
  return (options: BetterAuthOptions): DBAdapter => {
    const inner = open(options);
    return {
      ...inner,
      ...withHashedTokens(inner),
      transaction: (work) => inner.transaction((tx) => work(withHashedTokens(tx))),
    };
  };
}

/** The token in a session's cookie (`token.signature`, percent-encoded), or null if the signature is not ours. */
function signedToken(cookie: string, secret: string): string | null {
  const at = cookie.indexOf(".");
  if (at < 1) return null;
  const token = cookie.slice(0, at);
  const given = Buffer.from(cookie.slice(at + 1), "base64");
  const right = createHmac("sha256", secret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

/**
 * Reads session cookies that are signed with `secret`: the hash under which the token of one is stored, or null where its
 * signature is not ours. Cookies that were verified are remembered (not whether their sessions go on, which the database
 * says), for a signature takes longer to check than all else about a caller.
 */
export function verifiedCookies(secret: string): (cookie: string) => string | null {
  const hashes = new Map<string, string>();
  return (cookie) => {
    const known = hashes.get(cookie);
    if (known !== undefined) return known;
    const token = signedToken(cookie, secret);
    if (token === null) return null;
    const hash = sessionTokenHash(token);
    if (hashes.size >= MAX_VERIFIED) hashes.clear();
    hashes.set(cookie, hash);
    return hash;
  };
}
