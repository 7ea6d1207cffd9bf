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
import { Forbidden, NotFound } from "../../../platform/errors.js";
import { AtMost } from "../../../platform/graph/cost/listSize.js";
import { parseId } from "../../../platform/graph/parseInput.js";
import { Allow, PersonOnly } from "../../../platform/security/authorize.js";
import { endSessions } from "../people/person.service.js";
import { Viewer } from "../viewer.resolver.js";
import { endOwnSession, ownSessions, Session } from "./session.js";

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

@InputType({ description: "One of the viewer's own sessions." })
class EndSessionInput {
  @Field(() => ID, { description: "The session." })
  id!: string;
}

/** Where the viewer is signed in. */
@Resolver(() => Viewer)
export class SessionResolver {
  @AtMost(50)
  @Allow("signed-in")
  @FieldResolver(() => [Session], {
    description: "Where the viewer is signed in, the newest first.",
  })
  sessions(@Root() _viewer: Viewer, @Ctx() context: Context): Promise<Session[]> {
    return ownSessions(context);
  }

  @Allow("signed-in")
  @PersonOnly()
  @Mutation(() => EndSessionPayload, {
    description: "Ends one of the viewer's own sessions at once.",
  })
  async endSession(
    @Arg("input", () => EndSessionInput) { id }: EndSessionInput,
    @Ctx() context: Context,
  ): Promise<EndSessionPayload> {
    const session = await endOwnSession(context, parseId(id));
    if (!session) throw new NotFound(Session.name, id);
    return { session };
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
