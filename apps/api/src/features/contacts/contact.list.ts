import sql, { type Sql } from "sql-template-tag";
import { storedTimes, text } from "../../platform/graph/filters/fieldKinds.js";
import { conditionsOf, declareFilterFields } from "../../platform/graph/filters/filterField.js";
import type { ListDefinition } from "../../platform/lists/keyset.js";
import { everyWordIn } from "../../platform/lists/search.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { customersWith, ofCustomer } from "../customers/list/ofCustomer.js";
import { Contact } from "./contact.entity.js";
import { ContactFilter, type ContactOrderField } from "./contactList.input.js";
import { contactSearch } from "./contactSearch.js";

/** The fields that `contacts r` are filtered by. */
const fields = declareFilterFields(ContactFilter, "contacts:read", {
  customer: ofCustomer,
  name: text(sql`r.name`, { description: "The person's name." }),
  jobTitle: text(sql`r.job_title`, { description: "What the person does there." }),
  email: text(sql`r.email`, { description: "The main e-mail address." }),
  phone: text(sql`r.phone`, { description: "The main phone." }),
  notes: text(sql`r.notes`, { description: "What is noted of the person." }),
  ...storedTimes,
});

function statedConditions(filter: ContactFilter): Sql[] {
  const where = everyWordIn(contactSearch.text, filter.search);
  if (filter.isPrimary != null) where.push(sql`r.is_primary = ${filter.isPrimary}`);
  return where;
}

/** The conditions on `r` for people that a filter lets through. */
const contactConditions = conditionsOf(fields, statedConditions);

/** Lists of people. */
export const contactList: ListDefinition<Contact, ContactFilter, ContactOrderField> = {
  type: Contact,
  where: contactConditions,
  sortKeys: {
    NAME: { sql: sql`r.name_key`, type: "text" },
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    UPDATED_AT: { sql: sql`r.updated_at`, type: "timestamptz" },
  },
  defaultOrder: { field: "NAME", direction: OrderDirection.ASC },
};

/** Finds customers by their people. */
export const customersByContacts = customersWith("contacts", "contacts:read", {
  type: Contact,
  input: ContactFilter,
  where: contactConditions,
  description: "By its people.",
});
