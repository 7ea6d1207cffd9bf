/** A postal address as an edit holds it. */
export interface AddressValues {
  street: string | null;
  number: string | null;
  complement: string | null;
  district: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  country: string;
}

/** An address as a form holds it. */
export function addressValuesOf(
  address: { [Part in keyof AddressValues]?: AddressValues[Part] | null | undefined },
  country: string,
): AddressValues {
  return {
    street: address.street ?? null,
    number: address.number ?? null,
    complement: address.complement ?? null,
    district: address.district ?? null,
    city: address.city ?? null,
    region: address.region ?? null,
    postalCode: address.postalCode ?? null,
    country,
  };
}
