import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { DependsOn } from "../../../platform/performance/lookAhead.js";
import { Allow, PersonOnly } from "../../../platform/security/authorize.js";
import { LinkPayload, withPath } from "../people/linkPayload.type.js";
import { UserIdInput } from "../people/person.input.js";
import { UserPayload } from "../people/userPayload.type.js";
import { User } from "../user.entity.js";
import { userById } from "../user.loaders.js";
import { InviteUserInput } from "./invitation.input.js";
import { invitationByUser } from "./invitation.loaders.js";
import { inviteUser, resendInvitation, revokeInvitation } from "./invitation.service.js";
import { Invitation } from "./invitation.type.js";

/** Who was invited, and what became of it. */
@Resolver(() => User)
export class InvitationResolver {
  @DependsOn<User>("id")
  @Allow("users:write")
  @FieldResolver(() => Invitation, {
    nullable: true,
    description: "How the person was invited; null for who came in another way.",
  })
  invitation(@Root() user: User, @Ctx() context: Context): Promise<Invitation | null> {
    return context.load(invitationByUser, user.id);
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => LinkPayload, {
    description: "Lets someone in; the link is theirs to choose a password.",
  })
  async inviteUser(
    @Arg("input", () => InviteUserInput) input: InviteUserInput,
    @Ctx() context: Context,
  ): Promise<LinkPayload> {
    return withPath(await inviteUser(context, input));
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => LinkPayload, {
    description:
      "Creates a new link for someone who has not joined; the previous one stops working, and a revoked invitation is open again.",
  })
  async resendInvitation(
    @Arg("input", () => UserIdInput) { userId }: UserIdInput,
    @Ctx() context: Context,
  ): Promise<LinkPayload> {
    return withPath(await resendInvitation(context, userId));
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => UserPayload, {
    description:
      "Revokes the invitation of someone who has not joined: its link stops working at once, and the user is disabled.",
  })
  async revokeInvitation(
    @Arg("input", () => UserIdInput) { userId }: UserIdInput,
    @Ctx() context: Context,
  ): Promise<UserPayload> {
    return { user: await revokeInvitation(context, userId) };
  }
}

/** Who sent an invitation. */
@Resolver(() => Invitation)
export class InvitationEdges {
  @Allow("users:write")
  @FieldResolver(() => User, { nullable: true, description: "Who sent it last." })
  sentBy(@Root() { sentById }: Invitation, @Ctx() context: Context): Promise<User | null> | null {
    return sentById === null ? null : context.load(userById, sentById);
  }
}
