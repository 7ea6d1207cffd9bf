import { ADDRESS_KINDS, type AddressKind } from "@clientela/shared/enums";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { registerEnum } from "../../platform/types/enums.js";
import { CountryCode } from "../../platform/types/scalars.js";

/** What an address is for, as a GraphQL enum. */
export const AddressKindEnum = registerEnum(
  "AddressKind",
  ADDRESS_KINDS,
  "What an address is for.",
);

/** The columns that hold the parts of an address. */
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

/** The parts of an address as columns hold them. */
export type AddressParts = Record<(typeof ADDRESS_PARTS)[number], string | null>;

/** A postal address. */
@ObjectType({ description: "A postal address." })
export class Address {
  @Field(() => ID, {
    nullable: true,
    description: "Null for the main address, which is part of its customer.",
  })
  id!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Grows by one with every change; null for the main address.",
  })
  version!: number | null;

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

  @Field(() => String, { description: "On one line, as it is written." })
  formatted(): string {
    const { number: streetNumber, ...parts } = this;
    return formatAddress({ streetNumber, ...parts });
  }
}

function formatAddress(parts: AddressParts): string {
  const join = (values: (string | null)[], separator: string) =>
    values.filter((value) => value !== null).join(separator);
  const cityLine = join([parts.city, parts.region], " - ");
  return join(
    [
      join([parts.street, parts.streetNumber], ", ") || null,
      parts.complement,
      parts.district,
      join([parts.postalCode, cityLine || null], " ") || null,
      parts.country,
    ],
    ", ",
  );
}

function toAddress(
  {
    streetNumber: number,
    street,
    complement,
    district,
    city,
    region,
    postalCode,
    country,
  }: AddressParts,
  place: Pick<Address, "id" | "version" | "kind">,
): Address {
  const { id, version, kind } = place;
  return Object.assign(new Address(), {
    id,
    version,
    kind,
    street,
    number,
    complement,
    district,
    city,
    region,
    postalCode,
    country,
  });
}

/** A billing or delivery address as callers see it. */
export function furtherAddress(
  row: AddressParts & { id: string; version: number; kind: AddressKind },
): Address {
  return toAddress(row, row);
}

/** The main address of a customer's row; null where nothing of it is known. */
export function mainAddress(parts: AddressParts): Address | null {
  if (ADDRESS_PARTS.every((part) => parts[part] === null)) return null;
  return toAddress(parts, { id: null, version: null, kind: "MAIN" });
}
