import sql from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../../platform/context.js";
import { Invalid } from "../../../platform/errors.js";
import { parseId, parseInput } from "../../../platform/graph/parseInput.js";
import type { FieldChange } from "../../../platform/records/history.js";
import { lockRecord, recordActivity, updateRecord } from "../../../platform/records/write.js";
import { accessRoleById } from "../access-roles/accessRole.loaders.js";
import {
  assertMayGrantAccessOf,
  type GivenRole,
  givenRole,
} from "../access-roles/accessRole.service.js";
import { closeInvitation, resendInvitation } from "../invitations/invitation.service.js";
import { endSessions } from "../sessions/endSessions.js";
import { User } from "../user.entity.js";
import { newLink, type UserWithLink } from "./accountLink.js";
import { newAccountSchema, setPassword } from "./firstAdmin.js";
import { assertAdminLeft, lockAdmins } from "./lastAdmin.js";
import { provenPerson } from "./ownPassword.js";
import { newPasswordSchema, refuseGuessable } from "./password.js";
import type {
  ChangePasswordInput,
  CreatePasswordLinkInput,
  UpdateUserInput,
} from "./person.input.js";
import { personSubject } from "./personSubject.js";

const { name } = newAccountSchema.shape;

/**
 * A link with which a person chooses a new password; until then the current one keeps working. Who has not joined is
 * invited again. Throws Invalid for one's own without the current password, and for people who may do more than the caller.
 */
export async function createPasswordLink(
  context: Context,
  { userId, password }: CreatePasswordLinkInput,
): Promise<UserWithLink> {
  const id = parseId(userId, "userId");
  // Whoever finds an open session must not be able to keep access.
  if (id === context.actor.id) {
    if (!password) throw new Invalid([{ path: "password", code: "own_password_link" }]);
    await provenPerson(context, password, "password");
  }
  const user = await lockRecord(context, User, id, sql`true`);
  if (!user.emailVerified) return resendInvitation(context, id);
  await assertMayGrantAccessOf(context, user, "userId");
  await recordActivity(context, personSubject, [user], "password_link_created");
  return { user, token: await newLink(context, user.id) };
}

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
  await lockAdmins(context);
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
  await assertAdminLeft(context, "id");
  if (user.disabledAt) await closeInvitation(context, user.id);
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
