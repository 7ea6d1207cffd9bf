import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { NotFound } from "../../../platform/errors.js";
import { parseId } from "../../../platform/graph/parseInput.js";
import { lockRecord, recordActivity } from "../../../platform/records/write.js";
import { personSubject } from "../people/personSubject.js";
import { User } from "../user.entity.js";
import { Session, takeSession } from "./session.js";

/** Ends a person's sessions, all or all but one; returns their number. */
export async function endSessions(
  context: Context,
  userId: string,
  except: string | null = null,
): Promise<number> {
  return context.db.execute(sql`
    DELETE FROM sessions WHERE user_id = ${userId} AND id IS DISTINCT FROM ${except}::uuid`);
}

async function recordEnd(context: Context, user: User, ended: number): Promise<void> {
  // What people end of their own is like signing out, which is not recorded either.
  if (user.id === context.actor.id || ended === 0) return;
  await recordActivity(context, personSubject, [user], "sessions_ended");
}

const lockPerson = (context: Context, id: string) => lockRecord(context, User, id, sql`true`);

/** Ends one session: the caller's own, or anyone's with `users:write`. Throws NotFound for any other. */
export async function endSession(context: Context, id: string): Promise<Session> {
  const ended = await takeSession(context, parseId(id));
  if (!ended) throw new NotFound(Session.name, id);
  if (ended.userId !== context.actor.id) {
    await recordEnd(context, await lockPerson(context, ended.userId), 1);
  }
  return ended.session;
}

/** Ends all sessions of a person; for oneself, all but the one in use. Throws NotFound. */
export async function endSessionsOf(
  context: Context,
  userId: string,
): Promise<{ user: User; ended: number }> {
  const user = await lockPerson(context, parseId(userId, "userId"));
  const ended = await endSessions(context, user.id, context.actor.sessionId);
  await recordEnd(context, user, ended);
  return { user, ended };
}
