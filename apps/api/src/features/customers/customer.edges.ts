import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { FirstParts } from "../../platform/records/parts.js";
import { Allow } from "../../platform/security/authorize.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { ADDRESS_PARTS, furtherAddress, PostalAddress } from "./addresses/address.type.js";
import { Customer } from "./customer.entity.js";
import { addressesByCustomer, lastActivity } from "./customer.loaders.js";
import { CustomerSummary } from "./summary.type.js";

/** Fields of a customer that are read from other tables. */
@Resolver(() => Customer)
export class CustomerEdges {
  @DependsOn<Customer>("ownerId")
  @Allow("customers:read")
  @FieldResolver(() => User, { nullable: true, description: "Who looks after the customer." })
  owner(@Root() customer: Customer, @Ctx() context: Context): Promise<User | null> | null {
    return customer.ownerId === null ? null : context.load(userById, customer.ownerId);
  }

  @DependsOn<Customer>(...ADDRESS_PARTS)
  @Allow("customers:read")
  @FieldResolver(() => [PostalAddress], { description: "All addresses, the main one first." })
  async addresses(
    @Root() customer: Customer,
    @FirstParts() first: number,
    @Ctx() context: Context,
  ): Promise<PostalAddress[]> {
    const others = await context.load(addressesByCustomer, customer.id, { first });
    const main = customer.address();
    return [...(main ? [main] : []), ...others.map(furtherAddress)].slice(0, first);
  }

  @DependsOn()
  @Allow("customers:read")
  @FieldResolver(() => CustomerSummary, { description: "The metrics of the profile." })
  summary(@Root() customer: Customer): CustomerSummary {
    return new CustomerSummary(customer.id);
  }
}

/** The summary's only metric that belongs to no other feature. */
@Resolver(() => CustomerSummary)
export class CustomerSummaryEdges {
  @Allow("customers:read")
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      "When something was last written into the history on the customer, its addresses, people, notes and conversations.",
  })
  async lastActivityAt(
    @Root() summary: CustomerSummary,
    @Ctx() context: Context,
  ): Promise<Date | null> {
    const { at } = await lastActivity.load(context, summary.customerId);
    return at === null ? null : new Date(at);
  }
}
