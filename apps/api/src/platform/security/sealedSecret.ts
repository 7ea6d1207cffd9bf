import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { App } from "../app.js";
import type { Db } from "../database/db.js";
import { installationSecret } from "./installationSecret.js";

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: string, password: string) =>
  Buffer.from(hkdfSync("sha256", secret, password, "clientela sealed secrets", 32));

// The installation's own secret still opens what was sealed before a key was set.
async function keys(app: App, db: Db, password: string): Promise<Buffer[]> {
  const own = await installationSecret(db, "sealing");
  return [app.secretKey, own].flatMap((secret) => (secret ? [keyOf(secret, password)] : []));
}

/**
 * Encrypts a secret that has to be read again: with SECRET_KEY, else with a key kept in the database. With a
 * `password` that is not kept, what is in the database opens it no more.
 */
export async function seal(app: App, db: Db, secret: string, password = ""): Promise<string> {
  const [key] = await keys(app, db, password);
  if (!key) throw new Error("there is no key to seal with");
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
}

/** No key of this installation sealed it. */
export class UnreadableSecret extends Error {
  constructor() {
    super("a sealed secret cannot be read: SECRET_KEY is not the one it was sealed with");
  }
}

/** Reads a secret sealed with this `password`, if any. Throws UnreadableSecret. */
export async function unseal(app: App, db: Db, sealed: string, password = ""): Promise<string> {
  const bytes = Buffer.from(sealed, "base64");
  for (const key of await keys(app, db, password)) {
    try {
      // A shorter tag would be easier to guess.
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const secret = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
      return Buffer.concat([secret, decipher.final()]).toString("utf8");
    } catch {
      // Sealed with another key.
    }
  }
  throw new UnreadableSecret();
}
