import sql from "sql-template-tag";
import { type AskedOf } from "../../platform/graph/lookAhead.js";
import type { Batch } from "../../platform/reading.js";
import { rowsById } from "../../platform/records/byId.js";
import { ChosenColumns } from "../../platform/records/chosenColumns.js";
import { isOneOfKeys } from "../../platform/records/keys.js";
import { grouped } from "../../platform/request/loader.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { Contact } from "./contact.entity.js";

/** People by id. */
export const contactById = rowsById(Contact, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The people of customers, whom to ask first at the front, then by name. */
export const contactsByCustomer: Batch<string, AskedOf<Contact>, Contact[]> = async (
  ids,
  asked,
  reading,
) => {
  const columns = asked ?? ChosenColumns.all(Contact);
  const rows = await reading.db.rowsOf<Contact, { customerId: string }>(
    columns,
    sql`
      SELECT ${columns.selectList("r")}, r.customer_id AS "customerId" FROM contacts r
      WHERE ${isOneOfKeys(sql`r.customer_id`, ids)} AND r.deleted_at IS NULL
      ORDER BY r.customer_id, r.is_primary DESC, r.name_key, r.id`,
  );
  return grouped(ids, rows, (row) => row.customerId);
};
