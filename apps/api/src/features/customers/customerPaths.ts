import type { FieldPaths } from "../../platform/feature.js";
import { ADDRESS_PARTS } from "./addresses/address.type.js";
import { CONTACT_POINT_PATHS } from "./contact-points/contactPoints.js";

/** The schema's paths of the columns of an address record. */
export const ADDRESS_PATHS: FieldPaths = { streetNumber: "number" };

/** The schema's paths of the customer columns that are parts of the tax ID, the lists of e-mails and phones, and the main address. */
export const CUSTOMER_PATHS: FieldPaths = {
  taxIdCountry: "taxId.country",
  taxIdKind: "taxId.kind",
  taxIdValue: "taxId.value",
  secondTaxIdCountry: "secondTaxId.country",
  secondTaxIdKind: "secondTaxId.kind",
  secondTaxIdValue: "secondTaxId.value",
  ...CONTACT_POINT_PATHS,
  ...Object.fromEntries(
    ADDRESS_PARTS.map((part) => [part, `address.${ADDRESS_PATHS[part] ?? part}`]),
  ),
};
