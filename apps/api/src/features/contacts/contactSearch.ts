import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { Contact } from "./contact.entity.js";

/** How people are found by text. */
export const contactSearch: SearchKind = {
  recordType: "Contact",
  type: Contact,
  title: sql`r.name`,
  prefixKeys: [{ key: sql`fold(r.name) COLLATE "C"` }],
  text: sql`contact_search_text(r.name, r.email, r.phone, r.further_emails, r.further_phones)`,
  details: [
    sql`r.email`,
    sql`r.phone`,
    sql`contact_text(r.further_emails)`,
    sql`contact_text(r.further_phones)`,
  ],
};
