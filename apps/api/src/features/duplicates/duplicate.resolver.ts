import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Float,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AsManyAs, AsManyAsGiven, AtMost } from "../../platform/graph/cost/listSize.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import { Allow } from "../../platform/security/authorize.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { changesToCompare } from "./compare.js";
import { DuplicateCandidate, DuplicateReasonEnum } from "./duplicate.entity.js";
import {
  DuplicateCandidatesArgs,
  DuplicateDecisionInput,
  LikelyDuplicatesInput,
} from "./duplicate.input.js";
import { dismissDuplicate, duplicateCandidates, proposeDuplicate } from "./duplicate.service.js";
import { type LikelyDuplicate, likelyDuplicates, MAX_SHOWN } from "./likely.service.js";
import type { DuplicateReason } from "./sameness.js";

const DuplicateCandidateConnection = connectionOf(DuplicateCandidate);

@ObjectType("LikelyDuplicate", {
  description: "A customer that may be the one that is being typed.",
})
class LikelyDuplicateType implements LikelyDuplicate {
  @Field(() => Customer, { description: "The customer." })
  customer!: Customer;

  @Field(() => [DuplicateReasonEnum], { description: "Why." })
  reasons!: DuplicateReason[];

  @Field(() => Float, { description: "How likely, 0 to 1." })
  score!: number;
}

@ObjectType({ description: "The customers that were judged." })
class DuplicateDecisionPayload {
  @AsManyAsGiven()
  @Field(() => [Customer], { description: "The customers, in the order given." })
  customers!: Customer[];
}

const customersGiven = ({ input }: { input: DuplicateDecisionInput }) => input.ids.length;

/** Possible duplicates. */
@Resolver(() => DuplicateCandidate)
export class DuplicateResolver {
  @Allow("customers:read")
  @Query(() => DuplicateCandidateConnection, {
    description: "Pairs of customers that may be one, the likeliest first.",
  })
  duplicateCandidates(
    @Args(() => DuplicateCandidatesArgs) args: DuplicateCandidatesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DuplicateCandidate>> {
    return duplicateCandidates(context, args);
  }

  @Allow("customers:read")
  @Query(() => Boolean, {
    description:
      "Whether customers that changed are still being compared, so that more pairs may come.",
  })
  duplicateScanRunning(@Ctx() context: Context): Promise<boolean> {
    return changesToCompare(context.db);
  }

  @AtMost(MAX_SHOWN)
  @Allow("customers:read")
  @Query(() => [LikelyDuplicateType], {
    description:
      "Customers, archived ones too, that may be the one that is being typed: five at the most, the likeliest first.",
  })
  likelyDuplicates(
    @Arg("input", () => LikelyDuplicatesInput) input: LikelyDuplicatesInput,
    @Ctx() context: Context,
  ): Promise<LikelyDuplicate[]> {
    return likelyDuplicates(context, input);
  }

  @AsManyAs(customersGiven)
  @Allow("customers:write")
  @Mutation(() => DuplicateDecisionPayload, {
    description: "Remembers that customers are not the same, so that they are not proposed again.",
  })
  async dismissDuplicate(
    @Arg("input", () => DuplicateDecisionInput) input: DuplicateDecisionInput,
    @Ctx() context: Context,
  ): Promise<DuplicateDecisionPayload> {
    return { customers: await dismissDuplicate(context, input) };
  }

  @AsManyAs(customersGiven)
  @Allow("customers:write")
  @Mutation(() => DuplicateDecisionPayload, {
    description:
      "Forgets that customers are not the same, so that they are proposed again where they are alike.",
  })
  async proposeDuplicate(
    @Arg("input", () => DuplicateDecisionInput) input: DuplicateDecisionInput,
    @Ctx() context: Context,
  ): Promise<DuplicateDecisionPayload> {
    return { customers: await proposeDuplicate(context, input) };
  }

  @AtMost(2)
  @Allow("customers:read")
  @FieldResolver(() => [Customer], { description: "The two, the older one first." })
  customers(@Root() pair: DuplicateCandidate, @Ctx() context: Context): Promise<Customer[]> {
    return Promise.all([pair.lowId, pair.highId].map((id) => customerOf(context, id)));
  }
}
