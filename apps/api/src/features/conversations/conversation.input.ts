import type { ConversationKind } from "@clientela/shared/conversations/conversationFields";
import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { ConversationKindEnum } from "./conversation.entity.js";

@InputType()
class ConversationFields {
  @Field(() => String, { nullable: true, description: "What it was about, in one line." })
  subject?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What was said, as plain text of at most 10,000 characters.",
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: "What came of it, in one line." })
  outcome?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: "The people of the customer who took part, 20 at the most.",
  })
  contactIds?: string[] | null;
}

/** A call, meeting, e-mail or message with a customer. */
@InputType({ description: "A call, meeting, e-mail or message with a customer." })
export class CreateConversationInput extends ConversationFields {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "With which customer." })
  customerId!: string;

  @Field(() => ConversationKindEnum, { description: "How they spoke." })
  kind!: ConversationKind;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When they spoke, not in the future; now unless given.",
  })
  occurredAt?: Date | null;
}

/** The fields of a conversation to change; what is left out stays, null clears. */
@InputType({
  description: "The fields of a conversation to change; what is left out stays, null clears.",
})
export class UpdateConversationInput extends ConversationFields {
  @Field(() => ID, { description: "Which conversation." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => ConversationKindEnum, { nullable: true, description: "How they spoke." })
  kind?: ConversationKind | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When they spoke, not in the future.",
  })
  occurredAt?: Date | null;
}
