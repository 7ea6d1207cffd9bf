import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { AsManyAs, AsManyAsGiven, AtMost } from "../../../platform/graph/cost/listSize.js";
import { Allow } from "../../../platform/security/authorize.js";
import { Customer } from "../customer.entity.js";
import { UpsertCustomersInput } from "./upsert.input.js";
import { upsertCustomers } from "./upsert.service.js";
import {
  InputIssue,
  translatedIssues,
  type UpsertStatus,
  UpsertStatusEnum,
} from "./upsertResult.type.js";

@ObjectType({ description: "What became of one item." })
class UpsertResult {
  @Field(() => UpsertStatusEnum, {
    description: "Whether the item created or changed a customer; FAILED for an item with issues.",
  })
  status!: UpsertStatus;

  @Field(() => Customer, {
    nullable: true,
    description: "The customer as it is now; null for an item with issues.",
  })
  record!: Customer | null;

  @AtMost(20, 0.1)
  @Field(() => [InputIssue], { description: "Why nothing was written; empty otherwise." })
  issues!: InputIssue[];

  @AtMost(20, 0.1)
  @Field(() => [InputIssue], {
    description:
      "What was written all the same, and should be looked at: a new customer without an address.",
  })
  warnings!: InputIssue[];

  @Field(() => Customer, {
    nullable: true,
    description: "The customer that already has the tax ID of an item that was refused for it.",
  })
  existing!: Customer | null;
}

@ObjectType({ description: "What became of the items." })
class UpsertCustomersPayload {
  @AsManyAsGiven()
  @Field(() => [UpsertResult], { description: "One for each item, in their order." })
  results!: UpsertResult[];
}

/** Customers from other systems. */
@Resolver()
export class UpsertResolver {
  @AsManyAs<{ input: UpsertCustomersInput }>(({ input }) => input.items.length)
  @Allow("customers:write")
  @Mutation(() => UpsertCustomersPayload, {
    description:
      "Makes and changes customers by their ids in another system; an item with issues keeps out no other, and an id that comes again changes what the item before it made.",
  })
  async upsertCustomers(
    @Arg("input", () => UpsertCustomersInput) input: UpsertCustomersInput,
    @Ctx() context: Context,
  ): Promise<UpsertCustomersPayload> {
    const results = await upsertCustomers(context, input);
    return {
      results: results.map(({ issues, warnings, ...result }) => ({
        ...result,
        issues: translatedIssues(context, issues),
        warnings: translatedIssues(context, warnings),
      })),
    };
  }
}
