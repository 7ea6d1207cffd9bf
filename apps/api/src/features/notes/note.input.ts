import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";

const MENTIONS = "The users whom it mentions, 20 at the most.";

/** A note about a customer. */
@InputType({ description: "A note about a customer." })
export class AddNoteInput {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "The customer that it is about." })
  customerId!: string;

  @Field(() => String, { description: "The note, at most 10,000 characters." })
  text!: string;

  @Field(() => [ID], { nullable: true, description: MENTIONS })
  mentionIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is pinned to the top of the customer; false unless given.",
  })
  pinned?: boolean | null;
}

/** The fields of a note to change; what is left out stays. */
@InputType({ description: "The fields of a note to change; what is left out stays." })
export class UpdateNoteInput {
  @Field(() => ID, { description: "Which note." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => String, { nullable: true, description: "The note, at most 10,000 characters." })
  text?: string | null;

  @Field(() => [ID], { nullable: true, description: MENTIONS })
  mentionIds?: string[] | null;
}

/** A note to pin, or to unpin. */
@InputType({ description: "A note to pin, or to unpin." })
export class PinNoteInput {
  @Field(() => ID, { description: "Which note." })
  id!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether it is pinned to the top of the customer from now on.",
  })
  pinned!: boolean;
}
