import sql, { type Sql } from "sql-template-tag";
import { Field, Int, ObjectType } from "type-graphql";
import type { Context, ViewerBatchLoader } from "../../../platform/context.js";
import { grouped, inOrder } from "../../../platform/request/loader.js";
import { Node } from "../../../platform/types/record.js";
import { DateTimeScalar } from "../../../platform/types/scalars.js";

/** How many sessions of one person are listed; all can be ended together. */
export const MAX_SESSIONS = 50;

/** A session of a person: they find it themselves, and who manages people. */
@ObjectType({ implements: Node, description: "A place where a person is signed in." })
export class Session extends Node {
  @Field(() => DateTimeScalar, { description: "When the person signed in." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "The same as `lastSeenAt`." })
  updatedAt(): Date {
    return this.lastSeenAt;
  }

  @Field(() => Int, { description: "Always 1: no update names it." })
  version(): number {
    return 1;
  }

  @Field(() => DateTimeScalar, {
    description: "When the person last did anything in it, to the minute.",
  })
  lastSeenAt!: Date;

  @Field(() => Boolean, { description: "Whether this very request came with it." })
  current!: boolean;

  @Field(() => DateTimeScalar, { description: "When it ends by itself." })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: "The network address it came from." })
  ipAddress!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The browser, as its `User-Agent` header says.",
  })
  userAgent!: string | null;
}

const asSession = (row: object): Session => Object.assign(new Session(), row);

/** The columns of a session row `s` that callers see. */
const columns = ({ actor }: Context): Sql => sql`
  s.id, s.created_at AS "createdAt", s.expires_at AS "expiresAt", s.updated_at AS "lastSeenAt",
  s.id IS NOT DISTINCT FROM ${actor.sessionId}::uuid AS current, s.ip_address AS "ipAddress", s.user_agent AS "userAgent"`;

const LIVE = sql`s.expires_at > now()`;

// Whose sessions the viewer may find: their own, and everyone's with `users:write`.
const isFound = ({ actor }: Context): Sql =>
  actor.permissions.has("users:write") ? LIVE : sql`s.user_id = ${actor.id}::uuid AND ${LIVE}`;

/** The sessions of people by their ids, newest first; whoever asks has to be allowed to see them. */
export const sessionsOfUser: ViewerBatchLoader<string, undefined, Session[]> = async (
  userIds,
  _args,
  context,
) => {
  const rows = await context.db.rows<{ userId: string }>(sql`
    SELECT u.id AS "userId", s.* FROM unnest(${userIds}::uuid[]) u (id) CROSS JOIN LATERAL (
      SELECT ${columns(context)} FROM sessions s WHERE s.user_id = u.id AND ${LIVE}
      ORDER BY s.id DESC LIMIT ${MAX_SESSIONS}::int) s`);
  return grouped(userIds, rows, ({ userId }) => userId).map((found) => found.map(asSession));
};

/** Sessions by id. */
export const sessionById: ViewerBatchLoader<string, undefined, Session | null> = async (
  ids,
  _args,
  context,
) => {
  const rows = await context.db.rows<object>(sql`
    SELECT ${columns(context)} FROM sessions s WHERE ${isFound(context)} AND s.id = ANY(${ids}::uuid[])`);
  return inOrder<string, Session, null>(ids, rows.map(asSession), ({ id }) => id, null);
};

/** A session that was ended, and whose it was. */
export interface EndedSession {
  session: Session;
  userId: string;
}

/** Ends a session that the viewer may find; null if there is none with that id. */
export async function takeSession(context: Context, id: string): Promise<EndedSession | null> {
  const row = await context.db.row<{ userId: string }>(sql`
    DELETE FROM sessions s WHERE ${isFound(context)} AND s.id = ${id}::uuid
    RETURNING s.user_id AS "userId", ${columns(context)}`);
  return row && { session: asSession(row), userId: row.userId };
}
