import type { Context } from "../../platform/context.js";
import { Invalid, type Issue } from "../../platform/errors.js";
import { newExternalIds } from "../../platform/graph/newExternalIds.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/records/trash.js";
import { lockVisible, type Subject, updateRecord } from "../../platform/records/write.js";
import { contactById } from "../contacts/contact.loaders.js";
import { lockCustomerForReference } from "../customers/lockCustomer.js";
import { subjectOf } from "../documents/link.service.js";
import { invoiceById } from "../invoices/invoice.list.js";
import { PromiseToPay } from "./promise.entity.js";
import type { CreatePromiseToPayInput, UpdatePromiseToPayInput } from "./promise.input.js";
import { checkNewPromise, checkPromiseChanges } from "./promise.rules.js";

/** Names the records in the history and in events; the first entry of its history names who entered a promise. */
export const subject: Subject<PromiseToPay, "PromiseToPay"> = {
  ...subjectOf(PromiseToPay, "PromiseToPay"),
  excludedFields: ["createdById"],
};

/** What a promise refers to; only what is new of it is checked, as the rest may be gone or paid meanwhile. */
interface References {
  customerId: string;
  currency: string;
  contactId: string | null | undefined;
  invoiceIds: readonly string[];
}

/** Enters a promise. Throws NotFound for the customer, and Invalid, also for another customer's people and invoices. */
export async function createPromise(
  context: Context,
  input: CreatePromiseToPayInput,
): Promise<PromiseToPay> {
  const customer = await lockCustomerForReference(context, parseId(input.customerId, "customerId"));
  const values = checkNewPromise(input, context.today);
  const { currency, contactId, invoiceIds } = values;
  await assertReferences(context, { customerId: customer.id, currency, contactId, invoiceIds });
  const createdById = context.actor.kind === "USER" ? context.actor.id : null;
  return insertIdentified(
    context,
    subject,
    { ...values, customerId: customer.id, createdById },
    newExternalIds(input),
  );
}

/** Changes the given fields. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updatePromise(
  context: Context,
  input: UpdatePromiseToPayInput,
): Promise<PromiseToPay> {
  const current = await lockVisible(context, subject, parseId(input.id));
  const values = checkPromiseChanges(input, current, context.today);
  const { currency = current.currency, invoiceIds = current.invoiceIds, contactId } = values;
  const already = currency === current.currency ? current.invoiceIds : [];
  await assertReferences(context, {
    customerId: current.customerId,
    currency,
    contactId: contactId === current.contactId ? null : contactId,
    invoiceIds: invoiceIds.map((id) => (already.includes(id) ? "" : id)),
  });
  return updateRecord(context, subject, current, input.version, values);
}

/** Puts a promise into the trash. Throws NotFound, and Conflict for a stale version. */
export function deletePromise(context: Context, input: DeleteInput): Promise<PromiseToPay> {
  return trashRecord(context, subject, parseId(input.id), input.version);
}

/** Takes a promise out of the trash. Throws NotFound. */
export function restorePromise(context: Context, input: RestoreInput): Promise<PromiseToPay> {
  return restoreRecord(context, subject, parseId(input.id));
}

async function assertReferences(
  context: Context,
  { customerId, currency, contactId, invoiceIds }: References,
): Promise<void> {
  const [contact, ...invoices] = await Promise.all([
    contactId ? context.load(contactById, contactId) : null,
    ...invoiceIds.map((id) => (id === "" ? null : context.load(invoiceById, id))),
  ]);
  const issues: Issue[] = [];
  if (contactId && contact?.customerId !== customerId)
    issues.push({ path: "contactId", code: "unknown_contact" });
  invoices.forEach((invoice, index) => {
    if (invoiceIds[index] === "") return;
    const fits =
      invoice?.customerId === customerId &&
      invoice.kind === "SALES" &&
      invoice.status === "AUTHORIZED" &&
      invoice.currency === currency;
    if (!fits)
      issues.push({
        path: `invoiceIds.${index}`,
        code: "not_to_be_promised",
        params: { currency },
      });
  });
  if (issues.length > 0) throw new Invalid(issues);
}
