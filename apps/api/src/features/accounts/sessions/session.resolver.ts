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
import type { Context } from "../../../platform/context.js";
import { Forbidden } from "../../../platform/errors.js";
import { AtMost } from "../../../platform/graph/cost/listSize.js";
import { DependsOn } from "../../../platform/performance/lookAhead.js";
import { Allow, PersonOnly } from "../../../platform/security/authorize.js";
import { UserIdInput } from "../people/person.input.js";
import { User } from "../user.entity.js";
import { Viewer } from "../viewer.resolver.js";
import { endSession, endSessions, endSessionsOf } from "./endSessions.js";
import { MAX_SESSIONS, Session, sessionsOfUser } from "./session.js";

@ObjectType({ description: "The session that was ended." })
class EndSessionPayload {
  @Field(() => Session, { description: "The session." })
  session!: Session;
}

@ObjectType({ description: "The sessions that were ended." })
class EndOtherSessionsPayload {
  @Field(() => Int, { description: "How many they were." })
  ended!: number;
}

@ObjectType({ description: "The person whose sessions were ended." })
class EndSessionsPayload {
  @Field(() => User, { description: "The person." })
  user!: User;

  @Field(() => Int, { description: "How many sessions they were." })
  ended!: number;
}

@InputType({ description: "A session." })
class EndSessionInput {
  @Field(() => ID, { description: "The session." })
  id!: string;
}

/** Where the viewer is signed in. */
@Resolver(() => Viewer)
export class SessionResolver {
  @AtMost(MAX_SESSIONS)
  @Allow("signed-in")
  @FieldResolver(() => [Session], {
    description: "Where the viewer is signed in, the newest first.",
  })
  sessions(@Root() _viewer: Viewer, @Ctx() context: Context): Promise<Session[]> {
    const { kind, id } = context.actor;
    if (kind !== "USER" || id === null) return Promise.resolve([]);
    return context.loadForViewer(sessionsOfUser, id);
  }

  @Allow("signed-in")
  @PersonOnly()
  @Mutation(() => EndSessionPayload, {
    description:
      "Ends a session at once, with its open connections: one of the viewer's own, or anyone's with `users:write`.",
  })
  async endSession(
    @Arg("input", () => EndSessionInput) { id }: EndSessionInput,
    @Ctx() context: Context,
  ): Promise<EndSessionPayload> {
    return { session: await endSession(context, id) };
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => EndSessionsPayload, {
    description:
      "Ends all sessions of a person at once, with their open connections; for oneself, all but the one in use.",
  })
  endSessions(
    @Arg("input", () => UserIdInput) { userId }: UserIdInput,
    @Ctx() context: Context,
  ): Promise<EndSessionsPayload> {
    return endSessionsOf(context, userId);
  }

  @Allow("signed-in")
  @PersonOnly()
  @Mutation(() => EndOtherSessionsPayload, {
    description: "Ends all of the viewer's own sessions but the one that the request came with.",
  })
  async endOtherSessions(@Ctx() context: Context): Promise<EndOtherSessionsPayload> {
    const { id, sessionId } = context.actor;
    if (id === null) throw new Forbidden();
    return { ended: await endSessions(context, id, sessionId) };
  }
}

/** Where people are signed in, for who manages them. */
@Resolver(() => User)
export class UserSessions {
  @AtMost(MAX_SESSIONS)
  @DependsOn<User>("id")
  @Allow("users:write")
  @FieldResolver(() => [Session], {
    description: "Where the person is signed in: the newest 50, the newest first.",
  })
  sessions(@Root() user: User, @Ctx() context: Context): Promise<Session[]> {
    return context.loadForViewer(sessionsOfUser, user.id);
  }
}
