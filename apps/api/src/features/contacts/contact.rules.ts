import { contactFields } from "@clientela/shared/contacts/contactFields";
import { z } from "zod";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { Values } from "../../platform/records/write.js";
import {
  contactPointLists,
  reachableValues,
} from "../customers/contact-points/contactPoint.rules.js";
import type { Contact } from "./contact.entity.js";
import type { CreateContactInput, UpdateContactInput, UpsertContactItem } from "./contact.input.js";

const createSchema = z.object({
  ...contactFields,
  ...contactPointLists,
  isPrimary: contactFields.isPrimary.nullish(),
});
const updateSchema = createSchema.extend({
  name: contactFields.name.optional(),
  isPrimary: contactFields.isPrimary.optional(),
});

/** Checks fields of a new person, or of one who is `current` so far; phones are read as those of the customer's country. Throws Invalid. */
export function checkContact(
  input: CreateContactInput | UpdateContactInput | UpsertContactItem,
  country: string | null | undefined,
  current: Contact | null = null,
): Values<Contact> {
  const schema = current ? updateSchema : createSchema;
  const { email, emails, phone, phones, isPrimary, ...rest } = parseInput(schema, input);
  const reachable = reachableValues({ email, emails, phone, phones }, country, current ?? {});
  const values: Values<Contact> = { ...rest, ...reachable };
  if (isPrimary != null) values.isPrimary = isPrimary;
  return values;
}
