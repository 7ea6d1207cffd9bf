import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Db } from "../../platform/database/db.js";
import { countAttempt, forgetAttempts } from "../../platform/doors/attempts.js";
import { unseal } from "../../platform/doors/sealedSecret.js";
import { hashSecret } from "../../platform/doors/secretToken.js";
import { newBackupCodes, periodOf, plainCode } from "./totp.js";

const TRIES = { attempts: 5, seconds: 15 * 60 };

const isTotp = (code: string) => /^\d{6}$/.test(code);

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
 * Uses up a code of the app, or a backup code, and says whether it was one. Throws RateLimited after
 * five wrong ones of a person, at whatever door.
 */
export async function useCode(app: App, db: Db, userId: string, code: string): Promise<boolean> {
  // Outside of any transaction, which a wrong code may take back.
  const counting = app.database.db();
  await countAttempt(counting, `code:${userId}`, TRIES);
  const plain = plainCode(code);
  const right = isTotp(plain)
    ? await useTotp(app, db, userId, plain)
    : await useBackupCode(db, userId, plain);
  if (right) await forgetAttempts(counting, `code:${userId}`);
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
