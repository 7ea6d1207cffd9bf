import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "A failed job that is tried again." })
export class RetryJobInput {
  @Field(() => ID, { description: "The job." })
  jobId!: string;
}

@InputType({ description: "A failed job that is taken from the list." })
export class DiscardJobInput {
  @Field(() => ID, { description: "The job." })
  jobId!: string;
}
