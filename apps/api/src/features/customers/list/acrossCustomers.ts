import { ArgsType, Field } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import type { Connection } from "../../../platform/lists/connection.js";
import { type ListDefinition, pageOf, type RowArgs } from "../../../platform/lists/keyset.js";
import { Allow } from "../../../platform/security/authorize.js";
import { ofCurrentCustomer, ofLiveCustomer } from "../customer.loaders.js";

/** Whose records a list across customers holds. */
@ArgsType()
export class AcrossCustomersArgs {
  @Allow("customers:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Those of archived customers as well (true), which are left out otherwise.",
  })
  includeArchived?: boolean | null;
}

/** One page of the records of all customers but deleted ones, and archived ones unless they are asked for. */
export function pageAcrossCustomers<
  Row extends { id: string; customerId: string },
  Filter,
  Field extends string,
>(
  listing: ListDefinition<Row, Filter, Field, Context>,
  args: RowArgs<Row, Filter, Field>,
  { includeArchived }: AcrossCustomersArgs,
  context: Context,
): Promise<Connection<Row>> {
  const whose = includeArchived ? ofLiveCustomer : ofCurrentCustomer;
  const where: typeof listing.where = (filter, from) => [...listing.where(filter, from), whose];
  return pageOf({ ...listing, where }, args, context);
}
