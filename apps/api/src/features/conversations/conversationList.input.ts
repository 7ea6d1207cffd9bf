import type { ConversationKind } from "@clientela/shared/conversations/conversationFields";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { ConversationKindEnum } from "./conversation.entity.js";

const FIELDS = {
  OCCURRED_AT: "activity:read",
  CREATED_AT: "activity:read",
} as const;

/** What conversations can be sorted by. */
export type ConversationOrderField = keyof typeof FIELDS;

const ConversationOrderFieldEnum = registerOrder(
  "ConversationOrderField",
  FIELDS,
  "What conversations can be sorted by.",
);

/** Which conversations a list holds; all conditions must hold. */
@InputType({ description: "Which conversations a list holds; all conditions must hold." })
export class ConversationFilter {
  @Allow("activity:read")
  @Field(() => [ConversationKindEnum], { nullable: true, description: "Of any of these kinds." })
  kind?: ConversationKind[] | null;

  @Allow("activity:read")
  @Field(() => ID, { nullable: true, description: "This person of the customer took part." })
  contactId?: string | null;

  @Allow("activity:read")
  @Field(() => String, {
    nullable: true,
    description: "The subject, text or outcome contains this.",
  })
  search?: string | null;
}

/** How conversations are sorted. */
@InputType({ description: "How conversations are sorted." })
export class ConversationOrder implements SortOrder<ConversationOrderField> {
  @Field(() => ConversationOrderFieldEnum, { description: "By what." })
  field!: ConversationOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of conversations. */
@ArgsType()
export class ConversationsArgs
  extends PageArgs
  implements ListArgs<ConversationFilter, ConversationOrderField>
{
  @Field(() => ConversationFilter, {
    nullable: true,
    description: "Which conversations; all unless given.",
  })
  filter?: ConversationFilter | null;

  @Field(() => ConversationOrder, {
    nullable: true,
    description: "The latest first unless given.",
  })
  orderBy?: ConversationOrder | null;
}
