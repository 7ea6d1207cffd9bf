import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { type SelectedColumns, Selection } from "../../../platform/performance/lookAhead.js";
import { DeleteInput, RestoreInput } from "../../../platform/records/trash.input.js";
import { Allow } from "../../../platform/security/authorize.js";
import { Customer } from "../customer.entity.js";
import { customerOf } from "../customer.loaders.js";
import type { AddressRecord } from "./address.entity.js";
import { CreateAddressInput, UpdateAddressInput } from "./address.input.js";
import { createAddress, deleteAddress, restoreAddress, updateAddress } from "./address.service.js";
import { Address, furtherAddress } from "./address.type.js";

@ObjectType({ description: "The address as it is after the change, and its customer." })
class AddressPayload {
  @Field(() => Address, { description: "The changed address." })
  address!: Address;

  @Field(() => Customer, { description: "The customer with all its addresses." })
  customer!: Customer;
}

async function payloadOf(context: Context, row: AddressRecord): Promise<AddressPayload> {
  return { address: furtherAddress(row), customer: await customerOf(context, row.customerId) };
}

/** Mutations of customers' billing and delivery addresses. */
@Resolver()
export class AddressResolver {
  @Allow("customers:write", "customers:billing")
  @Mutation(() => AddressPayload, { description: "Makes a billing or delivery address." })
  async createAddress(
    @Arg("input", () => CreateAddressInput) input: CreateAddressInput,
    @Ctx() context: Context,
  ): Promise<AddressPayload> {
    return payloadOf(context, await createAddress(context, input));
  }

  @Allow("customers:write", "customers:billing")
  @Mutation(() => AddressPayload, {
    description: "Changes the given parts of an address; a stale version gets CONFLICT.",
  })
  async updateAddress(
    @Arg("input", () => UpdateAddressInput) input: UpdateAddressInput,
    @Ctx() context: Context,
  ): Promise<AddressPayload> {
    return payloadOf(context, await updateAddress(context, input));
  }

  @Allow("customers:write", "customers:billing")
  @Mutation(() => AddressPayload, { description: "Puts an address into the trash for 30 days." })
  async deleteAddress(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<AddressPayload> {
    return payloadOf(context, await deleteAddress(context, input));
  }

  @Allow("customers:write", "customers:billing")
  @Mutation(() => AddressPayload, { description: "Brings an address back from the trash." })
  async restoreAddress(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<AddressPayload> {
    return payloadOf(context, await restoreAddress(context, input));
  }
}

/** From a billing or delivery address to its customer. */
@Resolver(() => Address)
export class AddressEdges {
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "Whose address it is." })
  customer(
    @Root() address: Address,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, address.customerId, selection);
  }
}
