import { addressLine } from "@clientela/shared/addressLine";
import { ADDRESS_KINDS, type AddressKind } from "@clientela/shared/records/enums";
import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import { registerEnum } from "../../../platform/types/enums.js";
import { Node } from "../../../platform/types/record.js";
import { CountryCode, DateTimeScalar } from "../../../platform/types/scalars.js";

/** What an address is for, as a GraphQL enum. */
export const AddressKindEnum = registerEnum(
  "AddressKind",
  ADDRESS_KINDS,
  "What an address is for.",
);

/** The columns that store the parts of an address. */
export const ADDRESS_PARTS = [
  "street",
  "streetNumber",
  "complement",
  "district",
  "city",
  "region",
  "postalCode",
  "country",
] as const;

/** The parts of an address as they are stored. */
export type AddressParts = Record<(typeof ADDRESS_PARTS)[number], string | null>;

/** A postal address of a customer. */
@InterfaceType({ description: "A postal address of a customer." })
export abstract class PostalAddress {
  @Field(() => AddressKindEnum, { description: "What it is for." })
  kind!: AddressKind;

  @Field(() => String, { nullable: true, description: "The street without the number." })
  street!: string | null;

  @Field(() => String, { nullable: true, description: "The house number." })
  number!: string | null;

  @Field(() => String, { nullable: true, description: "Floor, suite, building." })
  complement!: string | null;

  @Field(() => String, { nullable: true, description: "The part of the city (bairro)." })
  district!: string | null;

  @Field(() => String, { nullable: true, description: "The city." })
  city!: string | null;

  @Field(() => String, { nullable: true, description: "State, province or region." })
  region!: string | null;

  @Field(() => String, { nullable: true, description: "CEP, código postal, ZIP." })
  postalCode!: string | null;

  @Field(() => CountryCode, { nullable: true, description: "The country." })
  country!: string | null;

  @Field(() => String, { description: "On one line, its parts in the order of its country." })
  formatted(): string {
    const { number: streetNumber, ...parts } = this;
    return addressLine({ streetNumber, ...parts });
  }
}

/** The main address, stored in the customer's row and written with it. */
@ObjectType({
  implements: PostalAddress,
  description: "The main address, which is part of its customer and written with it.",
})
export class MainAddress extends PostalAddress {}

/** A billing or delivery address, stored as a record of its own. */
@ObjectType({
  implements: [PostalAddress, Node],
  description: "A billing or delivery address, a record of its own.",
})
export class Address extends PostalAddress {
  id!: string;

  customerId!: string;

  @Field(() => DateTimeScalar, { description: "When the record was made." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "When the record was last changed." })
  updatedAt!: Date;

  @Field(() => Int, {
    description: "Grows by one with every change; an update names the version that it changes.",
  })
  version!: number;
}

/** Gives an address its stored parts, by their GraphQL names. */
function withParts<Of extends PostalAddress>(address: Of, parts: AddressParts): Of {
  address.street = parts.street;
  address.number = parts.streetNumber;
  address.complement = parts.complement;
  address.district = parts.district;
  address.city = parts.city;
  address.region = parts.region;
  address.postalCode = parts.postalCode;
  address.country = parts.country;
  return address;
}

/** Maps a billing or delivery address to its GraphQL type. */
export function furtherAddress(
  row: AddressParts &
    Pick<Address, "id" | "customerId" | "createdAt" | "updatedAt" | "version" | "kind">,
): Address {
  const { id, customerId, createdAt, updatedAt, version, kind } = row;
  const record = { id, customerId, createdAt, updatedAt, version, kind };
  return withParts(Object.assign(new Address(), record), row);
}

/** The main address in a customer's row; null if no part of it is set. */
export function mainAddress(parts: AddressParts): MainAddress | null {
  if (ADDRESS_PARTS.every((part) => parts[part] === null)) return null;
  const address = new MainAddress();
  address.kind = "MAIN";
  return withParts(address, parts);
}
