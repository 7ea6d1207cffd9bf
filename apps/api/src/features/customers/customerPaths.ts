import type { FieldPaths } from "../../platform/feature.js";
import { ADDRESS_PARTS } from "./addresses/address.type.js";

/** Where the graph has the columns of an address of its own. */
export const ADDRESS_PATHS: FieldPaths = { streetNumber: "number" };

/** Where the graph has the columns of a customer that are parts of its tax ID and its main address. */
export const CUSTOMER_PATHS: FieldPaths = {
  taxIdCountry: "taxId.country",
  taxIdKind: "taxId.kind",
  taxIdValue: "taxId.value",
  ...Object.fromEntries(
    ADDRESS_PARTS.map((part) => [part, `address.${ADDRESS_PATHS[part] ?? part}`]),
  ),
};
