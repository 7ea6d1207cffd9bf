import type { CustomerStatus } from "@clientela/shared/records/enums";
import { Field, ID, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../../platform/lists/filterGroups.js";
import { Allow } from "../../../platform/security/authorize.js";
import { CountryCode, DateScalar } from "../../../platform/types/scalars.js";
import { CustomerStatusEnum } from "../customer.entity.js";

/** Which customers a list holds; all conditions must hold. */
@InputType({ description: "Which customers a list holds; all conditions must hold." })
@Grouped()
export class CustomerFilter extends FilterGroups<CustomerFilter> {
  @Allow("customers:read")
  @Field(() => [CustomerStatusEnum], {
    nullable: true,
    description: "Any of these; where no part of the filter says it, all but archived ones.",
  })
  status?: CustomerStatus[] | null;

  @Allow("customers:read")
  @Field(() => [ID], { nullable: true, description: "Owned by any of these users." })
  ownerIds?: string[] | null;

  @Allow("customers:read")
  @Field(() => Boolean, { nullable: true, description: "Without (true) or with (false) an owner." })
  unowned?: boolean | null;

  @Allow("customers:read")
  @Field(() => [String], { nullable: true, description: "Has any of these tags." })
  tags?: string[] | null;

  @Allow("customers:read")
  @Field(() => Boolean, { nullable: true, description: "Without (true) or with (false) tags." })
  untagged?: boolean | null;

  @Allow("customers:read")
  @Field(() => String, {
    nullable: true,
    description: "In this city; accents and case do not matter.",
  })
  city?: string | null;

  @Allow("customers:read")
  @Field(() => String, {
    nullable: true,
    description: "In a city whose name contains this; accents and case do not matter.",
  })
  cityContains?: string | null;

  @Allow("customers:read")
  @Field(() => [CountryCode], { nullable: true, description: "In any of these countries." })
  countries?: string[] | null;

  @Allow("customers:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Without (true) or with (false) a street, a city or a postal code.",
  })
  addressMissing?: boolean | null;

  @Allow("customers:read")
  @Field(() => DateScalar, { nullable: true, description: "Made on this day or later." })
  createdFrom?: string | null;

  @Allow("customers:read")
  @Field(() => DateScalar, { nullable: true, description: "Made on this day or earlier." })
  createdTo?: string | null;

  @Allow("customers:read")
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Nothing written into the history since this day on the customer, its addresses, people and notes.",
  })
  noActivitySince?: string | null;

  @Allow("customers:read")
  @Field(() => [ID], {
    nullable: true,
    description: "Any of these, and all that belong to them at any depth.",
  })
  groupIds?: string[] | null;

  @Allow("customers:read")
  @Field(() => [ID], { nullable: true, description: "Belongs to any of these directly." })
  parentIds?: string[] | null;

  @Allow("customers:read")
  @Field(() => [ID], { nullable: true, description: "Any of these." })
  ids?: string[] | null;
}
