import type { AddressKind } from "@clientela/shared/records/enums";
import type { Context } from "../../../platform/context.js";
import { parseId } from "../../../platform/graph/parseInput.js";
import type { DeleteInput, RestoreInput } from "../../../platform/records/trash.input.js";
import { lockTrashed, restoreRecord, trashRecord } from "../../../platform/records/trash.js";
import {
  insertRecord,
  lockVisible,
  type Subject,
  updateRecord,
} from "../../../platform/records/write.js";
import { demand } from "../../../platform/security/authorize.js";
import { ofLiveCustomer } from "../customer.loaders.js";
import { ADDRESS_PATHS } from "../customerPaths.js";
import { lockCustomerForReference } from "../lockCustomer.js";
import { AddressRecord } from "./address.entity.js";
import type { CreateAddressInput, UpdateAddressInput } from "./address.input.js";
import { checkAddress } from "./address.rules.js";
import { furtherAddress } from "./address.type.js";

const subject: Subject<AddressRecord, "Address"> = {
  type: AddressRecord,
  name: "Address",
  parentIdOf: (address) => address.customerId,
  within: ofLiveCustomer,
  toGraphQL: {
    record: furtherAddress,
    name: (property) => ADDRESS_PATHS[property] ?? property,
  },
};

// Billing addresses may also be written with the permission for billing data; everything else of a customer may not.
function demandWrite(context: Context, ...kinds: (AddressKind | undefined)[]): void {
  const billing = kinds.every((kind) => kind === undefined || kind === "BILLING");
  if (billing && context.actor.permissions.has("customers:billing")) return;
  demand(context, "customers:write");
}

/** Creates a billing or delivery address. Throws NotFound for the customer, Invalid and Forbidden. */
export async function createAddress(
  context: Context,
  input: CreateAddressInput,
): Promise<AddressRecord> {
  demandWrite(context, input.kind);
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const values = { ...checkAddress(input), customerId: customer.id };
  return insertRecord(context, subject, values);
}

/** Changes the given parts. Throws NotFound, Invalid, Forbidden, and Conflict for a stale version. */
export async function updateAddress(
  context: Context,
  input: UpdateAddressInput,
): Promise<AddressRecord> {
  const current = await lockVisible(context, subject, parseId(input.id));
  const values = checkAddress(input);
  demandWrite(context, current.kind, values.kind);
  return updateRecord(context, subject, current, input.version, values);
}

/** Moves an address to the trash. Throws NotFound, Forbidden and Conflict. */
export async function deleteAddress(context: Context, input: DeleteInput): Promise<AddressRecord> {
  const { id, kind } = await lockVisible(context, subject, parseId(input.id));
  demandWrite(context, kind);
  return trashRecord(context, subject, id, input.version);
}

/** Restores an address from the trash. Throws NotFound and Forbidden. */
export async function restoreAddress(
  context: Context,
  input: RestoreInput,
): Promise<AddressRecord> {
  const { id, kind } = await lockTrashed(context, subject, parseId(input.id));
  demandWrite(context, kind);
  return restoreRecord(context, subject, id);
}
