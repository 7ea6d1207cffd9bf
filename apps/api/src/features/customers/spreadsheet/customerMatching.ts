import sql, { join, raw, type Sql } from "sql-template-tag";
import type { MatchStrategy } from "../../../platform/sheets/importTable.js";
import {
  allFurtherEmails,
  furtherPhones,
  hasEmailOfRow,
} from "../contact-points/contactPointSql.js";
import { Customer } from "../customer.entity.js";
import { namesAgree } from "../identity/comparedName.js";
import { importedExternalIds } from "./importExternalIds.js";
import { sameTaxId as rowsTaxId, taxIdsDisagree } from "./taxIdImportTable.js";

const live = sql`c.deleted_at IS NULL`;

const sameTaxId = raw(rowsTaxId);
const oneHasNoTaxId = sql`(c.tax_id_value IS NULL OR s.tax_id_value IS NULL)`;
const sameEmail = hasEmailOfRow("c");
const samePhone = sql`coalesce(c.phone = s.phone OR ${furtherPhones("c")} @> ARRAY[lower(s.phone)], false)`;
const NAMES_OF_ROW = [sql`s.name`, sql`s.trade_name`];
const NAMES_OF_CUSTOMER = [sql`c.legal_name`, sql`c.trade_name`];
const sameName = sql`(${join(
  NAMES_OF_ROW.flatMap((one) => NAMES_OF_CUSTOMER.map((other) => namesAgree(one, other))),
  " OR ",
)})`;

/**
 * Why the customer `c` that a row `s` names by an id may be another one: their tax IDs differ, or one has none and
 * neither the names nor an e-mail or phone agree.
 */
const doubtOfId = sql`CASE WHEN CASE WHEN ${oneHasNoTaxId} THEN ${sameEmail} OR ${samePhone} OR ${sameName} ELSE ${sameTaxId} END
  THEN NULL ELSE 'id_of_another' END`;

/** What a person recognises a customer `o` by, as an expression. */
export const CUSTOMER_LABEL = "o.number || ' ' || o.legal_name";

/** How rows find customers by their ids in other systems, and write these. */
export const externalIds = importedExternalIds({
  type: Customer,
  label: CUSTOMER_LABEL,
  doubt: doubtOfId,
});

// By a main e-mail that one customer and one row have; it does not count where tax IDs or ids of one system say that they
// are two. Where rows are to be found by e-mail alone, any customer that has it counts.
const byMainEmail = (alone: boolean): Sql => sql`
  SELECT s.line, c.id, CASE WHEN ${samePhone} OR ${sameName} THEN NULL ELSE 'email_of_another' END
  FROM staged s JOIN customers c ON lower(c.email) = s.email
  WHERE ${live} AND c.email IS NOT NULL ${
    alone
      ? sql``
      : sql`
    AND s.external_ids IS NULL AND ${oneHasNoTaxId}
    AND NOT EXISTS (SELECT 1 FROM staged o WHERE o.email = s.email AND o.line <> s.line)
    AND NOT EXISTS (SELECT 1 FROM customers o WHERE lower(o.email) = s.email AND o.deleted_at IS NULL AND o.id <> c.id)`
  }`;

// By an e-mail that is a further one of the customer, of the row, or of both. Both sets are mostly empty, and are read once.
const byFurtherEmail = (alone: boolean): Sql => sql`
  SELECT s.line, c.id, CASE WHEN ${samePhone} OR ${sameName} THEN NULL ELSE 'email_of_another' END
  FROM (
    SELECT x.line, f.id FROM (
      SELECT s.line, s.email FROM staged s WHERE s.email IS NOT NULL
      UNION ALL SELECT s.line, unnest(s.further_emails::text[]) FROM staged s WHERE s.further_emails IS NOT NULL
    ) x JOIN known_further f ON f.email = x.email
    UNION SELECT x.line, c.id FROM (
      SELECT s.line, unnest(s.further_emails::text[]) AS email FROM staged s WHERE s.further_emails IS NOT NULL
    ) x JOIN customers c ON lower(c.email) = x.email AND c.email IS NOT NULL AND c.deleted_at IS NULL
  ) p JOIN staged s ON s.line = p.line JOIN customers c ON c.id = p.id
  ${alone ? sql`` : sql`WHERE s.external_ids IS NULL AND ${oneHasNoTaxId}`}`;

const byEmail = (alone: boolean): Sql => sql`
  WITH known_further AS MATERIALIZED (${allFurtherEmails})
  ${byMainEmail(alone)} UNION ${byFurtherEmail(alone)}`;

/** So many customers of one name are looked at for a row that nothing but its name finds. */
const MAX_NAMESAKES = 50;

