import type { FieldPaths } from "../../platform/feature.js";
import { ADDRESS_PARTS } from "./addresses/address.type.js";

/** The schema's paths of the columns of an address record. */
export const ADDRESS_PATHS: FieldPaths = { streetNumber: "number" };

/** The schema's paths of the customer columns that are parts of the tax ID and the main address. */
export const CUSTOMER_PATHS: FieldPaths = {
  taxIdCountry: "taxId.country",
  taxIdKind: "taxId.kind",
  taxIdValue: "taxId.value",
  ...Object.fromEntries(
    ADDRESS_PARTS.map((part) => [part, `address.${ADDRESS_PATHS[part] ?? part}`]),
  ),
};
