import type { CustomerStatus } from "@clientela/shared/records/enums";
import { Field, InputType } from "type-graphql";
import { AddressInput } from "../addresses/address.input.js";
import { CustomerStatusEnum } from "../customer.entity.js";
import { CustomerFields } from "../customer.input.js";

/** A customer as another system has it. */
@InputType({
  description: "A customer as another system has it; what is left out stays, null clears.",
})
export class UpsertCustomerItem extends CustomerFields {
  @Field(() => String, { description: "The id there." })
  externalId!: string;

  @Field(() => String, { nullable: true, description: "Required for a new customer." })
  legalName?: string | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: "The main address; parts left out stay.",
  })
  address?: AddressInput | null;

  @Field(() => CustomerStatusEnum, {
    nullable: true,
    description: "Where the customer stands; ACTIVE for a new one unless given.",
  })
  status?: CustomerStatus | null;
}

/** Customers as another system has them. */
@InputType({ description: "Customers as another system has them." })
export class UpsertCustomersInput {
  @Field(() => String, { description: "The other system." })
  source!: string;

  @Field(() => [UpsertCustomerItem], { description: "The customers, 1,000 at the most." })
  items!: UpsertCustomerItem[];
}
