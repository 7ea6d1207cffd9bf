import sql, { type Sql } from "sql-template-tag";
import { everyWordIn } from "../../../platform/lists/search.js";
import type { SearchKind } from "../../../platform/records/searchKind.js";
import { Customer } from "../customer.entity.js";

const searchText = sql`r.search_text`;

/**
 * The conditions of a search over names, tax ID, e-mail, phone and number of `customers r`: every
 * word must occur, in any case and without its accents; "12.345.678/0001-95" finds 12345678000195.
 */
export const searchConditions = (search: string | null | undefined): Sql[] =>
  everyWordIn(searchText, search);

/** How customers are found among records of all kinds. */
export const customerSearch: SearchKind = {
  recordType: "Customer",
  type: Customer,
  title: sql`coalesce(r.trade_name, r.legal_name)`,
  prefixKeys: [
    { key: sql`r.name_key`, where: sql`r.status <> 'ARCHIVED'` },
    { key: sql`fold(r.trade_name) COLLATE "C"` },
  ],
  text: searchText,
  details: [
    sql`r.legal_name`,
    sql`r.number`,
    sql`r.tax_id_value`,
    sql`r.second_tax_id_value`,
    sql`r.email`,
    sql`r.phone`,
    sql`contact_text(r.further_emails)`,
    sql`contact_text(r.further_phones)`,
  ],
  parentId: sql`r.id`,
};
