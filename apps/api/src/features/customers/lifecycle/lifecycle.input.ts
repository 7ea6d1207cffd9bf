import { Field, ID, InputType } from "type-graphql";

/** Which customers. */
@InputType({ description: "Which customers, 1,000 at the most: all of them or none." })
export class CustomerIdsInput {
  @Field(() => [ID], { description: "Their ids." })
  ids!: string[];
}
