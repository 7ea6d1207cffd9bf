import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AsManyAs } from "../../platform/graph/cost/listSize.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import { cursorAt, pageOf } from "../../platform/lists/keyset.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { PageArgs } from "../../platform/types/page.input.js";
import { Customer } from "./customer.entity.js";
import { CreateCustomerInput, CustomerKey, UpdateCustomerInput } from "./customer.input.js";
import { customerById } from "./customer.loaders.js";
import { createCustomer, updateCustomer } from "./customer.service.js";
import { findCustomerBy } from "./identity/findCustomerBy.js";
import { findCustomersBy } from "./identity/findCustomersBy.js";
import { customerList } from "./list/customer.list.js";
import { CustomerFilter } from "./list/customerFilter.js";
import { CustomerOrder } from "./list/customerOrder.js";
import { CustomerTotals } from "./list/totals.type.js";

/** One page of customers. */
export const CustomerConnection = connectionOf(Customer);

@ArgsType()
class CustomersFilterArgs {
  @Allow("customers:read")
  @Field(() => String, {
    nullable: true,
    description:
      "Words that must occur in names, tax ID, e-mail, phone or number; accents, case and punctuation do not matter.",
  })
  search?: string | null;

  @Allow("customers:read")
  @Field(() => CustomerFilter, {
    nullable: true,
    description: "Which customers; all but archived ones unless it says so.",
  })
  filter?: CustomerFilter | null;
}

@ArgsType()
class CustomerQuestionArgs extends CustomersFilterArgs {
  @Field(() => CustomerOrder, { nullable: true, description: "By legal name unless given." })
  orderBy?: CustomerOrder | null;
}

@ObjectType({ description: "The customer as it is after the change." })
class CustomerPayload {
  @Field(() => Customer, { description: "The changed record." })
  customer!: Customer;
}

/** Queries and mutations of customers. */
@Resolver(() => Customer)
export class CustomerResolver {
  @Allow("customers:read")
  @Query(() => CustomerConnection, { description: "The list of customers." })
  customers(
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => CustomerQuestionArgs) { search, filter, orderBy }: CustomerQuestionArgs,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Connection<Customer>> {
    const args = { ...page, orderBy, filter: { search, filter }, selection };
    return pageOf(customerList, args, context);
  }

  @Allow("customers:read")
  @Query(() => CustomerTotals, {
    description: "What all customers of a list come to; it reads the records of all of them.",
  })
  customerTotals(
    @Args(() => CustomersFilterArgs) { search, filter }: CustomersFilterArgs,
  ): CustomerTotals {
    return new CustomerTotals({ search, filter });
  }

  @Allow("customers:read")
  @Query(() => String, {
    nullable: true,
    description:
      "The cursor after which the row of a number comes, to jump into a long list; null for the first row and past the last.",
  })
  customerCursorAt(
    @Arg("row", () => Int, { description: "The number of the row in the list, from 0." })
    row: number,
    @Args(() => CustomerQuestionArgs) { search, filter, orderBy }: CustomerQuestionArgs,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return cursorAt(customerList, { orderBy, filter: { search, filter } }, row, context);
  }

  @Allow("customers:read")
  @Query(() => Customer, {
    nullable: true,
    description: "One customer by id; null where there is none.",
  })
  customer(
    @Arg("id", () => ID) id: string,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer | null> {
    return context.load(customerById, parseId(id), selection);
  }

  @Allow("customers:read")
  @Query(() => Customer, {
    nullable: true,
    description:
      "One customer by a key that people or other systems know; a tax ID with a wrong check digit gets VALIDATION_FAILED.",
  })
  customerBy(
    @Arg("key", () => CustomerKey) key: CustomerKey,
    @Ctx() context: Context,
  ): Promise<Customer | null> {
    return findCustomerBy(context, key);
  }

  @AsManyAs<{ keys: CustomerKey[] }>(({ keys }) => keys.length)
  @Allow("customers:read")
  @Query(() => [Customer], {
    nullable: "items",
    description:
      "Customers by keys that people or other systems know, in their order, null where there is none; 1,000 at the most.",
  })
  customersBy(
    @Arg("keys", () => [CustomerKey]) keys: CustomerKey[],
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<(Customer | null)[]> {
    return findCustomersBy(context, keys, selection);
  }

  @Allow("customers:write")
  @Mutation(() => CustomerPayload, {
    description: "Makes a customer; a tax ID in use gets DUPLICATE.",
  })
  async createCustomer(
    @Arg("input", () => CreateCustomerInput) input: CreateCustomerInput,
    @Ctx() context: Context,
  ): Promise<CustomerPayload> {
    return { customer: await createCustomer(context, input) };
  }

  @Allow("customers:write", "customers:billing")
  @Mutation(() => CustomerPayload, {
    description: "Changes the given fields of a customer; a stale version gets CONFLICT.",
  })
  async updateCustomer(
    @Arg("input", () => UpdateCustomerInput) input: UpdateCustomerInput,
    @Ctx() context: Context,
  ): Promise<CustomerPayload> {
    return { customer: await updateCustomer(context, input) };
  }
}
