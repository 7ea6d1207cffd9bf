import sql, { raw } from "sql-template-tag";
import { MAX_PARTS } from "../../../platform/records/parts.js";
import type { ImportTable, OwnedKey, UniqueInFile } from "../../../platform/sheets/importTable.js";
import {
  contactPointDefaults,
  contactPointFollows,
  contactPointRefusals,
  contactPointResults,
  contactPointWrites,
  furtherEmailsKey,
} from "../contact-points/contactPointImportTable.js";
import { Customer } from "../customer.entity.js";
import { CUSTOMER_LABEL, customerMatchStrategies, externalIds } from "./customerMatching.js";
import { repeatedExternalId } from "./importExternalIds.js";
import {
  ownedTaxIds,
  repeatedTaxIds,
  secondTaxIdRefusal,
  taxIdFollows,
  taxIdKeys,
  taxIdResults,
} from "./taxIdImportTable.js";

const who = raw(CUSTOMER_LABEL);

const owned: OwnedKey[] = [
  {
    field: "number",
    code: "taken_in_trash",
    column: "number",
    ofNew: true,
    find: sql`
      SELECT s.line, o.id, ${who} FROM staged s JOIN customers o ON o.number = s.number
      WHERE o.deleted_at IS NOT NULL`,
  },
  {
    field: "number",
    code: "taken_by",
    column: "number",
    ofNew: true,
    isLive: true,
    find: sql`
      SELECT s.line, o.id, ${who} FROM staged s JOIN customers o ON o.number = s.number
      WHERE o.deleted_at IS NULL`,
  },
  ...ownedTaxIds(CUSTOMER_LABEL),
  externalIds.owned,
];

// Rows with other keys than these are two customers, whatever else they share.
const DISTINGUISHING = ["number", "tax_id_country", "tax_id_value", "external_ids"];

const noRepeats: UniqueInFile[] = [
  { keys: ["number"] },
  repeatedExternalId,
  ...repeatedTaxIds,
  {
    keys: ["name", "email", "phone", "city", "postcode", ...DISTINGUISHING],
    amongNew: true,
  },
  { keys: ["name", "email", ...DISTINGUISHING], amongNew: true, given: ["email"] },
  { keys: ["name", "phone", ...DISTINGUISHING], amongNew: true, given: ["phone"] },
  {
    keys: ["name", "city", "postcode", ...DISTINGUISHING],
    amongNew: true,
    given: ["city", "postcode"],
    without: ["email", "phone"],
  },
  {
    keys: ["name"],
    amongNew: true,
    without: ["email", "phone", "city", "postcode", ...DISTINGUISHING],
  },
];

// The number of another customer is not the number of one that somebody decided to create.
const isNumberKept = `NOT coalesce(p.issues @> '[{"code": "id_not_kept", "field": "number"}]', false)`;

/** How rows of a sheet find, make and change customers. */
export const customerImportTable: ImportTable = {
  type: Customer,
  recordType: "Customer",
  writes: {
    legalName: "text",
    tradeName: "text",
    taxIdCountry: "text",
    taxIdKind: "text",
    taxIdValue: "text",
    secondTaxIdCountry: "text",
    secondTaxIdKind: "text",
    secondTaxIdValue: "text",
    status: "text",
    email: "text",
    phone: "text",
    ...contactPointWrites,
    website: "text",
    street: "text",
    streetNumber: "text",
    complement: "text",
    district: "text",
    city: "text",
    region: "text",
    postalCode: "text",
    country: "text",
    ownerId: "uuid",
    tags: "text[]",
    notes: "text",
    currency: "text",
    paymentTermDays: "integer",
    creditLimit: "numeric",
  },
  ownerColumn: "owner_id",
  follows: {
    ...taxIdFollows,
    ...contactPointFollows,
  },
  onCreate: {
    number: {
      type: "text",
      value: `coalesce(CASE WHEN ${isNumberKept} THEN v.number END, next_customer_number())`,
      isKept: isNumberKept,
    },
  },
  defaults: {
    status: "coalesce(v.status, 'ACTIVE')",
    tags: "coalesce(v.tags, '{}')",
    ...contactPointDefaults,
  },
  results: { ...contactPointResults, ...taxIdResults },
  refusals: [...contactPointRefusals, secondTaxIdRefusal],
  alsoOnUpdate: `status_before_archive = CASE
    WHEN v.status = 'ARCHIVED' AND p.changes ? 'status' THEN c.status ELSE c.status_before_archive END`,
  alsoOnUndo: `status_before_archive = CASE
    WHEN u.changes->'status'->>1 = 'ARCHIVED' THEN NULL ELSE c.status_before_archive END`,
  keys: {
    number: sql`r."values"->>'number'`,
    ...externalIds.keys,
    ...taxIdKeys,
    email: sql`lower(r."values"->>'email')`,
    ...furtherEmailsKey,
    phone: sql`r."values"->>'phone'`,
    name: sql`fold(r."values"->>'legal_name')`,
    trade_name: sql`fold(r."values"->>'trade_name')`,
    city: sql`fold(r."values"->>'city')`,
    postcode: sql`r."values"->>'postal_code'`,
  },
  matchStrategies: customerMatchStrategies,
  label: CUSTOMER_LABEL,
  harmlessDoubt: "name_alone",
  // The next number that is given is none of those that came in.
  beforeCreate: (within) => sql`
    SELECT setval('customer_number_seq', came.last) FROM (
      SELECT max(substring(r."values"->>'number' FROM '^C-([0-9]{1,15})$')::bigint) AS last
      FROM import_plan p JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line
      WHERE ${within} AND r."values" ? 'number'
    ) came WHERE came.last > (SELECT last_value FROM customer_number_seq)`,
  parts: [externalIds.part],
  most: MAX_PARTS,
  competingKeys: [["email"]],
  newShouldHave: { anyOf: ["street", "city", "postal_code"], code: "address_missing" },
  owned,
  noRepeats,
};
