import sql, { type Sql } from "sql-template-tag";
import { columnsOf } from "../../platform/columns.js";
import type { Db } from "../../platform/db.js";
import type { ColumnRule, ImportPlan } from "../../platform/importer.js";
import { Customer } from "./customer.entity.js";

// What a row of a sheet can say about a customer that is there already.
const PATCHED = [
  "legalName",
  "tradeName",
  "taxIdCountry",
  "taxIdKind",
  "taxIdValue",
  "status",
  "email",
  "phone",
  "website",
  "street",
  "streetNumber",
  "complement",
  "district",
  "city",
  "region",
  "postalCode",
  "country",
  "ownerId",
  "tags",
  "notes",
  "currency",
  "paymentTermDays",
];

/** The columns that an import writes, with the properties that the history names. */
export const importedColumns = columnsOf(Customer).filter(({ property }) =>
  PATCHED.includes(property),
);

const columnNames = importedColumns.map(({ column }) => column);

/** Column -> property, for SQL that writes the history. */
export const propertyByColumn = JSON.stringify(
  Object.fromEntries(importedColumns.map(({ column, property }) => [column, property])),
);

// The three columns of a tax ID follow the one rule that a person sets.
function wholeRules(rules: Readonly<Record<string, ColumnRule>>): Record<string, ColumnRule> {
  const taxId = rules.tax_id_value;
  return taxId ? { ...rules, tax_id_country: taxId, tax_id_kind: taxId } : { ...rules };
}

const E_MAIL_PRIORITY = 4;

/**
 * For each row, the customers that it may mean. The first way that finds any decides: number, id in
 * another system, tax ID, an e-mail that one customer and one row have, name with postcode. A name
 * does not count where tax IDs or ids of one system say that they are two.
 */
const candidates: Sql = sql`
  SELECT s.line, c.id, 1 AS priority FROM staged s JOIN customers c ON c.number = s.number
    WHERE c.deleted_at IS NULL AND s.match_key IN ('AUTO', 'NUMBER')
  UNION ALL
  SELECT s.line, c.id, 2 FROM staged s
    JOIN customer_external_ids e ON e.source = s.external_source AND e.external_id = s.external_id
    JOIN customers c ON c.id = e.customer_id
    WHERE c.deleted_at IS NULL AND s.match_key IN ('AUTO', 'EXTERNAL_ID')
  UNION ALL
  SELECT s.line, c.id, 3 FROM staged s
    JOIN customers c ON c.tax_id_country = s.tax_id_country AND c.tax_id_value = s.tax_id_value
    WHERE c.deleted_at IS NULL AND s.match_key IN ('AUTO', 'TAX_ID')
  UNION ALL
  SELECT s.line, c.id, ${E_MAIL_PRIORITY}::int FROM staged s JOIN customers c ON lower(c.email) = s.email
    WHERE c.deleted_at IS NULL AND c.email IS NOT NULL
      AND (s.match_key = 'EMAIL' OR (s.match_key = 'AUTO' AND s.same_email = 1 AND s.apart IS NOT TRUE
        AND (c.tax_id_value IS NULL OR s.tax_id_value IS NULL)
        AND (SELECT count(*) FROM customers o WHERE lower(o.email) = s.email AND o.deleted_at IS NULL) = 1))
  UNION ALL
  SELECT s.line, c.id, 5 FROM staged s
    JOIN customers c ON c.name_key = s.name AND coalesce(c.postal_code, '') = s.postcode
    WHERE c.deleted_at IS NULL AND s.match_key IN ('AUTO', 'NAME')
      AND (c.tax_id_value IS NULL OR s.tax_id_value IS NULL
        OR (c.tax_id_country, c.tax_id_value) = (s.tax_id_country, s.tax_id_value))
      AND NOT EXISTS (
        SELECT 1 FROM customer_external_ids e WHERE e.customer_id = c.id AND e.source = s.external_source)`;

