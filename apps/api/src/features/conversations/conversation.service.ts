import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/records/trash.js";
import { lockVisible, type Subject, updateRecord } from "../../platform/records/write.js";
import { contactById } from "../contacts/contact.loaders.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { Conversation } from "./conversation.entity.js";
import type { CreateConversationInput, UpdateConversationInput } from "./conversation.input.js";
import { checkConversationChanges, checkNewConversation } from "./conversation.rules.js";

/** Names the records in the history and in events. */
export const subject: Subject<Conversation, "Conversation"> = {
  type: Conversation,
  name: "Conversation",
  parentIdOf: (conversation) => conversation.customerId,
  within: ofLiveCustomer,
  // The first entry of its history names who logged a conversation.
  excludedFields: ["createdById"],
};

/** Logs a conversation. Throws NotFound for the customer, and Invalid, also for another customer's people. */
export async function createConversation(
  context: Context,
  input: CreateConversationInput,
): Promise<Conversation> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const values = checkNewConversation(input, context.now);
  await assertParticipants(context, values.contactIds, customer.id, []);
  const createdById = context.actor.kind === "USER" ? context.actor.id : null;
  return insertIdentified(
    context,
    subject,
    { ...values, customerId: customer.id, createdById },
    newExternalIds(input),
  );
}

/** Changes the given fields. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updateConversation(
  context: Context,
  input: UpdateConversationInput,
): Promise<Conversation> {
  const current = await lockVisible(context, subject, parseId(input.id));
  const values = checkConversationChanges(input, context.now);
  const { customerId, contactIds } = current;
  await assertParticipants(context, values.contactIds ?? [], customerId, contactIds);
  return updateRecord(context, subject, current, input.version, values);
}

/** Puts a conversation into the trash. Throws NotFound, and Conflict for a stale version. */
export function deleteConversation(context: Context, input: DeleteInput): Promise<Conversation> {
  return trashRecord(context, subject, parseId(input.id), input.version);
}

/** Takes a conversation out of the trash. Throws NotFound. */
export function restoreConversation(context: Context, input: RestoreInput): Promise<Conversation> {
  return restoreRecord(context, subject, parseId(input.id));
}

// Who took part already may have been deleted meanwhile.
async function assertParticipants(
  context: Context,
  ids: readonly string[],
  customerId: string,
  already: readonly string[],
): Promise<void> {
  const contacts = await Promise.all(ids.map((id) => context.load(contactById, id)));
  const issues = ids.flatMap((id, index) =>
    already.includes(id) || contacts[index]?.customerId === customerId
      ? []
      : [{ path: `contactIds.${index}`, code: "unknown_contact" }],
  );
  if (issues.length > 0) throw new Invalid(issues);
}
