import type { AddressKind } from "@clientela/shared/records/enums";
import { Field, ID, InputType, Int } from "type-graphql";
import { CountryCode } from "../../../platform/types/scalars.js";
import { AddressKindEnum } from "./address.type.js";

@InputType()
class AddressFields {
  @Field(() => String, { nullable: true, description: "The street without the number." })
  street?: string | null;

  @Field(() => String, { nullable: true, description: "The house number." })
  number?: string | null;

  @Field(() => String, { nullable: true, description: "Floor, suite, building." })
  complement?: string | null;

  @Field(() => String, { nullable: true, description: "The part of the city (bairro)." })
  district?: string | null;

  @Field(() => String, { nullable: true, description: "The city." })
  city?: string | null;

  @Field(() => String, { nullable: true, description: "State, province or region." })
  region?: string | null;

  @Field(() => String, { nullable: true, description: "CEP, código postal, ZIP." })
  postalCode?: string | null;
}

/** A postal address. */
@InputType({ description: "A postal address." })
export class AddressInput extends AddressFields {
  @Field(() => CountryCode, { description: "The country." })
  country!: string;
}

/** A new billing or delivery address. The main address is written with its customer. */
@InputType({
  description: "A new billing or delivery address; the main one is part of its customer.",
})
export class CreateAddressInput extends AddressInput {
  @Field(() => ID, { description: "Of which customer." })
  customerId!: string;

  @Field(() => AddressKindEnum, { description: "BILLING or DELIVERY." })
  kind!: AddressKind;
}

/** The parts of an address to change: an omitted part keeps its value, null clears it. */
@InputType({
  description: "The parts of an address to change; what is left out stays, null clears.",
})
export class UpdateAddressInput extends AddressFields {
  @Field(() => ID, { description: "Which address." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => AddressKindEnum, { nullable: true, description: "BILLING or DELIVERY." })
  kind?: AddressKind | null;

  @Field(() => CountryCode, { nullable: true, description: "The country." })
  country?: string | null;
}
