import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { Forbidden, Invalid } from "../../../platform/errors.js";
import { parseId } from "../../../platform/graph/parseInput.js";
import type { BatchLoader } from "../../../platform/readContext.js";
import { lockRecord, recordActivity } from "../../../platform/records/write.js";
import { inOrder } from "../../../platform/request/loader.js";
import { seal } from "../../../platform/security/sealedSecret.js";
import { assertMayGrantAccessOf } from "../access-roles/accessRole.service.js";
import { provenPerson } from "../people/ownPassword.js";
import { personSubject } from "../people/personSubject.js";
import { endSessions } from "../sessions/endSessions.js";
import { User } from "../user.entity.js";
import { newTotpSecret, totpUri } from "./totp.js";
import { needsCode } from "./twoFactorChallenge.js";
import { type CodeSource, renewCodes, useCode } from "./twoFactorCodes.js";

/** What an authenticator app is set up with. */
export interface TwoFactorSetup {
  secret: string;
  uri: string;
}

/** The number of backup codes that a person has left; null without two-factor authentication. */
export async function backupCodesLeft(context: Context): Promise<number | null> {
  const row = await context.db.row<{ left: number }>(sql`
    SELECT (SELECT count(*)::int FROM backup_codes b WHERE b.user_id = f.user_id) AS left
    FROM two_factors f WHERE f.user_id = ${context.actor.id}::uuid AND f.confirmed_at IS NOT NULL`);
  return row?.left ?? null;
}

/** Whether people sign in with a second factor. */
export const hasTwoFactor: BatchLoader<string, undefined, boolean> = async (
  ids,
  _args,
  reading,
) => {
  const rows = await reading.db.rows<{ id: string }>(sql`
    SELECT user_id AS id FROM two_factors WHERE user_id = ANY(${ids}::uuid[]) AND confirmed_at IS NOT NULL`);
  return inOrder(ids, rows, ({ id }) => id, false).map(Boolean);
};

async function tellTwoFactorChallenge(context: Context, user: User, on: boolean): Promise<void> {
  await recordActivity(context, personSubject, [user], "updated", [
    { field: "twoFactor", old: !on, new: on },
  ]);
}

const sessionSource = (sessionId: string | null): CodeSource => ({ own: sessionId, network: "" });

const lockPerson = (context: Context, id: string) => lockRecord(context, User, id, sql`true`);

/** Creates the secret for an app; it takes effect with its first code. Throws Invalid if two-factor authentication is on already. */
export async function startTwoFactor(context: Context, password: string): Promise<TwoFactorSetup> {
  const id = await provenPerson(context, password, "password");
  if (await needsCode(context.db, id)) {
    throw new Invalid([{ path: "password", code: "two_factor_on" }]);
  }
  const secret = newTotpSecret();
  await context.db.execute(sql`
    INSERT INTO two_factors (user_id, secret) VALUES (${id}, ${await seal(context.app, context.db, secret)})
    ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, last_step = 0`);
  return { secret, uri: totpUri(secret, context.actor.email ?? context.actor.name) };
}

/** Turns two-factor authentication on, after a first code, and ends all other sessions; returns the backup codes. */
export async function confirmTwoFactor(context: Context, code: string): Promise<string[]> {
  const { id, sessionId } = context.actor;
  if (id === null) throw new Forbidden();
  const user = await lockPerson(context, id);
  const waiting = await context.db.row(sql`
    SELECT 1 FROM two_factors WHERE user_id = ${id} AND confirmed_at IS NULL FOR UPDATE`);
  if (!waiting || !(await useCode(context.app, context.db, id, code, sessionSource(sessionId)))) {
    throw new Invalid([{ path: "code", code: "wrong_code" }]);
  }
  await context.db.execute(sql`UPDATE two_factors SET confirmed_at = now() WHERE user_id = ${id}`);
  await endSessions(context, id, sessionId);
  await tellTwoFactorChallenge(context, user, true);
  return renewCodes(context.db, id);
}

/** What a person shows before the second factor is weakened: the password alone must not be enough. */
export interface BothFactors {
  password: string;
  code: string;
}

/** The id of the caller, after both factors. Throws Invalid for a wrong one, and without two-factor authentication. */
async function twiceProven(context: Context, { password, code }: BothFactors): Promise<string> {
  const { app, db, actor } = context;
  const id = await provenPerson(context, password, "password");
  if (!(await needsCode(db, id))) {
    throw new Invalid([{ path: "password", code: "two_factor_off" }]);
  }
  if (!(await useCode(app, db, id, code, sessionSource(actor.sessionId)))) {
    throw new Invalid([{ path: "code", code: "wrong_code" }]);
  }
  return id;
}

/** Ten new backup codes that replace the previous ones. Throws Invalid without two-factor authentication. */
export async function renewBackupCodes(context: Context, factors: BothFactors): Promise<string[]> {
  return renewCodes(context.db, await twiceProven(context, factors));
}

async function removeTwoFactor(context: Context, user: User): Promise<void> {
  const on = await needsCode(context.db, user.id);
  await context.db.execute(sql`DELETE FROM two_factors WHERE user_id = ${user.id}`);
  if (on) await tellTwoFactorChallenge(context, user, false);
}

/** Turns the caller's two-factor authentication off. Throws Invalid if it is off. */
export async function disableTwoFactor(context: Context, factors: BothFactors): Promise<void> {
  const id = await twiceProven(context, factors);
  await removeTwoFactor(context, await lockPerson(context, id));
}

/** Turns off two-factor authentication for a person who lost the device. Throws Invalid for oneself, who needs the password, and for people who may do more than the caller. */
export async function resetTwoFactor(context: Context, userId: string): Promise<User> {
  const user = await lockPerson(context, parseId(userId, "userId"));
  if (user.id === context.actor.id) throw new Invalid([{ path: "userId", code: "own_two_factor" }]);
  await assertMayGrantAccessOf(context, user, "userId");
  await removeTwoFactor(context, user);
  return user;
}
