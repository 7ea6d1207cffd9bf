import { contactsSheet } from "@clientela/shared/contacts.sheet";
import sql from "sql-template-tag";
import type { Importer, RowIssue } from "../../platform/importer.js";
import { columnIn, readRecordId, valuesByColumn } from "../../platform/importRow.js";
import {
  customerParent,
  customerReferenceKeys,
  readReference,
} from "../customers/customer.reference.js";
import { normalisePhone } from "../customers/customer.rules.js";
import { Contact } from "./contact.entity.js";

const COLUMN_BY_FIELD: Readonly<Record<string, string>> = {
  name: "name",
  jobTitle: "job_title",
  email: "email",
  notes: "notes",
  phone: "phone",
};

/** How people at customers come in from sheets. */
export const contactImporter: Importer = {
  kind: "CONTACTS",
  sheet: contactsSheet,
  permission: "contacts:write",
  readPermission: "contacts:read",
  async openRows() {
    return (row) => {
      const issues: RowIssue[] = [];
      const values: Record<string, unknown> = {
        ...readReference(row),
        ...valuesByColumn(row, COLUMN_BY_FIELD),
      };
      const id = readRecordId(row, issues);
      if (id) values.id = id;
      if (typeof values.phone === "string") values.phone = normalisePhone(values.phone, null);
      return { values, issues };
    };
  },
  columnOf: columnIn(COLUMN_BY_FIELD),
  table: {
    type: Contact,
    writes: { name: "text", jobTitle: "text", email: "text", phone: "text", notes: "text" },
    keys: {
      ...customerReferenceKeys,
      record_id: sql`r."values"->>'id'`,
      email: sql`lower(r."values"->>'email')`,
      name: sql`fold(r."values"->>'name')`,
    },
    parent: customerParent,
    ways: [
      {
        find: () => sql`
          SELECT s.line, c.id FROM staged s JOIN contacts c ON c.id = s.record_id::uuid WHERE c.deleted_at IS NULL`,
      },
      {
        matchKey: "EMAIL",
        find: () => sql`
          SELECT s.line, c.id FROM staged s
          JOIN contacts c ON c.customer_id = s.customer_id AND lower(c.email) = s.email WHERE c.deleted_at IS NULL`,
      },
      {
        // Namesakes with e-mail addresses of their own are two.
        matchKey: "NAME",
        find: () => sql`
          SELECT s.line, c.id FROM staged s
          JOIN contacts c ON c.customer_id = s.customer_id AND c.name_key = s.name
          WHERE c.deleted_at IS NULL AND (c.email IS NULL OR s.email IS NULL OR lower(c.email) = s.email)`,
      },
    ],
    noRepeats: [
      { keys: ["record_id"] },
      { keys: ["customer_id", "email", "name"], amongNew: true },
    ],
  },
};
