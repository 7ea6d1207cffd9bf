import sql from "sql-template-tag";
import { IsNull } from "typeorm";
import type { Context } from "../../platform/context.js";
import { NotFound } from "../../platform/errors.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { lockTrashed, restoreRecord, trashRecord } from "../../platform/records/trash.js";
import { lockVisible, type Subject, updateRecord } from "../../platform/records/write.js";
import { customerOf, ofLiveCustomer } from "../customers/customer.loaders.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { Contact } from "./contact.entity.js";
import type { CreateContactInput, UpdateContactInput } from "./contact.input.js";
import { contactById } from "./contact.loaders.js";
import { checkContact } from "./contact.rules.js";

/** Names the records in the history and in events. */
export const subject: Subject<Contact, "Contact"> = {
  type: Contact,
  name: "Contact",
  parentIdOf: (contact) => contact.customerId,
  within: ofLiveCustomer,
};

/** Makes a person at a customer. Throws NotFound for the customer, and Invalid. */
export async function createContact(context: Context, input: CreateContactInput): Promise<Contact> {
  const id = parseId(input.customerId, "customerId");
  const customer = await lockCustomerForReference(context, id);
  const values = { ...checkContact(input, customer.country), customerId: customer.id };
  if (values.isPrimary) await endPrimary(context, customer.id);
  return insertIdentified(context, subject, values, newExternalIds(input));
}

/** Changes the given fields. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updateContact(context: Context, input: UpdateContactInput): Promise<Contact> {
  const id = parseId(input.id);
  // The customer is locked before its people, as everywhere, so that no two wait for each other.
  if (input.isPrimary) {
    const known = await context.load(contactById, id);
    if (!known) throw new NotFound(Contact.name, id);
    await lockPrimary(context, known.customerId);
  }
  const current = await lockVisible(context, subject, id);
  const { country } = await customerOf(context, current.customerId);
  const values = checkContact(input, country, current);
  if (values.isPrimary && !current.isPrimary) await endPrimary(context, current.customerId);
  return updateRecord(context, subject, current, input.version, values);
}

/** Puts a person into the trash. Throws NotFound and Conflict. */
export function deleteContact(context: Context, input: DeleteInput): Promise<Contact> {
  return trashRecord(context, subject, parseId(input.id), input.version);
}

/** Restores a contact; the current primary contact stays. Throws NotFound. */
export async function restoreContact(context: Context, input: RestoreInput): Promise<Contact> {
  const id = parseId(input.id);
  const trashed = await lockTrashed(context, subject, id);
  if (trashed.isPrimary && (await primaryOf(context, trashed.customerId))) {
    await updateRecord(context, subject, trashed, trashed.version, { isPrimary: false });
  }
  return restoreRecord(context, subject, id);
}

// Two people who are made the primary contact at the same moment take turns.
async function lockPrimary(context: Context, customerId: string): Promise<void> {
  await context.db.execute(
    sql`SELECT id FROM customers WHERE id = ${customerId}::uuid FOR NO KEY UPDATE`,
  );
}

async function primaryOf(context: Context, customerId: string): Promise<Contact | null> {
  await lockPrimary(context, customerId);
  return context.db.manager.findOne(Contact, {
    where: { customerId, isPrimary: true, deletedAt: IsNull() },
    lock: { mode: "pessimistic_write" },
  });
}

async function endPrimary(context: Context, customerId: string): Promise<void> {
  const primary = await primaryOf(context, customerId);
  if (!primary) return;
  await updateRecord(context, subject, primary, primary.version, { isPrimary: false });
}
