import { DEAL_TRANSITIONS } from "@clientela/shared/enums";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { parseId } from "../../platform/parseInput.js";
import type { DeleteInput, RestoreInput } from "../../platform/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/trash.js";
import {
  insertRecord,
  lockRecord,
  type Subject,
  updateRecord,
  type Values,
} from "../../platform/write.js";
import { userById } from "../accounts/user.loaders.js";
import { holdCustomer, live, withinLiveCustomer } from "../documents/link.service.js";
import { assertTransition } from "../documents/transition.rules.js";
import { Deal } from "./deal.entity.js";
import type { CreateDealInput, UpdateDealInput } from "./deal.input.js";
import { checkDealChanges, checkNewDeal } from "./deal.rules.js";

/** Names deals in the history and in events. */
export const dealSubject: Subject<Deal> = {
  type: Deal,
  customerIdOf: (deal) => deal.customerId,
  within: withinLiveCustomer,
};

/** Makes a deal. Throws NotFound for the customer, and Invalid. */
export async function createDeal(context: Context, input: CreateDealInput): Promise<Deal> {
  const customer = await holdCustomer(context, parseId(input.customerId, "customerId"));
  const values = checkNewDeal(input, customer.currency ?? context.app.organisation.currency);
  await assertOwner(context, values);
  return insertRecord(context, dealSubject, { ...values, customerId: customer.id });
}

/** Changes the given fields. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updateDeal(context: Context, input: UpdateDealInput): Promise<Deal> {
  const current = await lockRecord(context, Deal, parseId(input.id), live);
  const values = checkDealChanges(input, current);
  await assertOwner(context, values);
  // Of a stale version nobody can say where the deal should go from.
  if (current.version === input.version) {
    assertTransition(DEAL_TRANSITIONS, current.stage, values.stage ?? current.stage, "stage");
  }
  return updateRecord(context, dealSubject, current, input.version, values);
}

/** Puts a deal into the trash; its quotes stay. Throws NotFound, and Conflict for a stale version. */
export function deleteDeal(context: Context, input: DeleteInput): Promise<Deal> {
  return trashRecord(context, dealSubject, parseId(input.id), input.version);
}

/** Takes a deal out of the trash. Throws NotFound. */
export function restoreDeal(context: Context, input: RestoreInput): Promise<Deal> {
  return restoreRecord(context, dealSubject, parseId(input.id));
}

async function assertOwner(context: Context, values: Values<Deal>): Promise<void> {
  if (!values.ownerId) return;
  const owner = await context.load(userById, values.ownerId);
  if (!owner || owner.disabledAt) throw new Invalid([{ path: "ownerId", code: "unknown_user" }]);
}
