import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { updateRow } from "../../platform/database/queryBuilder.js";
import { Invalid } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { changeRecord, lockRecord, type Values } from "../../platform/records/write.js";
import { lockRecords, updateRecords } from "../../platform/records/writeMany.js";
import type { Customer } from "../customers/customer.entity.js";
import { customerSubject } from "../customers/customer.service.js";
import { isCircle, lockGroups } from "../customers/groups/groupTree.js";
import { isTaxIdTaken, throwDuplicate } from "../customers/identity/throwDuplicate.js";
import { CustomerMerge } from "./merge.entity.js";
import { moveSubsidiariesBack } from "./mergedGroups.js";
import { MERGE_FIELDS, propertiesOf } from "./mergeFields.js";
import { moveBack } from "./mergeMoves.js";

/** The result of undoing a merge. */
export interface Unmerged {
  merge: CustomerMerge;
  customer: Customer;
  customers: Customer[];
}

const refusal = (code: string) => new Invalid([{ path: "id", code }]);

async function lockUndoable(context: Context, id: string): Promise<CustomerMerge> {
  const merge = await lockRecord(context, CustomerMerge, parseId(id), sql`true`);
  if (merge.undoneAt !== null) throw refusal("already_undone");
  if (merge.undoableUntil <= context.now) throw refusal("merge_expired");
  return merge;
}

/** The survivor's previous values, of the fields that were not changed since. */
function valuesBefore(survivor: Customer, { changes }: CustomerMerge): Values<Customer> {
  const units = [...MERGE_FIELDS.map(propertiesOf), ["tags" as const]];
  const before = units.flatMap((properties) => {
    const given = properties.filter((property) => property in changes);
    const untouched = given.every(
      (property) => JSON.stringify(survivor[property]) === JSON.stringify(changes[property]?.[1]),
    );
    return untouched ? given.map((property) => [property, changes[property]?.[0]]) : [];
  });
  return Object.fromEntries(before);
}

/**
 * Undoes a merge: the merged customers are restored with those of their records that the survivor still
 * has, and the survivor gets its previous values in the fields that were not changed since. Throws
 * NotFound, Invalid when it is too late, and Duplicate if another customer has taken a tax ID.
 */
export async function undoMerge(context: Context, id: string): Promise<Unmerged> {
  const merge = await lockUndoable(context, id);
  await lockGroups(context);
  const mergedIds = await context.db.rows<{ id: string }>(sql`
    SELECT id FROM merged_customers WHERE merge_id = ${merge.id}::uuid ORDER BY id`);
  const [survivor, ...others] = await lockRecords(
    context,
    customerSubject,
    [merge.survivorId, ...mergedIds.map((row) => row.id)],
    sql`true`,
  );
  if (!survivor || survivor.deletedAt !== null) throw refusal("survivor_gone");
  const { survivorId } = merge;
  await moveBack(context, merge);
  await refusingCircles(context, () => moveSubsidiariesBack(context, merge.id, survivorId));
  const names = others.map(({ number, legalName }) => `${number} ${legalName}`);
  const customer = await refusingCircles(context, () =>
    changeRecord(
      context,
      customerSubject,
      survivor,
      survivor.version,
      valuesBefore(survivor, merge),
      "unmerged",
      [{ field: "mergedCustomers", old: names, new: [] }],
    ),
  );
  const customers = await bringBack(context, others);
  const undone = await closeMerge(context, merge);
  return { merge: undone, customer, customers };
}

// Where one of the companies above was put below since.
async function refusingCircles<T>(context: Context, write: () => Promise<T>): Promise<T> {
  try {
    return await context.attempt(write);
  } catch (error) {
    if (isCircle(error)) throw refusal("parent_circle");
    throw error;
  }
}

async function bringBack(context: Context, others: Customer[]): Promise<Customer[]> {
  const revisions = others.map((current) => ({ current, values: { deletedAt: null } }));
  try {
    return await context.attempt(() =>
      updateRecords(context, customerSubject, revisions, "restored"),
    );
  } catch (error) {
    if (!isTaxIdTaken(error)) throw error;
    return throwDuplicate(context, others, error);
  }
}

async function closeMerge(context: Context, merge: CustomerMerge): Promise<CustomerMerge> {
  const values = { undoneAt: context.now, changes: {}, externalIds: [] };
  const row = await updateRow(context.db, CustomerMerge, { id: merge.id }, values);
  if (!row) throw new Error("an update of a locked row returned none");
  return row;
}
