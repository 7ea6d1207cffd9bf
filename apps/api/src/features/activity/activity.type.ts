import { Field, ID, ObjectType } from "type-graphql";
import type { Actor } from "../../platform/context.js";
import { ActorKind } from "../accounts/viewer.resolver.js";

/** Who did something, with the name they had then. */
@ObjectType({ description: "Who did something, as they were called then." })
export class ActivityActor {
  @Field(() => ActorKind, { description: "A person, a key or the system." })
  kind!: Actor["kind"];

  @Field(() => ID, { nullable: true, description: "The user's or key's id; null for the system." })
  actorId!: string | null;

  @Field(() => String, { description: "The name they had at the time." })
  name!: string;
}

/** One field before and after, as stored; its edges return it as text. */
@ObjectType({ description: "One field before and after." })
export class ActivityChange {
  @Field(() => String, {
    description:
      "The field, as this schema has it; a part of another by its path: `legalName`, `taxId.value`, `address.street`.",
  })
  field!: string;

  old!: unknown;
  new!: unknown;

  /** Set if the values were erased with a person's data. */
  erased?: boolean;
}
