import type { CustomerStatus } from "@clientela/shared/records/enums";
import { Field, InputType } from "type-graphql";
import { ExternalIdInput } from "../../../platform/records/externalId.type.js";
import { AddressInput } from "../addresses/address.input.js";
import { CustomerStatusEnum } from "../customer.entity.js";
import { CustomerFields } from "../customer.input.js";

/** A customer as another system has it. */
@InputType({
  description:
    "A customer as another system has it; a field that is not given keeps its value, null clears it.",
})
export class UpsertCustomerItem extends CustomerFields {
  @Field(() => ExternalIdInput, { description: "The id by which the customer is found or made." })
  externalId!: ExternalIdInput;

  @Field(() => String, { nullable: true, description: "Required for a new customer." })
  legalName?: string | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: "The main address; a part that is not given keeps its value.",
  })
  address?: AddressInput | null;

  @Field(() => CustomerStatusEnum, {
    nullable: true,
    description: "The status; ACTIVE for a new customer unless given.",
  })
  status?: CustomerStatus | null;
}

/** Customers as another system has them. */
@InputType({ description: "Customers as another system has them." })
export class UpsertCustomersInput {
  @Field(() => [UpsertCustomerItem], { description: "The customers, 1,000 at the most." })
  items!: UpsertCustomerItem[];
}
