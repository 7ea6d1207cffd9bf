import { addressFields } from "@clientela/shared/customers/customerFields";
import { z } from "zod";
import type { EntityKey } from "../../../platform/feature.js";
import { parseInput } from "../../../platform/graph/parseInput.js";
import { customerByNumber, customerByTaxId, numberKey, taxIdKey } from "./customerByKey.js";

const numberSchema = z.object({ number: z.string("invalid_type") });
const taxIdSchema = z.object({
  taxId: z.object({ country: addressFields.country, value: z.string("required") }, "invalid_type"),
});

/** The keys, besides the id, by which other subgraphs may reference a customer. */
export const customerKeys: readonly EntityKey[] = [
  {
    field: "number",
    find(context, given) {
      const { number } = parseInput(numberSchema, given);
      return context.load(customerByNumber, numberKey(number));
    },
  },
  {
    field: "taxId",
    within: "country value",
    find(context, given) {
      const { taxId } = parseInput(taxIdSchema, given);
      return context.load(customerByTaxId, taxIdKey(taxId));
    },
  },
];
