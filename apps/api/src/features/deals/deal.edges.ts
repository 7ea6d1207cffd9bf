import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { CustomerSummary } from "../customers/summary.type.js";
import { documentTotal } from "../documents/total.type.js";
import { Deal } from "./deal.entity.js";
import { dealsByCustomer } from "./deal.list.js";
import { DealsArgs } from "./dealList.input.js";
import { countedDeals, DealSummary } from "./dealSummary.js";

/** One page of deals. */
export const DealConnection = connectionOf(Deal);

/** From a customer to its deals. */
@Resolver(() => Customer)
export class CustomerDeals {
  @DependsOn()
  @Allow("deals:read")
  @FieldResolver(() => DealConnection, { description: "The customer's deals." })
  deals(
    @Root() customer: Customer,
    @Args(() => DealsArgs) args: DealsArgs,
    @Selection() selection: SelectedColumns<Deal>,
    @Ctx() context: Context,
  ): Promise<Connection<Deal>> {
    return context.load(dealsByCustomer, customer.id, { ...args, selection });
  }
}

/** From a deal to its customer and its owner. */
@Resolver(() => Deal)
export class DealEdges {
  @DependsOn<Deal>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "Whose it is." })
  customer(
    @Root() deal: Deal,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, deal.customerId, selection);
  }

  @DependsOn<Deal>("ownerId")
  @Allow("deals:read")
  @FieldResolver(() => User, { nullable: true, description: "Who works on it." })
  owner(@Root() deal: Deal, @Ctx() context: Context): Promise<User | null> | null {
    return deal.ownerId === null ? null : context.load(userById, deal.ownerId);
  }
}

/** The deals in a customer's summary. */
@Resolver(() => CustomerSummary)
export class DealMetrics {
  @Allow("deals:read")
  @FieldResolver(() => DealSummary, { description: "The metrics of its deals." })
  async deals(@Root() summary: CustomerSummary, @Ctx() context: Context): Promise<DealSummary> {
    const { rows } = await countedDeals.load(context, summary.customerId);
    return {
      open: documentTotal(rows.filter((row) => !row.won)),
      won: documentTotal(rows.filter((row) => row.won)),
    };
  }
}
