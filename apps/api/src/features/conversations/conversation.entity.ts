import {
  CONVERSATION_KINDS,
  type ConversationKind,
  MAX_PARTICIPANTS,
} from "@clientela/shared/conversations/conversationFields";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { User } from "../accounts/user.entity.js";
import { Customer } from "../customers/customer.entity.js";

/** The kinds of conversation as a GraphQL enum. */
export const ConversationKindEnum = registerEnum(
  "ConversationKind",
  CONVERSATION_KINDS,
  "How somebody spoke with a customer.",
);

/** A call, meeting, e-mail or message with a customer. */
@Entity("conversations")
@ObjectType({
  implements: Node,
  description: "A call, meeting, e-mail or message with a customer.",
})
export class Conversation extends StoredRecord {
  @Field(() => ID, { description: "With which customer." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @Field(() => ConversationKindEnum, { description: "How they spoke." })
  @Column("text")
  kind!: ConversationKind;

  @Field(() => DateTimeScalar, { description: "When they spoke; for an e-mail, when it was sent." })
  @Column("timestamptz")
  occurredAt!: Date;

  @Field(() => String, { nullable: true, description: "What it was about, in one line." })
  @Column("text", { nullable: true })
  subject!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What was said, as plain text of at most 10,000 characters.",
  })
  @Column("text", { nullable: true })
  text!: string | null;

  @Field(() => String, { nullable: true, description: "What came of it, in one line." })
  @Column("text", { nullable: true })
  outcome!: string | null;

  /** People of the customer; who is gone meanwhile stays in it. */
  @AtMost(MAX_PARTICIPANTS)
  @Field(() => [ID], { description: "The people of the customer who took part." })
  @Column("uuid", { array: true })
  contactIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: "The user who logged it; null where a program did.",
  })
  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  createdById!: string | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}
