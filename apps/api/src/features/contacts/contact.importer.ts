import { contactsSheet } from "@clientela/shared/contacts/contacts.sheet";
import sql from "sql-template-tag";
import { MAX_PARTS } from "../../platform/records/parts.js";
import {
  importedExternalIds,
  repeatedExternalId,
} from "../../platform/sheets/importExternalIds.js";
import type { Importer } from "../../platform/sheets/importer.js";
import { columnIn } from "../../platform/sheets/importRow.js";
import { putTogether } from "../customers/phoneParts.js";
import { anotherFits, byRecordId, recordIdKey } from "../customers/spreadsheet/byRecordId.js";
import {
  customerParent,
  customerReferenceKeys,
  readRelated,
} from "../customers/spreadsheet/customerReference.js";
import { Contact } from "./contact.entity.js";

const COLUMN_BY_FIELD: Readonly<Record<string, string>> = {
  name: "name",
  jobTitle: "job_title",
  email: "email",
  notes: "notes",
  phone: "phone",
  isPrimary: "is_primary",
};

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

const isAnother = sql`lower(c.email) IS DISTINCT FROM s.email AND lower(o.email) = s.email`;
const externalIds = importedExternalIds({
  type: Contact,
  label: "o.name",
  doubt: anotherFits("contacts", isAnother),
});

// An existing primary contact stays primary, unless the file says that it is not.
const otherPrimary = `FROM contacts o
  WHERE o.customer_id = coalesce(c.customer_id, s.customer_id) AND o.is_primary AND o.deleted_at IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM matched y JOIN import_rows q ON q.import_id = r.import_id AND q.line = y.line
      WHERE y.id = o.id AND q."values"->>'is_primary' = 'false')`;

/** How people at customers come in from sheets. */
export const contactImporter: Importer = {
  recordType: "CONTACT",
  sheet: contactsSheet,
  permission: "contacts:write",
  readPermission: "contacts:read",
  async openRows(_db, _organisation, idSource) {
    return (row) => {
      const values = readRelated(row, COLUMN_BY_FIELD, idSource);
      const { isPrimary } = row.fields;
      if (typeof isPrimary === "string") values.is_primary = isPrimary === "true";
      if (typeof values.phone === "string") {
        values.phone = putTogether(values.phone, {
          areaCode: textOf(row.fields.phoneAreaCode),
          countryCode: textOf(row.fields.phoneCountryCode),
          country: null,
        }).phone;
      }
      return { values, issues: [] };
    };
  },
  columnOf: columnIn(COLUMN_BY_FIELD),
  table: {
    type: Contact,
    recordType: "Contact",
    writes: {
      name: "text",
      jobTitle: "text",
      email: "text",
      phone: "text",
      isPrimary: "boolean",
      notes: "text",
    },
    defaults: { is_primary: "coalesce(v.is_primary, false)" },
    exclusiveFlag: "is_primary",
    most: MAX_PARTS,
    keys: {
      ...customerReferenceKeys,
      ...recordIdKey,
      ...externalIds.keys,
      email: sql`lower(r."values"->>'email')`,
      name: sql`fold(r."values"->>'name')`,
      primary_contact: sql`CASE r."values"->>'is_primary' WHEN 'true' THEN 'true' END`,
    },
    parent: customerParent,
    label: "o.name",
    matchStrategies: [
      byRecordId("contacts", isAnother),
      externalIds.strategy,
      {
        matchKey: "EMAIL",
        keys: ["email"],
        find: () => sql`
          SELECT s.line, c.id FROM staged s
          JOIN contacts c ON c.customer_id = s.customer_id AND lower(c.email) = s.email WHERE c.deleted_at IS NULL`,
      },
      {
        // Two people of one name with different e-mail addresses are two contacts.
        matchKey: "NAME",
        keys: ["name"],
        find: () => sql`
          SELECT s.line, c.id FROM staged s
          JOIN contacts c ON c.customer_id = s.customer_id AND c.name_key = s.name
          WHERE c.deleted_at IS NULL AND (c.email IS NULL OR s.email IS NULL OR lower(c.email) = s.email)`,
      },
    ],
    noRepeats: [
      { keys: ["record_id"] },
      repeatedExternalId,
      { keys: ["name", "customer_id", "email"], amongNew: true },
      {
        keys: ["customer_id", "primary_contact"],
        mistake: { field: "isPrimary", code: "primary_twice" },
      },
    ],
    owned: [externalIds.owned],
    parts: [externalIds.part],
    refusals: [
      {
        field: "isPrimary",
        code: "other_primary",
        when: `v.is_primary AND c.is_primary IS NOT TRUE AND EXISTS (SELECT 1 ${otherPrimary})`,
        params: { name: `(SELECT o.name ${otherPrimary})` },
        ofNew: true,
      },
    ],
  },
};
