import sql from "sql-template-tag";
import { rowsById } from "../../platform/records/byId.js";
import { partsByOwner } from "../../platform/records/parts.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { Contact } from "./contact.entity.js";

/** People by id. */
export const contactById = rowsById(Contact, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The people of customers, whom to ask first at the front, then by name. */
export const contactsByCustomer = partsByOwner(
  Contact,
  "customer_id",
  sql`r.is_primary DESC, r.name_key, r.id`,
);
