import { contactsSheet } from "@clientela/shared/contacts/contacts.sheet";
import sql from "sql-template-tag";
import { MAX_PARTS } from "../../platform/records/parts.js";
import type { Importer } from "../../platform/sheets/importer.js";
import { columnIn } from "../../platform/sheets/importRow.js";
import {
  contactPointDefaults,
  contactPointFollows,
  contactPointRefusals,
  contactPointResults,
  contactPointWrites,
  furtherEmailsKey,
} from "../customers/contact-points/contactPointImportTable.js";
import { hasEmailOfRow } from "../customers/contact-points/contactPointSql.js";
import {
  contactPointColumns,
  contactPointValues,
} from "../customers/contact-points/importContactPoints.js";
import { putTogether } from "../customers/contact-points/phoneParts.js";
import { anotherFits, byRecordId, recordIdKey } from "../customers/spreadsheet/byRecordId.js";
import {
  customerParent,
  customerReferenceKeys,
  readRelated,
} from "../customers/spreadsheet/customerReference.js";
import {
  importedExternalIds,
  repeatedExternalId,
} from "../customers/spreadsheet/importExternalIds.js";
import { Contact } from "./contact.entity.js";

const COLUMN_BY_FIELD: Readonly<Record<string, string>> = {
  name: "name",
  jobTitle: "job_title",
  email: "email",
  notes: "notes",
  phone: "phone",
  isPrimary: "is_primary",
};

// The row `s` and the contact `c` have an e-mail address in common.
const haveEmailInCommon = hasEmailOfRow("c");

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
      const parts = {
        areaCode: textOf(row.fields.phoneAreaCode),
        countryCode: textOf(row.fields.phoneCountryCode),
        country: null,
      };
      const stored = (phone: string) => putTogether(phone, parts).phone;
      const phone = typeof values.phone === "string" ? stored(values.phone) : null;
      if (phone !== null) values.phone = phone;
      const main = { email: textOf(values.email), phone };
      Object.assign(values, contactPointValues(row.fields, main, stored));
      return { values, issues: [] };
    };
  },
  columnOf: columnIn({ ...COLUMN_BY_FIELD, ...contactPointColumns }),
  table: {
    type: Contact,
    recordType: "Contact",
    writes: {
      name: "text",
      jobTitle: "text",
      email: "text",
      phone: "text",
      ...contactPointWrites,
      isPrimary: "boolean",
      notes: "text",
    },
    follows: contactPointFollows,
    defaults: { is_primary: "coalesce(v.is_primary, false)", ...contactPointDefaults },
    results: contactPointResults,
    exclusiveFlag: "is_primary",
    most: MAX_PARTS,
    keys: {
      ...customerReferenceKeys,
      ...recordIdKey,
      ...externalIds.keys,
      email: sql`lower(r."values"->>'email')`,
      ...furtherEmailsKey,
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
        keys: ["email", "further_emails"],
        find: () => sql`
          SELECT s.line, c.id FROM staged s
          JOIN contacts c ON c.customer_id = s.customer_id AND ${haveEmailInCommon} WHERE c.deleted_at IS NULL`,
      },
      {
        // Two people of one name with different e-mail addresses are two contacts.
        matchKey: "NAME",
        keys: ["name"],
        find: () => sql`
          SELECT s.line, c.id FROM staged s
          JOIN contacts c ON c.customer_id = s.customer_id AND c.name_key = s.name
          WHERE c.deleted_at IS NULL AND (c.email IS NULL OR s.email IS NULL OR ${haveEmailInCommon})`,
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
      ...contactPointRefusals,
      {
        field: "isPrimary",
        code: "other_primary",
        // Of rows that say nothing, null, the rest would be looked at all the same.
        when: `v.is_primary IS TRUE AND c.is_primary IS NOT TRUE AND EXISTS (SELECT 1 ${otherPrimary})`,
        params: { name: `(SELECT o.name ${otherPrimary})` },
        ofNew: true,
        key: "primary_contact",
      },
    ],
  },
};
