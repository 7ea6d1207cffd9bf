import { addressLine } from "@clientela/shared/addressLine";
import { countryName } from "@clientela/shared/values/countries";
import { currentLanguage } from "../../i18n/i18n.js";

type Part = "street" | "number" | "complement" | "district" | "city" | "region" | "postalCode";

type Address = { readonly [part in Part | "country"]?: string | null | undefined };

/** An address on one line as its reader writes it: with the name of its country, and not the code that the API adds. */
export function addressText(address: Address): string {
  const country = address.country ?? null;
  return addressLine(
    {
      street: address.street ?? null,
      streetNumber: address.number ?? null,
      complement: address.complement ?? null,
      district: address.district ?? null,
      city: address.city ?? null,
      region: address.region ?? null,
      postalCode: address.postalCode ?? null,
      country,
    },
    country && countryName(country, currentLanguage()),
  );
}
