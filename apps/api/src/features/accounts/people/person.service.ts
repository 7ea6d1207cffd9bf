import sql from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../../platform/context.js";
import { brokenUniqueIndex } from "../../../platform/database/constraints.js";
import { Invalid } from "../../../platform/errors.js";
import { parseId, parseInput } from "../../../platform/graph/parseInput.js";
import type { FieldChange } from "../../../platform/records/history.js";
import {
  insertRecord,
  lockRecord,
  recordActivity,
  type Subject,
  updateRecord,
} from "../../../platform/records/write.js";
import { hashSecret, newSecret } from "../../../platform/security/secretToken.js";
import { accessRoleById } from "../access-roles/accessRole.loaders.js";
import { type GivenRole, givenRole } from "../access-roles/accessRole.service.js";
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

/** How people appear in the history. */
export const personSubject: Subject<User, "User"> = {
  type: User,
  name: "User",
  customerIdOf: () => null,
  // An access role is recorded by its name.
  excludedFields: ["emailVerified", "lastSeenAt", "accessRoleId"],
};
const LINK_DAYS = 7;

const { name, email } = newAccountSchema.shape;
const inviteSchema = z.object({ name, email });

/** A user and the secret of the link with which the person chooses a password. */
export interface Invited {
  user: User;
  token: string;
}

// One link per person: a new one invalidates the previous one.
async function newLink(context: Context, userId: string): Promise<string> {
  const token = newSecret();
  await context.db.execute(sql`
    INSERT INTO account_links (user_id, token_hash, expires_at)
    VALUES (${userId}, ${hashSecret(token)}, now() + make_interval(days => ${LINK_DAYS}::int))
    ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at`);
  return token;
}

/** Creates a user who chooses a password by a link within a week. Throws Invalid for an address in use. */
export async function inviteUser(context: Context, input: InviteUserInput): Promise<Invited> {
  const checked = parseInput(inviteSchema, input);
  const given = await givenRole(context, input);
  if (!given) throw new Invalid([{ path: "roleId", code: "required" }]);
  const { role, accessRoleId } = given;
  try {
    const user = await context.db.attempt(() =>
      insertRecord(
        context,
        personSubject,
        { name: checked.name, email: checked.email, role, accessRoleId },
        accessRoleId === null ? [] : [{ field: "accessRole", old: null, new: given.name }],
      ),
    );
    return { user, token: await newLink(context, user.id) };
  } catch (error) {
    if (brokenUniqueIndex(error) !== "users_email_key") throw error;
    throw new Invalid([{ path: "email", code: "taken" }]);
  }
}

/**
 * A link with which a person chooses a new password; until then the current one keeps working.
 * Throws Invalid for one's own without the current password.
 */
export async function createPasswordLink(
  context: Context,
  { userId, password }: CreatePasswordLinkInput,
): Promise<Invited> {
  const id = parseId(userId, "userId");
  // Whoever finds an open session must not be able to keep access.
  if (id === context.actor.id) {
    if (!password) throw new Invalid([{ path: "password", code: "own_password_link" }]);
    await provenPerson(context, password, "password");
  }
  const user = await lockRecord(context, User, id, sql`true`);
  await recordActivity(context, personSubject, [user], "password_link_created");
  return { user, token: await newLink(context, user.id) };
}

// A person with a custom role may have fewer permissions than an admin, even if it is a copy of that preset.
const isAdmin = sql`role = 'admin' AND access_role_id IS NULL`;

async function accessRoleChange(
  context: Context,
  { accessRoleId }: User,
  given: GivenRole | null,
): Promise<FieldChange[]> {
  if (!given || given.accessRoleId === accessRoleId) return [];
  const before = accessRoleId && (await context.load(accessRoleById, accessRoleId));
  return [
    {
      field: "accessRole",
      old: before ? before.name : null,
      new: given.accessRoleId === null ? null : given.name,
    },
  ];
}

/** Changes name, role or access of a user; a new role or lost access ends the sessions. Throws Invalid if nobody could administer any more. */
export async function updateUser(context: Context, input: UpdateUserInput): Promise<User> {
  // All admins are locked, so that two of them cannot take the role from each other concurrently.
  await context.db.execute(sql`SELECT 1 FROM users WHERE ${isAdmin} ORDER BY id FOR UPDATE`);
  const current = await lockRecord(context, User, parseId(input.id), sql`true`);
  const disabledAt =
    input.disabled == null ? current.disabledAt : input.disabled ? context.now : null;
  const given = await givenRole(context, input);
  const user = await updateRecord(
    context,
    personSubject,
    current,
    input.version,
    {
      ...(input.name == null
        ? {}
        : { name: parseInput(z.object({ name }), { name: input.name }).name }),
      ...(given ? { role: given.role, accessRoleId: given.accessRoleId } : {}),
      // A person who is disabled already keeps the date.
      disabledAt: disabledAt && current.disabledAt ? current.disabledAt : disabledAt,
    },
    await accessRoleChange(context, current, given),
  );
  const left = await context.db.row(
    sql`SELECT 1 FROM users WHERE ${isAdmin} AND disabled_at IS NULL LIMIT 1`,
  );
  if (!left) throw new Invalid([{ path: "id", code: "last_admin" }]);
  // Connections opened with other permissions are opened again.
  const hasOtherRole = user.role !== current.role || user.accessRoleId !== current.accessRoleId;
  if (user.disabledAt || hasOtherRole) await endSessions(context, user.id);
  return user;
}

/** Changes the caller's own password and ends all other sessions. Throws Invalid for a wrong current one. */
export async function changePassword(context: Context, input: ChangePasswordInput): Promise<void> {
  const id = await provenPerson(context, input.currentPassword, "currentPassword");
  const { newPassword } = parseInput(z.object({ newPassword: newPasswordSchema }), input);
  const user = await lockRecord(context, User, id, sql`true`);
  await refuseGuessable(newPassword, "newPassword", [user.name, user.email]);
  await setPassword(context.db, id, newPassword);
  await recordActivity(context, personSubject, [user], "password_changed");
  await endSessions(context, id, context.actor.sessionId);
}

/** Ends a person's sessions, all or all but one; returns their number. */
export async function endSessions(
  context: Context,
  userId: string,
  except: string | null = null,
): Promise<number> {
  return context.db.execute(sql`
    DELETE FROM sessions WHERE user_id = ${userId} AND id IS DISTINCT FROM ${except}::uuid`);
}
