import { contactsSheet } from "@clientela/shared/contacts/contacts.sheet";
import sql from "sql-template-tag";
import { furtherCells } from "../customers/contact-points/contactPointSql.js";
import { relatedExporter } from "../customers/spreadsheet/relatedExporter.js";

/** How people at customers go out into sheets. */
export const contactExporter = relatedExporter({
  recordType: "CONTACT",
  sheet: contactsSheet,
  permission: "contacts:read",
  table: "contacts",
  values: sql`x.id, x.name, x.job_title AS "jobTitle", x.email, x.email_label AS "emailLabel", x.phone, x.phone_label AS "phoneLabel",
    ${furtherCells("x")}, x.is_primary::text AS "isPrimary", x.notes`,
});
