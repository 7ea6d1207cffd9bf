import sql, { type Sql } from "sql-template-tag";
import { MAX_PARTS } from "../../../platform/records/parts.js";
import type {
  ImportTable,
  MatchStrategy,
  OwnedKey,
  RowPart,
} from "../../../platform/sheets/importTable.js";
import { Customer } from "../customer.entity.js";

const live = sql`c.deleted_at IS NULL`;

// An e-mail that one customer and one row have; it does not count where tax IDs or ids of one system
// say that they are two. Told to go by it, any customer that has it counts.
const byEmail = (alone: boolean): Sql => sql`
  SELECT s.line, c.id FROM staged s JOIN customers c ON lower(c.email) = s.email
  WHERE ${live} AND c.email IS NOT NULL ${
    alone
      ? sql``
      : sql`
    AND s.external_id IS NULL AND (c.tax_id_value IS NULL OR s.tax_id_value IS NULL)
    AND NOT EXISTS (SELECT 1 FROM staged o WHERE o.email = s.email AND o.line <> s.line)
    AND NOT EXISTS (SELECT 1 FROM customers o WHERE lower(o.email) = s.email AND o.deleted_at IS NULL AND o.id <> c.id)`
  }`;

const byName = (): Sql => sql`
  SELECT s.line, c.id FROM staged s
  JOIN customers c ON c.name_key = s.name AND coalesce(c.postal_code, '') = s.postcode
  WHERE ${live} AND (c.tax_id_value IS NULL OR s.tax_id_value IS NULL
      OR (c.tax_id_country, c.tax_id_value) = (s.tax_id_country, s.tax_id_value))
    AND NOT EXISTS (
      SELECT 1 FROM customer_external_ids e WHERE e.customer_id = c.id AND e.source = s.external_source)`;

const matchStrategies: MatchStrategy[] = [
  {
    matchKey: "NUMBER",
    keys: ["number"],
    find: () => sql`
      SELECT s.line, c.id FROM staged s JOIN customers c ON c.number = s.number WHERE ${live}`,
  },
  {
    matchKey: "EXTERNAL_ID",
    keys: ["external_id"],
    find: () => sql`
      SELECT s.line, c.id FROM staged s
      JOIN customer_external_ids e ON e.source = s.external_source AND e.external_id = s.external_id
      JOIN customers c ON c.id = e.customer_id WHERE ${live}`,
  },
  {
    matchKey: "TAX_ID",
    keys: ["tax_id_value"],
    find: () => sql`
      SELECT s.line, c.id FROM staged s
      JOIN customers c ON c.tax_id_country = s.tax_id_country AND c.tax_id_value = s.tax_id_value
      WHERE ${live}`,
  },
  { matchKey: "EMAIL", keys: ["email"], find: byEmail },
  { matchKey: "NAME", keys: ["name"], find: byName },
];

const externalIds: RowPart = {
  table: "customer_external_ids",
  change: sql`'external_id', CASE WHEN s.external_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM customer_external_ids e
    WHERE e.customer_id = c.id AND e.source = s.external_source AND e.external_id = s.external_id
  ) THEN jsonb_build_array(NULL, s.external_source || ': ' || s.external_id) END`,
  add: (within) => sql`
    INSERT INTO customer_external_ids AS e (customer_id, source, external_id)
    SELECT DISTINCT ON (2, 3) p.record_id, r."values"->>'external_source', r."values"->>'external_id'
    FROM import_plan p JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line
    WHERE ${within} AND r."values" ? 'external_id' AND (p.class = 'NEW' OR p.changes ? 'external_id')
    -- A customer in the trash gives its id up.
    ON CONFLICT (source, external_id) DO UPDATE SET customer_id = excluded.customer_id
    WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = e.customer_id AND c.deleted_at IS NOT NULL)`,
  remove: sql`
    DELETE FROM customer_external_ids e USING import_plan u
    WHERE u.changes ? 'external_id' AND e.customer_id = u.record_id
      AND e.source || ': ' || e.external_id = u.changes->'external_id'->>1`,
};

const who = sql`o.number || ' ' || o.legal_name`;

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
    find: sql`
      SELECT s.line, o.id, ${who} FROM staged s JOIN customers o ON o.number = s.number
      WHERE o.deleted_at IS NULL`,
  },
  {
    field: "taxId",
    code: "taken_by",
    column: "tax_id_value",
    find: sql`
      SELECT s.line, o.id, ${who} FROM staged s
      JOIN customers o ON o.tax_id_country = s.tax_id_country AND o.tax_id_value = s.tax_id_value
      WHERE o.deleted_at IS NULL`,
  },
  {
    field: "externalId",
    code: "taken_by",
    column: "external_id",
    find: sql`
      SELECT s.line, o.id, ${who} FROM staged s
      JOIN customer_external_ids e ON e.source = s.external_source AND e.external_id = s.external_id
      JOIN customers o ON o.id = e.customer_id WHERE o.deleted_at IS NULL`,
  },
];

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
    status: "text",
    email: "text",
    phone: "text",
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
  },
  follows: { tax_id_country: "tax_id_value", tax_id_kind: "tax_id_value" },
  onCreate: { number: { type: "text", value: "coalesce(v.number, next_customer_number())" } },
  defaults: { status: "coalesce(v.status, 'ACTIVE')", tags: "coalesce(v.tags, '{}')" },
  alsoOnUpdate: `status_before_archive = CASE
    WHEN v.status = 'ARCHIVED' AND p.changes ? 'status' THEN c.status ELSE c.status_before_archive END`,
  alsoOnUndo: `status_before_archive = CASE
    WHEN u.changes->'status'->>1 = 'ARCHIVED' THEN NULL ELSE c.status_before_archive END`,
  keys: {
    number: sql`r."values"->>'number'`,
    external_source: sql`r."values"->>'external_source'`,
    external_id: sql`r."values"->>'external_id'`,
    tax_id_country: sql`r."values"->>'tax_id_country'`,
    tax_id_value: sql`r."values"->>'tax_id_value'`,
    email: sql`lower(r."values"->>'email')`,
    name: sql`fold(r."values"->>'legal_name')`,
    postcode: sql`coalesce(r."values"->>'postal_code', '')`,
  },
  matchStrategies,
  // The next number that is given is none of those that came in.
  beforeCreate: (within) => sql`
    SELECT setval('customer_number_seq', came.last) FROM (
      SELECT max(substring(r."values"->>'number' FROM '^C-([0-9]{1,15})$')::bigint) AS last
      FROM import_plan p JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line
      WHERE ${within} AND r."values" ? 'number'
    ) came WHERE came.last > (SELECT last_value FROM customer_number_seq)`,
  parts: [externalIds],
  most: MAX_PARTS,
  competingKeys: [["email"]],
  newShouldHave: { anyOf: ["street", "city", "postal_code"], code: "address_missing" },
  owned,
  noRepeats: [
    { keys: ["number"] },
    { keys: ["external_source", "external_id"] },
    { keys: ["tax_id_country", "tax_id_value"] },
    {
      keys: [
        "name",
        "postcode",
        "tax_id_country",
        "tax_id_value",
        "external_source",
        "external_id",
      ],
      amongNew: true,
    },
  ],
};
