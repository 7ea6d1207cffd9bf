import { contactsSheet } from "@clientela/shared/contacts.sheet";
import sql from "sql-template-tag";
import type { Exporter } from "../../platform/exporter.js";
import { rowsOfChosenCustomers, showCustomer } from "../customers/customer.related.js";

/** How people at customers go out into sheets. */
export const contactExporter: Exporter = {
  kind: "CONTACTS",
  sheet: contactsSheet,
  permission: "contacts:read",
  show: showCustomer,
  rows: (question, context) =>
    rowsOfChosenCustomers(question, context, {
      from: sql`JOIN contacts x ON x.customer_id = c.id`,
      values: sql`x.id, x.name, x.job_title AS "jobTitle", x.email, x.phone, x.is_primary::text AS "isPrimary", x.notes`,
    }),
};
