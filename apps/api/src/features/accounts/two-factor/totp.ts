import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const ISSUER = "Clientela";
const PERIOD_SECONDS = 30;
const BACKUP_CODES = 10;
const BACKUP_CODE_BYTES = 10;

const totp = (secret: string, label: string) =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });

/** A new secret of 160 bits in base 32, as authenticator apps accept it (RFC 6238). */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The URI that an authenticator app reads from a QR code. */
export const totpUri = (secret: string, email: string): string => totp(secret, email).toString();

/** The period that a code is valid for, counted since 1970; null if it is not the current, previous or next one. */
export function periodOf(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = totp(secret, "").validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** A code in the form in which it is compared: without spaces and dashes. */
export const plainCode = (code: string): string => code.replace(/[\s-]/g, "").toUpperCase();

/** Ten codes of 80 bits, each for one sign-in without the app. */
export function newBackupCodes(): string[] {
  return Array.from({ length: BACKUP_CODES }, () => {
    const { base32 } = new Secret({
      buffer: new Uint8Array(randomBytes(BACKUP_CODE_BYTES)).buffer,
    });
    return base32.match(/.{4}/g)?.join("-") ?? base32;
  });
}
