import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import {
  addExternalIds,
  externalIdsChange,
  externalIdsOf,
  setExternalIds,
  withExternalIds,
} from "../../platform/records/externalIds.js";
import {
  insertRecord,
  lockRecord,
  type Subject,
  updateRecord,
  type Values,
} from "../../platform/records/write.js";
import { demand } from "../../platform/security/authorize.js";
import { assertActiveUser } from "../accounts/sessions/activeUser.js";
import { Customer } from "./customer.entity.js";
import type { CreateCustomerInput, UpdateCustomerInput } from "./customer.input.js";
import { checkCustomerChanges, checkNewCustomer } from "./customer.rules.js";
import { GroupTree, joinGroup, lockForParent } from "./groups/groupTree.js";
import { isTaxIdTaken, throwDuplicate } from "./identity/throwDuplicate.js";

/** How customers are named in the history and in events. */
export const customerSubject: Subject<Customer, "Customer"> = {
  type: Customer,
  name: "Customer",
  parentIdOf: (customer) => customer.id,
  excludedFields: ["statusBeforeArchive"],
};

/** Creates a customer. Throws Invalid, and Duplicate if a live customer has the tax ID. */
export async function createCustomer(
  context: Context,
  input: CreateCustomerInput,
): Promise<Customer> {
  const { values, externalIds } = checkNewCustomer(input);
  await assertActiveUser(context, values.ownerId, "ownerId");
  joinGroup(context, await GroupTree.above(context, [values.parentId]), null, values);
  const relatedChanges = externalIdsChange([], externalIds ?? []);
  const customer = await refusingDuplicates(context, values, () =>
    insertRecord(context, customerSubject, withOwner(context, values), relatedChanges),
  );
  await addExternalIds(context, customerSubject.name, customer.id, externalIds ?? []);
  return customer;
}

/** Gives a new customer an owner where its maker would not see it otherwise. */
export function withOwner({ actor }: Context, values: Values<Customer>): Values<Customer> {
  return actor.scope ? { ...values, ownerId: values.ownerId ?? actor.scope.personId } : values;
}

/** Changes the given fields. Throws NotFound, Invalid, Duplicate, and Conflict for a stale version. */
export async function updateCustomer(
  context: Context,
  input: UpdateCustomerInput,
): Promise<Customer> {
  demandBillingAtLeast(context, input);
  await lockForParent(context, input.id, input.parentId);
  const current = await lockRecord(context, Customer, parseId(input.id));
  const { values, externalIds } = checkCustomerChanges(input, current);
  if (values.status !== undefined) values.statusBeforeArchive = null;
  await assertActiveUser(context, values.ownerId, "ownerId", current.ownerId);
  if (values.parentId !== undefined) {
    const tree = await GroupTree.above(context, [values.parentId, current.parentId]);
    joinGroup(context, tree, current, values);
  }
  const before = externalIds === undefined ? [] : await externalIdsOf(context, current.id);
  const after = externalIds === undefined ? [] : withExternalIds(before, externalIds);
  const relatedChanges = externalIdsChange(before, after);
  const customer = await refusingDuplicates(context, { id: current.id, ...values }, () =>
    updateRecord(context, customerSubject, current, input.version, values, relatedChanges),
  );
  if (relatedChanges.length > 0)
    await setExternalIds(context, customerSubject.name, customer.id, before, after);
  return customer;
}

// The fields that appear on an invoice: legal name, tax ID, address and terms.
const BILLING_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "version",
  "legalName",
  "taxId",
  "secondTaxId",
  "address",
  "currency",
  "paymentTermDays",
  "creditLimit",
]);

/** Throws Forbidden if the actor may write billing data only and the input names other fields. */
function demandBillingAtLeast(context: Context, input: UpdateCustomerInput): void {
  const named = Object.entries(input).filter(([, value]) => value !== undefined);
  if (named.every(([field]) => BILLING_FIELDS.has(field))) return;
  demand(context, "customers:write");
}

async function refusingDuplicates<T>(
  context: Context,
  written: Values<Customer> & { id?: string },
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await context.db.attempt(write);
  } catch (error) {
    if (!isTaxIdTaken(error)) throw error;
    return throwDuplicate(context, [written], error);
  }
}
