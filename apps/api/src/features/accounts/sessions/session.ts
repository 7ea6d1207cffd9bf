import sql, { type Sql } from "sql-template-tag";
import { Field, Int, ObjectType } from "type-graphql";
import type { Context, ViewerBatchLoader } from "../../../platform/context.js";
import { inOrder } from "../../../platform/request/loader.js";
import { Node } from "../../../platform/types/record.js";
import { DateTimeScalar } from "../../../platform/types/scalars.js";

/** A session of a person; nobody else can find it. */
@ObjectType({ implements: Node, description: "A place where the viewer is signed in." })
export class Session extends Node {
  @Field(() => DateTimeScalar, { description: "When the viewer signed in." })
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
    description: "When the viewer last did anything in it, to the minute.",
  })
  lastSeenAt!: Date;

  @Field(() => Boolean, { description: "Whether this very request came with it." })
  current!: boolean;

  @Field(() => DateTimeScalar, { description: "When it ends by itself." })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: "The network address it came from." })
  ipAddress!: string | null;

  @Field(() => String, { nullable: true, description: "The browser, in its own words." })
  userAgent!: string | null;
}

const asSession = (row: object): Session => Object.assign(new Session(), row);

/** The columns of a session row `s` that callers see. */
const columns = ({ actor }: Context): Sql => sql`
  s.id, s.created_at AS "createdAt", s.expires_at AS "expiresAt", s.updated_at AS "lastSeenAt",
  s.id IS NOT DISTINCT FROM ${actor.sessionId}::uuid AS current, s.ip_address AS "ipAddress", s.user_agent AS "userAgent"`;

const isOwn = ({ actor }: Context): Sql =>
  sql`s.user_id = ${actor.id}::uuid AND s.expires_at > now()`;

/** The viewer's sessions, newest first. */
export async function ownSessions(context: Context): Promise<Session[]> {
  const rows = await context.db.rows<object>(sql`
    SELECT ${columns(context)} FROM sessions s WHERE ${isOwn(context)} ORDER BY s.id DESC`);
  return rows.map(asSession);
}

/** The viewer's own sessions by id. */
export const ownSessionById: ViewerBatchLoader<string, undefined, Session | null> = async (
  ids,
  _args,
  context,
) => {
  const rows = await context.db.rows<object>(sql`
    SELECT ${columns(context)} FROM sessions s WHERE ${isOwn(context)} AND s.id = ANY(${ids}::uuid[])`);
  return inOrder<string, Session, null>(ids, rows.map(asSession), ({ id }) => id, null);
};

/** Ends one of the viewer's own sessions; null if there is none with that id. */
export async function endOwnSession(context: Context, id: string): Promise<Session | null> {
  const rows = await context.db.rows<object>(sql`
    DELETE FROM sessions s WHERE ${isOwn(context)} AND s.id = ${id}::uuid RETURNING ${columns(context)}`);
  return rows[0] ? asSession(rows[0]) : null;
}