/** Classes the staged rows of an import, with what each would write; two statements, however many rows. */
export async function planCustomers(
  db: Db,
  { importId, matchKey, rules }: ImportPlan,
): Promise<void> {
  await db.execute(sql`ANALYZE import_rows`);
  await db.execute(sql`
    WITH staged AS MATERIALIZED (
      SELECT r.line, r."values", ${matchKey}::text AS match_key,
        r."values"->>'number' AS number,
        r."values"->>'external_source' AS external_source, r."values"->>'external_id' AS external_id,
        r."values"->>'tax_id_country' AS tax_id_country, r."values"->>'tax_id_value' AS tax_id_value,
        lower(r."values"->>'email') AS email,
        count(*) OVER (PARTITION BY lower(r."values"->>'email')) AS same_email,
        -- Rows of one system's ids are as many customers, whatever else they share.
        r."values" ? 'external_id' AS apart,
        fold(r."values"->>'legal_name') AS name, coalesce(r."values"->>'postal_code', '') AS postcode
      FROM import_rows r WHERE r.import_id = ${importId}::uuid AND r.class IS DISTINCT FROM 'ERROR'
    ),
    candidates AS (${candidates}),
    ranked AS (SELECT DISTINCT line, id, priority, min(priority) OVER (PARTITION BY line) AS best FROM candidates),
    found AS (
      SELECT line, min(id::text)::uuid AS id, count(*) AS matches FROM ranked WHERE priority = best GROUP BY line
    ),
    placed AS (
      SELECT s.*, f.id AS found_id, coalesce(f.matches, 0) AS matches,
        CASE WHEN f.matches = 1 THEN min(s.line) OVER (PARTITION BY f.id) END AS first_of_record,
        CASE WHEN s.number IS NOT NULL THEN min(s.line) OVER (PARTITION BY s.number) END AS first_of_number,
        CASE WHEN s.external_id IS NOT NULL THEN min(s.line) OVER (PARTITION BY s.external_source, s.external_id) END AS first_of_external,
        CASE WHEN s.tax_id_value IS NOT NULL THEN min(s.line) OVER (PARTITION BY s.tax_id_country, s.tax_id_value) END AS first_of_tax,
        min(s.line) OVER (PARTITION BY s.name, s.postcode, s.tax_id_country, s.tax_id_value, s.external_source, s.external_id) AS first_of_name
      FROM staged s LEFT JOIN found f USING (line)
    ),
    judged AS (
      SELECT p.*, c.id AS record_id, c.version AS record_version, to_jsonb(c) AS before,
        nullif(least(p.first_of_record, p.first_of_number, p.first_of_external, p.first_of_tax,
          CASE WHEN p.matches = 0 THEN p.first_of_name END), p.line) AS repeats,
        (c.id IS NOT NULL AND p.external_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM customer_external_ids e
          WHERE e.customer_id = c.id AND e.source = p.external_source AND e.external_id = p.external_id)) AS new_external_id
      FROM placed p LEFT JOIN customers c ON c.id = p.found_id AND p.matches = 1
    ),
    diffed AS (
      SELECT j.line, j.record_id, j.record_version, j.repeats, j.matches, j.new_external_id,
        CASE WHEN j.record_id IS NOT NULL THEN (
          SELECT jsonb_object_agg(v.key, jsonb_build_array(j.before->v.key, v.value))
          FROM jsonb_each(j."values") v
          WHERE v.key = ANY(${columnNames}::text[]) AND j.before->v.key IS DISTINCT FROM v.value
            AND CASE ${JSON.stringify(wholeRules(rules))}::jsonb->>v.key
              WHEN 'NEVER' THEN false
              WHEN 'FILL_BLANKS' THEN coalesce(j.before->v.key, 'null') IN ('null', '[]')
              ELSE true END
        ) END AS changes
      FROM judged j
    )
    UPDATE import_rows r SET
      class = CASE
        WHEN d.repeats IS NOT NULL OR d.matches > 1 THEN 'DUPLICATE'
        WHEN d.record_id IS NULL THEN 'NEW'
        WHEN d.changes IS NULL AND NOT d.new_external_id THEN 'UNCHANGED'
        ELSE 'UPDATE' END,
      record_id = CASE WHEN d.repeats IS NULL AND d.matches = 0 THEN uuid_v7() ELSE d.record_id END,
      record_version = d.record_version,
      changes = d.changes,
      patch = (SELECT jsonb_object_agg(key, value->1) FROM jsonb_each(d.changes)),
      issues = r.issues || CASE
        WHEN d.repeats IS NOT NULL THEN jsonb_build_array(jsonb_build_object(
          'field', NULL, 'code', 'duplicate_in_file', 'severity', 'warning', 'params', jsonb_build_object('line', d.repeats)))
        WHEN d.matches > 1 THEN jsonb_build_array(jsonb_build_object(
          'field', NULL, 'code', 'ambiguous', 'severity', 'warning', 'params', jsonb_build_object('count', d.matches)))
        ELSE '[]' END
    FROM diffed d WHERE r.import_id = ${importId}::uuid AND r.line = d.line`);
}
