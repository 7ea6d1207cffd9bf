import sql from "sql-template-tag";
import type { App } from "../../../platform/app.js";
import type { Db } from "../../../platform/database/db.js";
import {
  type AttemptLimit,
  forgetAttempts,
  takeAttempt,
} from "../../../platform/security/attemptLimit.js";
import { unseal } from "../../../platform/security/sealedSecret.js";
import { hashSecret } from "../../../platform/security/secretToken.js";
import { newBackupCodes, periodOf, plainCode } from "./totp.js";

const QUARTER_HOUR = 15 * 60;
const DAY = 24 * 60 * 60;

const TOTP_TRIES: readonly AttemptLimit[] = [
  { name: "code", attempts: 5, seconds: QUARTER_HOUR },
  { name: "code-day", attempts: 20, seconds: DAY },
];
// Of 80 bits, so that there is nothing to guess: only a flood is to be kept out.
const BACKUP_TRIES: readonly AttemptLimit[] = [
  { name: "backup-code", attempts: 20, seconds: QUARTER_HOUR },
];

/** Against whom wrong codes count. */
export interface CodeSource {
  /** A browser or session that is the person's own; null for all others together. */
  own: string | null;
  network: string;
}

const isTotp = (code: string) => /^\d{6}$/.test(code);

// Digits can be guessed, so all strangers who have the password share one count, which does not touch the person's own.
function countOf(userId: string, totp: boolean, { own, network }: CodeSource) {
  if (totp) return { limits: TOTP_TRIES, key: `${userId} ${own ?? "others"}` };
  return { limits: BACKUP_TRIES, key: `${userId} ${own ?? network}` };
}

// The period of a code only ever moves on, so that one and the same code is taken once, also by two at once.
async function useTotp(app: App, db: Db, userId: string, code: string): Promise<boolean> {
  const row = await db.row<{ secret: string }>(
    sql`SELECT secret FROM two_factors WHERE user_id = ${userId}`,
  );
  const period = row && periodOf(await unseal(app, db, row.secret), code, app.clock());
  if (period === null) return false;
  const used = await db.execute(sql`
    UPDATE two_factors SET last_step = ${period} WHERE user_id = ${userId} AND last_step < ${period}`);
  return used > 0;
}

async function useBackupCode(db: Db, userId: string, code: string): Promise<boolean> {
  const used = await db.execute(sql`
    DELETE FROM backup_codes WHERE user_id = ${userId} AND code_hash = ${hashSecret(code)}`);
  return used > 0;
}

/**
 * Uses up a code of the app, or a backup code, and says whether it was one. Throws RateLimited after five wrong ones
 * of the app from one source of the person's own, or from all others together.
 */
export async function useCode(
  app: App,
  db: Db,
  userId: string,
  code: string,
  source: CodeSource,
): Promise<boolean> {
  // Outside of any transaction, which a wrong code may take back.
  const { pool } = app.database;
  const plain = plainCode(code);
  const totp = isTotp(plain);
  const { limits, key } = countOf(userId, totp, source);
  for (const limit of limits) await takeAttempt(pool, limit, key);
  const right = totp
    ? await useTotp(app, db, userId, plain)
    : await useBackupCode(db, userId, plain);
  if (right) for (const limit of limits) await forgetAttempts(pool, limit, key);
  return right;
}

/** Gives a person ten new backup codes in place of any before. */
export async function renewCodes(db: Db, userId: string): Promise<string[]> {
  const codes = newBackupCodes();
  const hashes = codes.map((code) => hashSecret(plainCode(code)));
  await db.execute(sql`DELETE FROM backup_codes WHERE user_id = ${userId}`);
  await db.execute(sql`
    INSERT INTO backup_codes (user_id, code_hash) SELECT ${userId}::uuid, unnest(${hashes}::text[])`);
  return codes;
}
