import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { forgetInJobs } from "../../platform/jobs/forgetInJobs.js";
import type { Erasure } from "../../platform/records/eraser.js";
import { remember } from "../../platform/records/history.js";
import { assertVersion, lockRecord } from "../../platform/records/write.js";
import { Customer } from "../customers/customer.entity.js";
import { notMerged } from "../customers/customer.loaders.js";
import { customerSubject } from "../customers/customer.service.js";
import { NAMING_FIELDS } from "../customers/data-deletion/customer.eraser.js";
import type { EraseCustomerPersonalDataInput } from "./erasure.input.js";

// A shorter value could be part of any text.
const SHORTEST_SIGN = 5;
/** The fields of customers and contacts by whose values the person may have been searched. */
const TELLING_FIELDS: readonly string[] = [
  "legalName",
  "tradeName",
  "name",
  "email",
  "furtherEmails",
  "phone",
  "furtherPhones",
  "website",
  "taxIdValue",
  "secondTaxIdValue",
];
/** What changes `c` of the history say: a value as text, and each value of a list of e-mail addresses or phones. */
const said = sql`(
  SELECT CASE jsonb_typeof(x.value->0) WHEN 'object' THEN NULL ELSE x.value #>> '{}' END
  FROM (VALUES (c.change->'old'), (c.change->'new')) x (value)
  UNION ALL SELECT p.point->>'value'
  FROM (VALUES (c.change->'old'), (c.change->'new')) x (value)
  CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(x.value->0) WHEN 'object' THEN x.value END) p (point))`;
/** Fields that identify the customer in filters, and similar ones. */
const TRAITS: readonly string[] = ["tags", "city"];
const PHONES: readonly string[] = ["phone", "furtherPhones"];

async function erasureOf(
  { db }: Context,
  customer: Customer,
  includeFiles: boolean,
): Promise<Erasure> {
  const merged = await db.rows<{ id: string }>(sql`
    SELECT r.id FROM customers r JOIN merged_customers m ON m.id = r.id
    WHERE m.survivor_id = ${customer.id}::uuid ORDER BY r.id FOR UPDATE OF r`);
  const customerIds = [customer.id, ...merged.map(({ id }) => id)];
  // Every write is in the history, so all previous values are found there.
  const signs = await db.rows<{ sign: string }>(sql`
    SELECT DISTINCT v.sign FROM activity r
    CROSS JOIN LATERAL jsonb_array_elements(r.changes) c (change)
    CROSS JOIN LATERAL ${said} v (sign)
    WHERE r.customer_id = ANY(${customerIds}::uuid[]) AND r.record_type IN ('Customer', 'Contact')
      AND c.change->>'field' IN ('email', 'furtherEmails', 'taxIdValue', 'secondTaxIdValue') AND length(v.sign) >= ${SHORTEST_SIGN}`);
  const values = await db.rows<{ field: string; text: string }>(sql`
    SELECT DISTINCT c.change->>'field' AS field, v.text FROM activity r
    CROSS JOIN LATERAL jsonb_array_elements(r.changes) c (change)
    CROSS JOIN LATERAL ${said} v (text)
    WHERE r.customer_id = ANY(${customerIds}::uuid[]) AND r.record_type IN ('Customer', 'Contact')
      AND c.change->>'field' = ANY(${[...TELLING_FIELDS, ...TRAITS]}::text[]) AND v.text <> ''`);
  const isTrait = ({ field }: { field: string }) => TRAITS.includes(field);
  return {
    recordIds: customerIds,
    includeFiles,
    signs: signs.map(({ sign }) => sign),
    phones: values.filter(({ field }) => PHONES.includes(field)).map(({ text }) => text),
    texts: values
      .filter((one) => !isTrait(one) && one.text.length >= SHORTEST_SIGN)
      .map(({ text }) => text),
    traits: values.filter(isTrait).map(({ text }) => text),
  };
}

/** Records the deletion in the history; only the transaction that did so may blank history. */
async function tellErasure(
  context: Context,
  { id }: Customer,
  includeFiles: boolean,
): Promise<void> {
  const [entry] = await remember(context, [
    {
      parentId: id,
      recordType: "Customer",
      recordId: id,
      action: "erased",
      changes: [{ field: "files", old: null, new: includeFiles }],
    },
  ]);
  await context.db.execute(sql`SELECT set_config('clientela.erasure', ${entry}, true)`);
  context.announce({ name: "customer.erased", id, parentId: id });
}

async function eraseHistory(context: Context, erasure: Erasure): Promise<void> {
  const ids = [...erasure.recordIds];
  const fields: Record<string, string[]> = {};
  for (const { history } of context.app.registry.erasers) {
    for (const [type, names] of Object.entries(history?.(erasure) ?? {})) {
      fields[type] = [...(fields[type] ?? []), ...names];
    }
  }
  const blanked = (which: Sql) => sql`(
    SELECT coalesce(jsonb_agg(CASE WHEN ${which}
      THEN jsonb_build_object('field', c.change->'field', 'old', null, 'new', null, 'erased', true)
      ELSE c.change END ORDER BY c.place), '[]')
    FROM jsonb_array_elements(r.changes) WITH ORDINALITY c (change, place))`;
  const naming = sql`c.change->>'field' = ANY(${[...NAMING_FIELDS]}::text[])`;
  // Histories of other customers name these as "C-000042 Name", and the histories of these name the others so.
  await context.db.execute(sql`
    UPDATE activity r SET changes = ${blanked(sql`${naming} AND concat(c.change->>'old', c.change->>'new') ~ n.pattern`)}
    FROM (SELECT string_agg(number || ' ', '|') AS pattern FROM customers WHERE id = ANY(${ids}::uuid[])) n
    WHERE r.record_type = 'Customer' AND r.action IN ('merged_into', 'merged', 'unmerged', 'duplicate_dismissed', 'duplicate_proposed')
      AND r.record_id IN (
        SELECT o.id FROM activity h
        CROSS JOIN LATERAL jsonb_array_elements(h.changes) c (change)
        CROSS JOIN LATERAL regexp_matches(concat_ws(' ', c.change->>'old', c.change->>'new'), 'C-[0-9]+', 'g') m (found)
        JOIN customers o ON o.number = m.found[1]
        WHERE h.record_id = ANY(${ids}::uuid[]) AND ${naming} AND o.id <> ALL(${ids}::uuid[]))`);
  await context.db.execute(sql`
    UPDATE activity r SET note = NULL,
      changes = ${blanked(sql`${JSON.stringify(fields)}::jsonb->r.record_type ? (c.change->>'field')`)}
    WHERE r.customer_id = ANY(${ids}::uuid[])`);
}

/**
 * Blanks personal data: of the customer, of all that were merged into it, their contacts and addresses, in
 * history and imports, and deletes their files if requested. Documents and work records stay.
 * Throws NotFound, and Conflict for a stale version.
 */
export async function eraseCustomerPersonalData(
  context: Context,
  input: EraseCustomerPersonalDataInput,
): Promise<Customer> {
  const customer = await lockRecord(context, Customer, parseId(input.id), notMerged);
  await assertVersion(context, customerSubject, customer, input.version, []);
  const erasure = await erasureOf(context, customer, input.includeFiles ?? true);
  await tellErasure(context, customer, erasure.includeFiles);
  await eraseHistory(context, erasure);
  for (const { erase } of context.app.registry.erasers) await erase?.(context, erasure);
  await forgetInJobs(context.db, erasure.texts);
  return lockRecord(context, Customer, customer.id, sql`true`);
}
