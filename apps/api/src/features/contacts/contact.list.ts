import sql from "sql-template-tag";
import type { ListDefinition } from "../../platform/lists/keyset.js";
import { everyWordIn } from "../../platform/lists/search.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { Contact } from "./contact.entity.js";
import type { ContactFilter, ContactOrderField } from "./contactList.input.js";
import { contactSearch } from "./contactSearch.js";

/** Lists of people. */
export const contactList: ListDefinition<Contact, ContactFilter, ContactOrderField> = {
  type: Contact,
  where: (filter) => {
    const where = [sql`r.deleted_at IS NULL`, ...everyWordIn(contactSearch.text, filter?.search)];
    if (filter?.isPrimary != null) where.push(sql`r.is_primary = ${filter.isPrimary}`);
    return where;
  },
  sortKeys: {
    NAME: { sql: sql`r.name_key`, type: "text" },
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    UPDATED_AT: { sql: sql`r.updated_at`, type: "timestamptz" },
  },
  defaultOrder: { field: "NAME", direction: OrderDirection.ASC },
};
