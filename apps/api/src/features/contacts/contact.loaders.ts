import sql from "sql-template-tag";
import { rowsById } from "../../platform/byId.js";
import { selectList } from "../../platform/columns.js";
import type { Batch } from "../../platform/context.js";
import { isOneOfKeys } from "../../platform/keys.js";
import { grouped } from "../../platform/loader.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { Contact } from "./contact.entity.js";

/** People by id. */
export const contactById = rowsById(Contact, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The people of customers, whom to ask first at the front, then by name. */
export const contactsByCustomer: Batch<string, undefined, Contact[]> = async (ids, _, context) => {
  const rows = await context.db.rowsOf(
    Contact,
    sql`
      SELECT ${selectList(Contact, "r")} FROM contacts r
      WHERE ${isOneOfKeys(sql`r.customer_id`, ids)} AND r.deleted_at IS NULL
      ORDER BY r.customer_id, r.is_primary DESC, r.name_key, r.id`,
  );
  return grouped(ids, rows, (row) => row.customerId);
};
