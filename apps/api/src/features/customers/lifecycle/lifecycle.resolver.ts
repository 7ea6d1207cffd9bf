import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { AsManyAs, AsManyAsGiven } from "../../../platform/graph/cost/listSize.js";
import { parseId } from "../../../platform/graph/parseInput.js";
import type { Connection } from "../../../platform/lists/connection.js";
import { pageOf } from "../../../platform/lists/keyset.js";
import { Allow } from "../../../platform/security/authorize.js";
import { PageArgs } from "../../../platform/types/page.input.js";
import { Customer } from "../customer.entity.js";
import { CustomerConnection } from "../customer.resolver.js";
import { deletedCustomersList } from "../list/customer.list.js";
import { CustomerIdsInput } from "./lifecycle.input.js";
import {
  archiveCustomers,
  deleteCustomers,
  findDeletedCustomer,
  restoreCustomers,
} from "./lifecycle.service.js";

const customersGiven = ({ input }: { input: CustomerIdsInput }) => input.ids.length;

@ObjectType({ description: "The customers as they are after the change." })
class CustomersPayload {
  @AsManyAsGiven()
  @Field(() => [Customer], { description: "The customers, in the order of the ids given." })
  customers!: Customer[];
}

/** Archive and trash, and back from there. */
@Resolver()
export class LifecycleResolver {
  @Allow("customers:write")
  @Query(() => CustomerConnection, {
    description: "The customers in the trash that can still be restored, deleted last first.",
  })
  deletedCustomers(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Customer>> {
    return pageOf(deletedCustomersList, page, context);
  }

  @Allow("customers:write")
  @Query(() => Customer, {
    nullable: true,
    description: "A customer in the trash that can still be restored; null where there is none.",
  })
  deletedCustomer(
    @Arg("id", () => ID) id: string,
    @Ctx() context: Context,
  ): Promise<Customer | null> {
    return findDeletedCustomer(context, parseId(id));
  }

  @AsManyAs(customersGiven)
  @Allow("customers:write")
  @Mutation(() => CustomersPayload, {
    description: "Hides customers and keeps all that they have.",
  })
  async archiveCustomers(
    @Arg("input", () => CustomerIdsInput) input: CustomerIdsInput,
    @Ctx() context: Context,
  ): Promise<CustomersPayload> {
    return { customers: await archiveCustomers(context, input) };
  }

  @AsManyAs(customersGiven)
  @Allow("customers:write")
  @Mutation(() => CustomersPayload, {
    description:
      "Puts customers into the trash for 30 days; one that has invoices can only be archived.",
  })
  async deleteCustomers(
    @Arg("input", () => CustomerIdsInput) input: CustomerIdsInput,
    @Ctx() context: Context,
  ): Promise<CustomersPayload> {
    return { customers: await deleteCustomers(context, input) };
  }

  @AsManyAs(customersGiven)
  @Allow("customers:write")
  @Mutation(() => CustomersPayload, {
    description: "Brings customers back from the trash or the archive, with all that they have.",
  })
  async restoreCustomers(
    @Arg("input", () => CustomerIdsInput) input: CustomerIdsInput,
    @Ctx() context: Context,
  ): Promise<CustomersPayload> {
    return { customers: await restoreCustomers(context, input) };
  }
}
