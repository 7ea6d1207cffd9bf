import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Allow } from "../../platform/security/authorize.js";
import { Customer } from "../customers/customer.entity.js";
import { EraseCustomerPersonalDataInput } from "./erasure.input.js";
import { eraseCustomerPersonalData } from "./erasure.service.js";

@ObjectType({ description: "The customer without the person's data." })
class EraseCustomerPersonalDataPayload {
  @Field(() => Customer, { description: "The customer as it is then." })
  customer!: Customer;
}

/** Deleting personal data. */
@Resolver()
export class ErasureResolver {
  @Allow("customers:erase")
  @Mutation(() => EraseCustomerPersonalDataPayload, {
    description:
      "Blanks the person behind a customer for good (LGPD, GDPR), with its contacts, addresses, notes and what the history records of them; keeps documents and work.",
  })
  async eraseCustomerPersonalData(
    @Arg("input", () => EraseCustomerPersonalDataInput) input: EraseCustomerPersonalDataInput,
    @Ctx() context: Context,
  ): Promise<EraseCustomerPersonalDataPayload> {
    return { customer: await eraseCustomerPersonalData(context, input) };
  }
}
