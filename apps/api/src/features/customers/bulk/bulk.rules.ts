import { customerFields } from "@clientela/shared/customers/customerFields";
import { CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import { recordId } from "@clientela/shared/records/fieldRules";
import { z } from "zod";
import { Invalid } from "../../../platform/errors.js";
import { parseIds, parseInput } from "../../../platform/graph/parseInput.js";
import { MAX_CUSTOMERS } from "../lifecycle/lifecycle.service.js";
import type { CustomerListParams } from "../list/customer.list.js";
import type { BulkCustomerChanges, BulkUpdateCustomersInput } from "./bulk.input.js";

const tags = z.preprocess((list) => list ?? undefined, customerFields.tags);

const setSchema = z.object({
  ownerId: recordId.nullish(),
  addTags: tags,
  removeTags: tags,
  status: z
    .enum(CUSTOMER_STATUSES, "invalid_choice")
    .refine((status) => status !== "ARCHIVED", "archive_instead")
    .nullish(),
});

/** The values that a checked bulk edit sets; undefined leaves a field as it is. */
export interface BulkSet {
  ownerId?: string | null | undefined;
  addTags: string[];
  removeTags: string[];
  status: string | null;
}

/** Validates the values to set. Throws Invalid, also when there is none. */
export function checkBulkSet(input: BulkCustomerChanges): BulkSet {
  const { set } = parseInput(z.object({ set: setSchema }), { set: input });
  const { ownerId, addTags = [], removeTags = [], status } = set;
  const nothing =
    ownerId === undefined && addTags.length === 0 && removeTags.length === 0 && status == null;
  if (nothing) throw new Invalid([{ path: "set", code: "required" }]);
  return { ownerId, addTags, removeTags, status: status ?? null };
}

/** The customers of a bulk edit: a list of ids, or all that match a filter. */
export type BulkChoice = { ids: string[] } | { params: CustomerListParams; expected: number };

/** Reads which customers are meant. Throws Invalid unless they are given by ids, or by a filter with the expected count. */
export function checkBulkChoice(input: BulkUpdateCustomersInput): BulkChoice {
  const { ids, search, filter, expectedCount } = input;
  const described = search != null || filter != null;
  if ((ids != null) === described) throw new Invalid([{ path: "ids", code: "ids_or_filter" }]);
  if (ids != null) return { ids: parseIds(ids, MAX_CUSTOMERS) };
  if (expectedCount == null) throw new Invalid([{ path: "expectedCount", code: "required" }]);
  return { params: { search: search ?? null, filter: filter ?? null }, expected: expectedCount };
}
