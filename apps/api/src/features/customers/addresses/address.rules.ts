import { addressFields } from "@clientela/shared/customers/customerFields";
import { ADDRESS_KINDS } from "@clientela/shared/records/enums";
import { z } from "zod";
import { parseInput } from "../../../platform/graph/parseInput.js";
import type { Values } from "../../../platform/records/write.js";
import type { AddressRecord } from "./address.entity.js";
import type { CreateAddressInput, UpdateAddressInput } from "./address.input.js";

const kind = z.enum(ADDRESS_KINDS, "invalid_choice").exclude(["MAIN"], "main_address");

const createSchema = z.object({ ...addressFields, kind });
const updateSchema = createSchema.extend({
  kind: kind.optional(),
  country: addressFields.country.optional(),
});

/** Checks the parts of a billing or delivery address. Throws Invalid. */
export function checkAddress(
  input: CreateAddressInput | UpdateAddressInput,
): Values<AddressRecord> {
  const schema = "id" in input ? updateSchema : createSchema;
  const { number: streetNumber, ...parts } = parseInput(schema, input);
  return { ...parts, streetNumber };
}
