import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const SECRET_BYTES = 24;

/** A random secret of 192 bits that fits into a URL. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** The hash under which a secret is kept: it is random and long, so a fast one will do. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether a secret has this hash, in a time that does not depend on how much of it is right. */
export function isSecret(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret), "hex"), Buffer.from(hash, "hex"));
}
