import { v7 as uuidV7 } from "uuid";
import type { Context } from "../../platform/context.js";
import { insertRow } from "../../platform/database/queryBuilder.js";
import { Invalid } from "../../platform/errors.js";
import { parseId, parseIds } from "../../platform/graph/parseInput.js";
import { DAYS_IN_TRASH } from "../../platform/records/trash.js";
import { assertVersion, changeRecord, type Values } from "../../platform/records/write.js";
import { changesOf, lockRecords, updateRecords } from "../../platform/records/writeMany.js";
import type { Customer } from "../customers/customer.entity.js";
import { customerSubject } from "../customers/customer.service.js";
import { GroupTree, lockGroups } from "../customers/groups/groupTree.js";
import { CustomerMerge } from "./merge.entity.js";
import type { MergeCustomersInput } from "./merge.input.js";
import { moveSubsidiaries } from "./mergedGroups.js";
import { mergedValues } from "./mergeFields.js";
import { moveAll, moveExternalIds } from "./mergeMoves.js";

/** The maximum number of customers in one merge. */
export const MAX_MERGED = 20;

/** A merge that was made or undone, with the resulting customers. */
export interface Merged {
  merge: CustomerMerge;
  customer: Customer;
}

const label = ({ number, legalName }: Customer) => `${number} ${legalName}`;

/**
 * Merges customers: the survivor gets the chosen fields, all tags and external ids, and
 * every record of the others, whose ids and numbers resolve to the survivor from then on. Throws NotFound,
 * Invalid, and Conflict for a stale version of the survivor.
 */
export async function mergeCustomers(
  context: Context,
  input: MergeCustomersInput,
): Promise<Merged> {
  const survivorId = parseId(input.survivorId, "survivorId").toLowerCase();
  const mergedIds = parseIds(input.mergedIds, MAX_MERGED, "mergedIds");
  if (mergedIds.includes(survivorId)) {
    throw new Invalid([{ path: "mergedIds", code: "is_survivor" }]);
  }
  await lockGroups(context);
  const [survivor, ...others] = await lockRecords(context, customerSubject, [
    survivorId,
    ...mergedIds,
  ]);
  if (!survivor) throw new Error("a lock answered fewer records than it was asked for");
  const all = [survivor, ...others];
  const tree = await GroupTree.above(
    context,
    all.map(({ parentId }) => parentId),
  );
  const values = mergedValues(
    survivor,
    others,
    input.fields ?? [],
    (parentId) => !all.some(({ id }) => tree.isWithin(parentId, id)),
  );
  const fields = changesOf(survivor, values);
  await assertVersion(context, customerSubject, survivor, input.version, fields);

  const mergeId = uuidV7();
  const externalIds = await moveExternalIds(context, survivorId, mergedIds);
  const changes = Object.fromEntries(
    fields.map((field): [string, [unknown, unknown]] => [
      field,
      [survivor[field as keyof Customer], values[field as keyof Values<Customer>]],
    ]),
  );
  const merge = await insertMerge(context, { id: mergeId, survivorId, changes, externalIds });
  await moveAll(context, mergeId, survivorId, mergedIds);
  await moveSubsidiaries(context, mergeId, survivorId, mergedIds);
  // They are removed first, so that the survivor can take the tax ID of one of them.
  await updateRecords(
    context,
    customerSubject,
    others.map((current) => ({ current, values: { deletedAt: context.now } })),
    "merged_into",
    [{ field: "mergedInto", old: null, new: label(survivor) }],
  );
  const customer = await changeRecord(
    context,
    customerSubject,
    survivor,
    input.version,
    values,
    "merged",
    [{ field: "mergedCustomers", old: [], new: others.map(label) }],
  );
  return { merge, customer };
}

type NewMerge = Pick<CustomerMerge, "id" | "survivorId" | "changes" | "externalIds">;

async function insertMerge(context: Context, merge: NewMerge): Promise<CustomerMerge> {
  const until = new Date(context.now.getTime() + DAYS_IN_TRASH * 24 * 60 * 60 * 1000);
  return insertRow(context.db, CustomerMerge, { ...merge, undoableUntil: until });
}
