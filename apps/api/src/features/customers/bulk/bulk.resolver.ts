import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { Allow } from "../../../platform/security/authorize.js";
import { BulkUpdateCustomersInput, UndoBulkUpdateInput } from "./bulk.input.js";
import { type BulkOutcome, bulkUpdateCustomers } from "./bulk.service.js";
import { type BulkUndoOutcome, undoBulkUpdate } from "./undoBulkUpdate.js";

@ObjectType({ description: "What a bulk edit did." })
class BulkUpdatePayload implements BulkOutcome {
  @Field(() => Int, { description: "How many customers were meant." })
  matched!: number;

  @Field(() => Int, { description: "How many of them were not as wanted already." })
  changed!: number;

  @Field(() => ID, {
    nullable: true,
    description: "Names the edit to undoBulkUpdateCustomers; null where nothing changed.",
  })
  editId!: string | null;
}

@ObjectType({ description: "What the undo of a bulk edit did." })
class UndoBulkUpdatePayload implements BulkUndoOutcome {
  @Field(() => Int, { description: "How many customers have again what they had before." })
  restored!: number;

  @Field(() => Int, {
    description: "How many were changed or deleted since the edit, and are kept as they are.",
  })
  kept!: number;
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
  @Allow("customers:write")
  @Mutation(() => UndoBulkUpdatePayload, {
    description:
      "Puts back the owner, tags and status that the customers of a bulk edit had before; those that were changed since are kept.",
  })
  undoBulkUpdateCustomers(
    @Arg("input", () => UndoBulkUpdateInput) input: UndoBulkUpdateInput,
    @Ctx() context: Context,
  ): Promise<BulkUndoOutcome> {
    return undoBulkUpdate(context, input.editId);
  }
}
