import type { Context } from "../../platform/context.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/records/trash.js";
import { lockVisible, updateRecord } from "../../platform/records/write.js";
import { assertActiveUser } from "../accounts/sessions/activeUser.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { subjectOf } from "../documents/link.service.js";
import { assertTransition } from "../documents/transition.rules.js";
import { Deal } from "./deal.entity.js";
import type { CreateDealInput, UpdateDealInput } from "./deal.input.js";
import { checkDealChanges, checkNewDeal, dealLifecycle } from "./deal.rules.js";

/** Names the records in the history and in events. */
export const subject = subjectOf(Deal, "Deal");

/** Makes a deal. Throws NotFound for the customer, and Invalid. */
export async function createDeal(context: Context, input: CreateDealInput): Promise<Deal> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const values = checkNewDeal(input, customer.currency ?? context.organisation.currency);
  await assertActiveUser(context, values.ownerId, "ownerId");
  return insertIdentified(
    context,
    subject,
    { ...values, customerId: customer.id },
    newExternalIds(input),
  );
}

/** Changes the given fields. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updateDeal(context: Context, input: UpdateDealInput): Promise<Deal> {
  const current = await lockVisible(context, subject, parseId(input.id));
  const values = checkDealChanges(input, current);
  await assertActiveUser(context, values.ownerId, "ownerId", current.ownerId);
  // A stale version does not say which status the deal changes from.
  if (current.version === input.version) {
    assertTransition(dealLifecycle, current.stage, values.stage ?? current.stage, "stage");
  }
  return updateRecord(context, subject, current, input.version, values);
}

/** Puts a deal into the trash; its quotes stay. Throws NotFound, and Conflict for a stale version. */
export function deleteDeal(context: Context, input: DeleteInput): Promise<Deal> {
  return trashRecord(context, subject, parseId(input.id), input.version);
}

/** Takes a deal out of the trash. Throws NotFound. */
export function restoreDeal(context: Context, input: RestoreInput): Promise<Deal> {
  return restoreRecord(context, subject, parseId(input.id));
}
