import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { Allow } from "../../platform/authorize.js";
import type { Context } from "../../platform/context.js";
import { BulkUpdateCustomersInput } from "./bulk.input.js";
import { type BulkOutcome, bulkUpdateCustomers } from "./bulk.service.js";

@ObjectType({ description: "What a bulk edit did." })
class BulkUpdatePayload implements BulkOutcome {
  @Field(() => Int, { description: "How many customers were meant." })
  matched!: number;

  @Field(() => Int, { description: "How many of them were not as wanted already." })
  changed!: number;
}

/** Editing many customers at once. */
@Resolver()
export class BulkResolver {
  @Allow("customers:write")
  @Mutation(() => BulkUpdatePayload, {
    description:
      "Changes owner, tags and status of many customers: of all that are meant, or of none.",
  })
  bulkUpdateCustomers(
    @Arg("input", () => BulkUpdateCustomersInput) input: BulkUpdateCustomersInput,
    @Ctx() context: Context,
  ): Promise<BulkOutcome> {
    return bulkUpdateCustomers(context, input);
  }
}
