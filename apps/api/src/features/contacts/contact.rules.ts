import { contactFields } from "@clientela/shared/contacts/contactFields";
import { z } from "zod";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { Values } from "../../platform/records/write.js";
import type { Customer } from "../customers/customer.entity.js";
import { normalisePhone } from "../customers/phoneParts.js";
import type { Contact } from "./contact.entity.js";
import type { CreateContactInput, UpdateContactInput } from "./contact.input.js";

const createSchema = z.object({ ...contactFields, isPrimary: contactFields.isPrimary.nullish() });
const updateSchema = createSchema.extend({
  name: contactFields.name.optional(),
  isPrimary: contactFields.isPrimary.optional(),
});

/** Checks a person's fields; a phone is read as one of the customer's country. Throws Invalid. */
export function checkContact(
  input: CreateContactInput | UpdateContactInput,
  customer: Customer,
): Values<Contact> {
  const schema = "id" in input ? updateSchema : createSchema;
  const { phone, isPrimary, ...rest } = parseInput(schema, input);
  const values: Values<Contact> = { ...rest };
  if (isPrimary != null) values.isPrimary = isPrimary;
  if (phone !== undefined) values.phone = phone && normalisePhone(phone, customer.country);
  return values;
}
