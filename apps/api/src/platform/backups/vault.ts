import { createHmac, timingSafeEqual } from "node:crypto";
import { Readable } from "node:stream";
import {
  armor,
  Decrypter,
  Encrypter,
  generateX25519Identity,
  identityToRecipient,
} from "age-encryption";
import { SetupError } from "../setupError.js";

/** How the objects of a target are protected: as they are, or encrypted. */
export interface Vault {
  seal(plain: Readable): Promise<Readable>;
  open(sealed: Readable): Promise<Readable>;
  sealText(plain: string): Promise<string>;
  /** Throws a SetupError where the text is not what this target's key has sealed. */
  openText(sealed: string): Promise<string>;
  /** The name of a file by the SHA-256 of its bytes, which must not tell strangers what they are. */
  nameOf(sha256: string): string;
}

/** A target that is not encrypted. */
export const openVault: Vault = {
  seal: async (plain) => plain,
  open: async (sealed) => sealed,
  sealText: async (plain) => plain,
  openText: async (sealed) => sealed,
  nameOf: (sha256) => sha256,
};

// age wants pieces of memory that it may keep.
const throughAge = async (
  contents: Readable,
  work: (web: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>,
): Promise<Readable> => {
  const result = await work(Readable.toWeb(contents) as ReadableStream<Uint8Array>);
  return Readable.fromWeb(result as Parameters<typeof Readable.fromWeb>[0]);
};

/** Makes a key for a target, and the text that keeps it there: the key, encrypted by the passphrase. */
export async function newKey(passphrase: string): Promise<{ key: string; kept: string }> {
  const key = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return { key, kept: armor.encode(await encrypter.encrypt(key)) };
}

/** The key that a target keeps; throws a SetupError where the passphrase is another one. */
export async function unlockKey(kept: string, passphrase: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(armor.decode(kept), "text");
  } catch {
    throw new SetupError(
      "The backups cannot be decrypted: BACKUP_PASSPHRASE is not the one that they were made with, or key.age of the target is damaged.",
    );
  }
}

/**
 * The vault of a key, in the age format (https://age-encryption.org/v1). Each text carries a code that only the holder of
 * the key can make, so that a backup cannot be replaced by another one that was encrypted for the same key.
 */
export async function lockedVault(key: string): Promise<Vault> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(key));
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  const codeOf = (text: string) => createHmac("sha256", key).update(text).digest("hex");
  return {
    seal: (plain) => throughAge(plain, (web) => encrypter.encrypt(web)),
    open: (sealed) => throughAge(sealed, (web) => decrypter.decrypt(web)),
    sealText: async (plain) => armor.encode(await encrypter.encrypt(`${codeOf(plain)}\n${plain}`)),
    openText: async (sealed) => {
      const text = await decrypter.decrypt(armor.decode(sealed), "text").catch(() => refuse());
      const end = text.indexOf("\n");
      const plain = text.slice(end + 1);
      const given = Buffer.from(text.slice(0, Math.max(end, 0)));
      const expected = Buffer.from(codeOf(plain));
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) refuse();
      return plain;
    },
    nameOf: codeOf,
  };
}

function refuse(): never {
  throw new SetupError(
    "A manifest of the target is damaged, or was encrypted with another key. Use another backup.",
  );
}
