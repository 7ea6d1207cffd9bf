import sql from "sql-template-tag";
import { z } from "zod";
import type { App } from "../../../platform/app.js";
import type { Context } from "../../../platform/context.js";
import { brokenUniqueIndex } from "../../../platform/database/constraints.js";
import type { Db } from "../../../platform/database/db.js";
import { Invalid } from "../../../platform/errors.js";
import { parseId, parseInput } from "../../../platform/graph/parseInput.js";
import {
  changeRecord,
  insertRecord,
  lockRecord,
  recordActivity,
} from "../../../platform/records/write.js";
import { assertMayGrantAccessOf, givenRole } from "../access-roles/accessRole.service.js";
import { LINK_DAYS, newLink, type UserWithLink } from "../people/accountLink.js";
import { newAccountSchema } from "../people/firstAdmin.js";
import { assertAdminLeft, lockAdmins } from "../people/lastAdmin.js";
import { personSubject, rememberOwn } from "../people/personSubject.js";
import { User } from "../user.entity.js";
import type { InviteUserInput } from "./invitation.input.js";

const { name, email } = newAccountSchema.shape;
const inviteSchema = z.object({ name, email });

async function openInvitation(context: Context, userId: string): Promise<string> {
  await context.db.execute(sql`
    INSERT INTO invitations (user_id, sent_by, sent_at, expires_at)
    VALUES (${userId}, ${context.actor.id}::uuid, now(), now() + make_interval(days => ${LINK_DAYS}::int))
    ON CONFLICT (user_id) DO UPDATE SET sent_by = excluded.sent_by, sent_at = excluded.sent_at,
      expires_at = excluded.expires_at, revoked_at = NULL`);
  return newLink(context, userId);
}

/** Withdraws what is left of a person's invitation: the link stops working. */
export async function closeInvitation({ db }: Context, userId: string): Promise<void> {
  await db.execute(sql`
    WITH links AS (DELETE FROM account_links WHERE user_id = ${userId})
    UPDATE invitations SET revoked_at = now() WHERE user_id = ${userId} AND revoked_at IS NULL AND accepted_at IS NULL`);
}

/** Marks a person as joined; an open invitation is accepted and its link used up, and recorded as what they did themselves. */
export async function acceptInvitation(app: App, db: Db, userId: string): Promise<boolean> {
  await db.execute(
    sql`UPDATE users SET email_verified = true WHERE id = ${userId} AND NOT email_verified`,
  );
  const accepted = await db.execute(sql`
    UPDATE invitations SET accepted_at = now(), revoked_at = NULL WHERE user_id = ${userId} AND accepted_at IS NULL`);
  if (accepted === 0) return false;
  await db.execute(sql`DELETE FROM account_links WHERE user_id = ${userId}`);
  await rememberOwn(app, db, userId, "invitation_accepted");
  return true;
}

/** Creates a user who joins by a link within a week. Throws Invalid for an address in use. */
export async function inviteUser(context: Context, input: InviteUserInput): Promise<UserWithLink> {
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
    return { user, token: await openInvitation(context, user.id) };
  } catch (error) {
    if (brokenUniqueIndex(error) !== "users_email_key") throw error;
    throw new Invalid([{ path: "email", code: "taken" }]);
  }
}

async function lockInvited(context: Context, userId: string): Promise<User> {
  await lockAdmins(context);
  const user = await lockRecord(context, User, parseId(userId, "userId"), sql`true`);
  if (user.emailVerified) throw new Invalid([{ path: "userId", code: "already_joined" }]);
  return user;
}

/** A new link for a person who has not joined: the previous one stops working, and a revoked invitation is open again. */
export async function resendInvitation(context: Context, userId: string): Promise<UserWithLink> {
  const current = await lockInvited(context, userId);
  await assertMayGrantAccessOf(context, current, "userId");
  const user = current.disabledAt
    ? await changeRecord(
        context,
        personSubject,
        current,
        current.version,
        { disabledAt: null },
        "invitation_resent",
      )
    : current;
  if (user === current) await recordActivity(context, personSubject, [user], "invitation_resent");
  return { user, token: await openInvitation(context, user.id) };
}

/** Withdraws an invitation: its link stops working, and the person is disabled. Throws Invalid for who has joined. */
export async function revokeInvitation(context: Context, userId: string): Promise<User> {
  const current = await lockInvited(context, userId);
  await closeInvitation(context, current.id);
  if (current.disabledAt) return current;
  const user = await changeRecord(
    context,
    personSubject,
    current,
    current.version,
    { disabledAt: context.now },
    "invitation_revoked",
  );
  await assertAdminLeft(context, "userId");
  return user;
}
