import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { Conversation } from "./conversation.entity.js";
import { CreateConversationInput, UpdateConversationInput } from "./conversation.input.js";
import {
  createConversation,
  deleteConversation,
  restoreConversation,
  updateConversation,
} from "./conversation.service.js";

@ObjectType({ description: "The conversation as it is after the change." })
class ConversationPayload {
  @Field(() => Conversation, { description: "The changed record." })
  conversation!: Conversation;
}

/** Logging conversations. */
@Resolver(() => Conversation)
export class ConversationResolver {
  @Allow("activity:write")
  @Mutation(() => ConversationPayload, {
    description: "Logs a call, meeting, e-mail or message with a customer.",
  })
  async createConversation(
    @Arg("input", () => CreateConversationInput) input: CreateConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationPayload> {
    return { conversation: await createConversation(context, input) };
  }

  @Allow("activity:write")
  @Mutation(() => ConversationPayload, {
    description: "Changes the given fields of a conversation; a stale version gets CONFLICT.",
  })
  async updateConversation(
    @Arg("input", () => UpdateConversationInput) input: UpdateConversationInput,
    @Ctx() context: Context,
  ): Promise<ConversationPayload> {
    return { conversation: await updateConversation(context, input) };
  }

  @Allow("activity:write")
  @Mutation(() => ConversationPayload, {
    description: "Puts a conversation into the trash for 30 days.",
  })
  async deleteConversation(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<ConversationPayload> {
    return { conversation: await deleteConversation(context, input) };
  }

  @Allow("activity:write")
  @Mutation(() => ConversationPayload, { description: "Takes a conversation out of the trash." })
  async restoreConversation(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<ConversationPayload> {
    return { conversation: await restoreConversation(context, input) };
  }
}
