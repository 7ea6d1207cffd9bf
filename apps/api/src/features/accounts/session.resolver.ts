import sql from "sql-template-tag";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Allow } from "../../platform/doors/authorize.js";
import { Forbidden, NotFound } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { endSessions } from "./person.service.js";
import { Viewer } from "./viewer.resolver.js";

@ObjectType({ description: "A place where the viewer is signed in." })
class Session {
  @Field(() => ID, { description: "Names the session when it is to be ended." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When the viewer signed in." })
  createdAt!: Date;

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

@ObjectType({ description: "The session that was ended." })
class EndSessionPayload {
  @Field(() => ID, { description: "Its id." })
  id!: string;
}

@ObjectType({ description: "The sessions that were ended." })
class EndOtherSessionsPayload {
  @Field(() => Int, { description: "How many they were." })
  ended!: number;
}

@InputType({ description: "One of the viewer's own sessions." })
class EndSessionInput {
  @Field(() => ID, { description: "The session." })
  id!: string;
}

/** Where the viewer is signed in. */
@Resolver(() => Viewer)
export class SessionResolver {
  @Allow("signed-in")
  @FieldResolver(() => [Session], {
    description: "Where the viewer is signed in, the newest first.",
  })
  sessions(@Root() _viewer: Viewer, @Ctx() context: Context): Promise<Session[]> {
    return context.db.rows<Session>(sql`
      SELECT s.id, s.created_at AS "createdAt", s.expires_at AS "expiresAt", s.updated_at AS "lastSeenAt",
             s.id IS NOT DISTINCT FROM ${context.actor.sessionId}::uuid AS current, s.ip_address AS "ipAddress", s.user_agent AS "userAgent"
      FROM sessions s WHERE s.user_id = ${context.actor.id}::uuid AND s.expires_at > now() ORDER BY s.id DESC`);
  }

  @Allow("signed-in")
  @Mutation(() => EndSessionPayload, {
    description: "Ends one of the viewer's own sessions at once.",
  })
  async endSession(
    @Arg("input", () => EndSessionInput) { id }: EndSessionInput,
    @Ctx() context: Context,
  ): Promise<EndSessionPayload> {
    const ended = await context.db.execute(sql`
      DELETE FROM sessions WHERE id = ${parseId(id)} AND user_id = ${context.actor.id}::uuid`);
    if (ended === 0) throw new NotFound("Session", id);
    return { id };
  }
  @Allow("signed-in")
  @Mutation(() => EndOtherSessionsPayload, {
    description: "Ends all of the viewer's own sessions but the one that the request came with.",
  })
  async endOtherSessions(@Ctx() context: Context): Promise<EndOtherSessionsPayload> {
    const { kind, id, sessionId } = context.actor;
    // A key is no one's session, and must not sign its maker out.
    if (kind !== "USER" || id === null) throw new Forbidden();
    return { ended: await endSessions(context, id, sessionId) };
  }
}
