import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import type { Issue } from "../../../platform/errors.js";
import { AsManyAs, AsManyAsGiven, AtMost } from "../../../platform/graph/cost/listSize.js";
import { readerOf, translate } from "../../../platform/graph/messages.js";
import { Allow } from "../../../platform/security/authorize.js";
import { registerEnum } from "../../../platform/types/enums.js";
import { Customer } from "../customer.entity.js";
import { UpsertCustomersInput } from "./upsert.input.js";
import { UPSERT_STATUSES, type Upserted, upsertCustomers } from "./upsert.service.js";

const UpsertStatusEnum = registerEnum(
  "UpsertStatus",
  UPSERT_STATUSES,
  "What an upsert did with an item.",
);

@ObjectType({ description: "Something that is wrong with an input." })
class InputIssue {
  @Field(() => String, { description: "Where, such as address.country." })
  path!: string;

  @Field(() => String, { description: "What, as a stable code." })
  code!: string;

  @Field(() => String, { description: "The same in a sentence." })
  message!: string;
}

@ObjectType({ description: "What became of one item." })
class UpsertResult {
  @Field(() => UpsertStatusEnum, {
    description: "Whether the item created or changed a customer; FAILED for an item with issues.",
  })
  status!: Upserted["status"];

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
    const translated = ({ path, code, params }: Issue): InputIssue => ({
      path,
      code,
      message: translate(readerOf(context), code, params),
    });
    return {
      results: results.map(({ issues, warnings, ...result }) => ({
        ...result,
        issues: issues.map(translated),
        warnings: warnings.map(translated),
      })),
    };
  }
}
