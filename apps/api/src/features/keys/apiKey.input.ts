import type { Permission } from "@clientela/shared/records/roles";
import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "../../platform/types/scalars.js";

/** A new key. */
@InputType({ description: "A new key of the caller's own." })
export class CreateApiKeyInput {
  @Field(() => String, { description: "What it is for." })
  name!: string;

  @Field(() => [String], {
    description: "What it may do, such as `customers:read`; within the caller's own permissions.",
  })
  scopes!: Permission[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it stops working by itself; never unless given.",
  })
  expiresAt?: Date | null;
}

/** A key to end. */
@InputType({ description: "A key to end." })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: "The key." })
  id!: string;
}

/** Whose keys to revoke. */
@InputType({ description: "Whose keys to revoke." })
export class RevokeApiKeysInput {
  @Field(() => ID, { description: "The person's user." })
  userId!: string;
}
