import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { DealConnection } from "./deal.edges.js";
import { Deal } from "./deal.entity.js";
import { CreateDealInput, UpdateDealInput } from "./deal.input.js";
import { dealById, dealList } from "./deal.list.js";
import { createDeal, deleteDeal, restoreDeal, updateDeal } from "./deal.service.js";
import { DealsArgs } from "./dealList.input.js";

@ObjectType({ description: "The deal as it is after the change." })
class DealPayload {
  @Field(() => Deal, { description: "The changed record." })
  deal!: Deal;
}

/** Deals: one, and writing them. */
@Resolver(() => Deal)
export class DealResolver {
  @Allow("deals:read")
  @Query(() => DealConnection, { description: "The deals of all customers but archived ones." })
  deals(
    @Args(() => DealsArgs) args: DealsArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<Deal>,
    @Ctx() context: Context,
  ): Promise<Connection<Deal>> {
    return pageAcrossCustomers(dealList, { ...args, selection }, across, context);
  }

  @Allow("deals:read")
  @Query(() => Deal, { nullable: true, description: "One deal by id; null where there is none." })
  deal(
    @Arg("id", () => ID) id: string,
    @Selection() selection: SelectedColumns<Deal>,
    @Ctx() context: Context,
  ): Promise<Deal | null> {
    return context.load(dealById, parseId(id), selection);
  }

  @Allow("deals:write")
  @Mutation(() => DealPayload, { description: "Makes a deal." })
  async createDeal(
    @Arg("input", () => CreateDealInput) input: CreateDealInput,
    @Ctx() context: Context,
  ): Promise<DealPayload> {
    return { deal: await createDeal(context, input) };
  }

  @Allow("deals:write")
  @Mutation(() => DealPayload, {
    description: "Changes the given fields of a deal; a stale version gets CONFLICT.",
  })
  async updateDeal(
    @Arg("input", () => UpdateDealInput) input: UpdateDealInput,
    @Ctx() context: Context,
  ): Promise<DealPayload> {
    return { deal: await updateDeal(context, input) };
  }

  @Allow("deals:write")
  @Mutation(() => DealPayload, { description: "Puts a deal into the trash; its quotes stay." })
  async deleteDeal(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<DealPayload> {
    return { deal: await deleteDeal(context, input) };
  }

  @Allow("deals:write")
  @Mutation(() => DealPayload, { description: "Takes a deal out of the trash." })
  async restoreDeal(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<DealPayload> {
    return { deal: await restoreDeal(context, input) };
  }
}
