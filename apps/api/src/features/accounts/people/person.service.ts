import sql from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../../platform/context.js";
import { brokenUniqueIndex } from "../../../platform/database/constraints.js";
import { Invalid } from "../../../platform/errors.js";
import { parseId, parseInput } from "../../../platform/graph/parseInput.js";
import {
  insertRecord,
  lockRecord,
  recordActivity,
  type Subject,
  updateRecord,
} from "../../../platform/records/write.js";
import { hashSecret, newSecret } from "../../../platform/security/secretToken.js";
import { User } from "../user.entity.js";
import { newAccountSchema, setPassword } from "./firstAdmin.js";
import { provenPerson } from "./ownPassword.js";
import { newPasswordSchema, refuseGuessable } from "./password.js";
import type {
  ChangePasswordInput,
  CreatePasswordLinkInput,
  InviteUserInput,
  UpdateUserInput,
} from "./person.input.js";

/** How the history tells of people. */
export const personSubject: Subject<User, "User"> = {
  type: User,
  name: "User",
  customerIdOf: () => null,
  excludedFields: ["emailVerified", "lastSeenAt"],
};
const LINK_DAYS = 7;

const { name, email } = newAccountSchema.shape;
const inviteSchema = z.object({ name, email, role: z.string() });

/** A user and the secret of the link with which the person chooses a password. */
export interface Invited {
  user: User;
  token: string;
}

// One link a person: a new one ends the one before.
async function newLink(context: Context, userId: string): Promise<string> {
  const token = newSecret();
  await context.db.execute(sql`
    INSERT INTO account_links (user_id, token_hash, expires_at)
    VALUES (${userId}, ${hashSecret(token)}, now() + make_interval(days => ${LINK_DAYS}::int))
    ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at`);
  return token;
}

/** Makes a user who chooses a password by a link within a week. Throws Invalid for an address in use. */
export async function inviteUser(context: Context, input: InviteUserInput): Promise<Invited> {
  const checked = parseInput(inviteSchema, input);
  try {
    const user = await context.db.attempt(() =>
      insertRecord(context, personSubject, {
        name: checked.name,
        email: checked.email,
        role: input.role,
      }),
    );
    return { user, token: await newLink(context, user.id) };
  } catch (error) {
    if (brokenUniqueIndex(error) !== "users_email_key") throw error;
    throw new Invalid([{ path: "email", code: "taken" }]);
  }
}

/**
 * A link with which a person chooses a new password; until then the present one goes on working.
 * Throws Invalid for one's own without the present password.
 */
export async function createPasswordLink(
  context: Context,
  { userId, password }: CreatePasswordLinkInput,
): Promise<Invited> {
  const id = parseId(userId, "userId");
  // Whoever finds a session open must not be able to stay in it.
  if (id === context.actor.id) {
    if (!password) throw new Invalid([{ path: "password", code: "own_password_link" }]);
    await provenPerson(context, password, "password");
  }
  const user = await lockRecord(context, User, id, sql`true`);
  await recordActivity(context, personSubject, [user], "password_link_created");
  return { user, token: await newLink(context, user.id) };
}

/** Changes name, role or access of a user, whose sessions end with another role or without access. Throws Invalid where nobody would be left to administer. */
export async function updateUser(context: Context, input: UpdateUserInput): Promise<User> {
  // All admins are locked, so that two of them cannot take the role from one another at once.
  await context.db.execute(sql`SELECT 1 FROM users WHERE role = 'admin' ORDER BY id FOR UPDATE`);
  const current = await lockRecord(context, User, parseId(input.id), sql`true`);
  const disabledAt =
    input.disabled == null ? current.disabledAt : input.disabled ? context.now : null;
  const user = await updateRecord(context, personSubject, current, input.version, {
    ...(input.name == null
      ? {}
      : { name: parseInput(z.object({ name }), { name: input.name }).name }),
    ...(input.role == null ? {} : { role: input.role }),
    // Who is disabled already keeps the date.
    disabledAt: disabledAt && current.disabledAt ? current.disabledAt : disabledAt,
  });
  const left = await context.db.row(
    sql`SELECT 1 FROM users WHERE role = 'admin' AND disabled_at IS NULL LIMIT 1`,
  );
  if (!left) throw new Invalid([{ path: "id", code: "last_admin" }]);
  // What was opened with other rights is opened anew.
  if (user.disabledAt || user.role !== current.role) await endSessions(context, user.id);
  return user;
}

/** Changes the caller's own password and ends all other sessions. Throws Invalid for a wrong present one. */
export async function changePassword(context: Context, input: ChangePasswordInput): Promise<void> {
  const id = await provenPerson(context, input.currentPassword, "currentPassword");
  const { newPassword } = parseInput(z.object({ newPassword: newPasswordSchema }), input);
  const user = await lockRecord(context, User, id, sql`true`);
  await refuseGuessable(newPassword, "newPassword", [user.name, user.email]);
  await setPassword(context.db, id, newPassword);
  await recordActivity(context, personSubject, [user], "password_changed");
  await endSessions(context, id, context.actor.sessionId);
}

/** Ends a person's sessions, all or all but one; answers how many they were. */
export async function endSessions(
  context: Context,
  userId: string,
  except: string | null = null,
): Promise<number> {
  return context.db.execute(sql`
    DELETE FROM sessions WHERE user_id = ${userId} AND id IS DISTINCT FROM ${except}::uuid`);
}
