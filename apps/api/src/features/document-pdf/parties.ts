import type { Locale } from "@clientela/shared/values/locales";
import type { Context } from "../../platform/context.js";
import { MAX_PARTS } from "../../platform/records/parts.js";
import { furtherAddress, mainAddress } from "../customers/addresses/address.type.js";
import type { Customer } from "../customers/customer.entity.js";
import { addressesByCustomer } from "../customers/customer.loaders.js";
import { organisationSettings } from "../organisation/organisation.service.js";
import type { Party } from "./printedDocument.js";

const OF_BRAZIL = ["BR"];
// Of the countries whose official language is Portuguese, those that write it as Portugal does.
const OF_PORTUGAL = ["PT", "AO", "CV", "GW", "MZ", "ST", "TL"];

/** The language of a customer's country; the caller's, where that is not known. */
export function languageOf(
  { country, taxIdCountry }: Pick<Customer, "country" | "taxIdCountry">,
  otherwise: Locale,
): Locale {
  const home = country ?? (taxIdCountry === "ZZ" ? null : taxIdCountry);
  if (home === null) return otherwise;
  if (OF_BRAZIL.includes(home)) return "pt-BR";
  return OF_PORTUGAL.includes(home) ? "pt-PT" : "en";
}

/** A customer as documents name it: its legal name, tax ID and billing address, or else its main one. */
export async function customerParty(context: Context, customer: Customer): Promise<Party> {
  const further = await context.load(addressesByCustomer, customer.id, { first: MAX_PARTS });
  const billing = further.find(({ kind }) => kind === "BILLING");
  const address = billing ? furtherAddress(billing) : mainAddress(customer);
  const taxId = customer.taxId();
  return {
    name: customer.legalName,
    lines: [
      ...(taxId
        ? [taxId.kind === "OTHER" ? taxId.formatted : `${taxId.kind} ${taxId.formatted}`]
        : []),
      ...(address ? [address.formatted()] : []),
    ],
  };
}

/** The organisation as its documents name it. */
export async function ourParty(context: Context): Promise<Party> {
  const { name, taxId, address } = await organisationSettings(context);
  return {
    name: name ?? "",
    lines: [taxId, ...(address?.split("\n") ?? [])].filter((line) => line !== null),
  };
}