// A name needs another key that agrees. Without one it only proposes: first customers that nothing speaks against
// ("name_alone"), else those that something does ("namesake"). Another tax ID, or another id in the same system,
// makes another customer.
const byName = (_alone: boolean, remaining: Sql): Sql => sql`
  WITH named AS MATERIALIZED (
    SELECT s.* FROM ${remaining} s WHERE s.name IS NOT NULL
  ), known AS MATERIALIZED (
    SELECT c.id, c.name_key, lower(c.email) AS email, c.phone, fold(c.city) AS city, c.postal_code, c.tax_id_country, c.tax_id_kind, c.tax_id_value,
      c.second_tax_id_country, c.second_tax_id_kind, c.second_tax_id_value,
      row_number() OVER (PARTITION BY c.name_key ORDER BY c.id) AS place
    FROM customers c WHERE ${live} AND c.name_key IN (SELECT name FROM named)
  ), pairs AS (
    SELECT s.line, c.id, true AS agrees, false AS contradicts FROM named s JOIN known c ON c.name_key = s.name AND c.email = s.email
    WHERE ${mayBeOne()}
    UNION SELECT s.line, c.id, true, false FROM named s JOIN known c ON c.name_key = s.name AND c.phone = s.phone
    WHERE ${mayBeOne()}
    UNION SELECT s.line, c.id, true, false FROM named s
    JOIN known c ON c.name_key = s.name AND c.city = s.city AND c.postal_code = s.postcode
    WHERE ${mayBeOne()}
    UNION SELECT s.line, c.id, false, s.number IS NOT NULL OR coalesce(c.email <> s.email, false) OR coalesce(c.phone <> s.phone, false)
      OR coalesce(c.city <> s.city, false) OR coalesce(c.postal_code <> s.postcode, false)
    FROM named s JOIN known c ON c.name_key = s.name AND c.place <= ${MAX_NAMESAKES}
    WHERE ${mayBeOne()}
  )
  SELECT q.line, q.id, CASE WHEN q.agrees THEN NULL WHEN q.contradicts THEN 'namesake' ELSE 'name_alone' END FROM (
    SELECT p.*, bool_or(p.agrees) OVER w AS any_agrees, bool_and(p.contradicts) OVER w AS all_contradict
    FROM pairs p WINDOW w AS (PARTITION BY p.line)
  ) q WHERE CASE WHEN q.any_agrees THEN q.agrees ELSE q.all_contradict OR NOT q.contradicts END`;

// The first one of both is certain. One that is in another place may be that of somebody who stands behind several
// companies: it does not count where the others differ. Few rows and customers have a second one.
const byTaxId = (): Sql => {
  const doubt = sql`CASE WHEN ${raw(taxIdsDisagree("s", "c"))} THEN 'key_of_another' END`;
  return sql`
    SELECT s.line, c.id, NULL FROM staged s
    JOIN customers c ON c.tax_id_country = s.tax_id_country AND c.tax_id_value = s.tax_id_value WHERE ${live}
    UNION SELECT s.line, c.id, ${doubt} FROM staged s
    JOIN customers c ON c.second_tax_id_country = s.tax_id_country AND c.second_tax_id_value = s.tax_id_value WHERE ${live}
    UNION SELECT s.line, c.id, ${doubt} FROM staged s
    JOIN customer_tax_ids t ON t.country = s.second_tax_id_country AND t.value = s.second_tax_id_value
    JOIN customers c ON c.id = t.customer_id
    WHERE s.second_tax_id_value IS NOT NULL AND (c.tax_id_country, c.tax_id_value) IS DISTINCT FROM (s.tax_id_country, s.tax_id_value)`;
};

function mayBeOne(): Sql {
  return sql`(${oneHasNoTaxId} OR ${sameTaxId}) AND (s.external_ids IS NULL OR NOT EXISTS (
    SELECT 1 FROM external_ids e WHERE e.record_id = c.id AND e.live
      AND EXISTS (
        SELECT 1 FROM jsonb_to_recordset(s.external_ids::jsonb) AS k (source text) WHERE lower(k.source) = lower(e.source))))`;
}

/** How rows of a sheet find customers, the surest way first. */
export const customerMatchStrategies: readonly MatchStrategy[] = [
  {
    matchKey: "NUMBER",
    keys: ["number"],
    mayDoubt: true,
    find: () => sql`
      SELECT s.line, c.id, ${doubtOfId} FROM staged s JOIN customers c ON c.number = s.number WHERE ${live}`,
  },
  externalIds.strategy,
  {
    matchKey: "TAX_ID",
    keys: ["tax_id_value", "second_tax_id_value"],
    mayDoubt: true,
    find: byTaxId,
  },
  { matchKey: "EMAIL", keys: ["email", "further_emails"], mayDoubt: true, find: byEmail },
  { matchKey: "NAME", keys: ["name"], mayDoubt: true, find: byName },
];
