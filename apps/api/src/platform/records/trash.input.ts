import { Field, ID, InputType, Int } from "type-graphql";

/** The record to move to the trash. */
@InputType({ description: "Which record goes to the trash, where it stays for 30 days." })
export class DeleteInput {
  @Field(() => ID, { description: "Which record." })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The version that was seen; another one gets CONFLICT. Left out, any version.",
  })
  version?: number | null;
}

/** The record to restore from the trash. */
@InputType({ description: "Which record comes back from the trash." })
export class RestoreInput {
  @Field(() => ID, { description: "Which record." })
  id!: string;
}
