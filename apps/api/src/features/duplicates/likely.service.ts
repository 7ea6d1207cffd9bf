import { normaliseTaxId } from "@clientela/shared/customers/taxIdForms";
import sql, { join, type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { hasFurtherEmail, hasFurtherPhone } from "../customers/contact-points/contactPointSql.js";
import { normalisePhone } from "../customers/contact-points/phoneParts.js";
import { Customer } from "../customers/customer.entity.js";
import { comparedName } from "../customers/identity/comparedName.js";
import type { LikelyDuplicatesInput } from "./duplicate.input.js";
import { comparedDomain, type DuplicateReason, SIMILAR } from "./sameness.js";

/** An existing customer that may be the one being typed. */
export interface LikelyDuplicate {
  customer: Customer;
  reasons: DuplicateReason[];
  score: number;
}

/** The maximum number of results. */
export const MAX_SHOWN = 5;
const MAX_COMPARED = 200;
const SHORTEST_NAME = 4;
/** A phone with fewer digits identifies nobody, and no index finds it. */
const SHORTEST_PHONE = 6;
/** How much of a typed name must occur in the text that is searched, before names are compared as a whole. */
const CONTAINED = 0.7;

const atMost = (characters: number) => z.string().max(characters).nullish();

/** Limited to the length that a customer can have; values that are invalid otherwise find nothing. */
const lengths = z.object({
  legalName: atMost(200),
  email: atMost(254),
  phone: atMost(40),
  website: atMost(500),
  taxId: z.object({ value: atMost(60) }).nullish(),
  secondTaxId: z.object({ value: atMost(60) }).nullish(),
});

const given = (text: string | null | undefined): string | null => text?.trim() || null;

function sign(reason: DuplicateReason, score: Sql, from: Sql): Sql {
  return sql`(SELECT c.id, ${reason}::text AS reason, ${score} AS score ${from} LIMIT ${MAX_COMPARED})`;
}

/** The conditions under which the typed values match a customer `c`; none for values that were not typed. */
function signsOf(input: LikelyDuplicatesInput): Sql[] {
  const signs: Sql[] = [];
  const [name, email, website] = [input.legalName, input.email, input.website].map(given);
  const phone = given(input.phone);
  for (const taxId of [input.taxId, input.secondTaxId]) {
    if (!taxId || !given(taxId.value)) continue;
    const { country, value } = taxId;
    signs.push(
      sign(
        "SAME_TAX_ID",
        sql`1.0`,
        sql`FROM customer_tax_ids t JOIN customers c ON c.id = t.customer_id
        WHERE t.country = ${country} AND t.value = ${normaliseTaxId(country, value)} AND c.deleted_at IS NULL`,
      ),
    );
  }
  if (email) {
    signs.push(
      sign(
        "SAME_EMAIL",
        sql`0.9`,
        sql`FROM customers c
        WHERE lower(c.email) = lower(${email}) AND c.email IS NOT NULL AND c.deleted_at IS NULL`,
      ),
      sign(
        "SAME_EMAIL",
        sql`0.9`,
        sql`FROM customers c WHERE ${hasFurtherEmail("c", sql`${email}::text`)} AND c.deleted_at IS NULL`,
      ),
    );
  }
  const stored = phone && normalisePhone(phone, input.country);
  if (stored && stored.replace(/\D/g, "").length >= SHORTEST_PHONE) {
    signs.push(
      sign(
        "SAME_PHONE",
        sql`0.85`,
        sql`FROM customers c
        WHERE c.search_text LIKE ${`%${stored.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`} AND c.deleted_at IS NULL
          AND (c.phone = ${stored} OR ${hasFurtherPhone("c", sql`${stored}::text`)})`,
      ),
    );
  }
  if (email || website) {
    signs.push(
      sign(
        "SAME_DOMAIN",
        sql`0.5`,
        sql`FROM (SELECT ${comparedDomain(sql`${website}::text`, sql`${email}::text`)} AS domain) d
        JOIN comparison_keys k ON k.key = 'domain ' || d.domain JOIN customers c ON c.id = k.id
        WHERE c.deleted_at IS NULL`,
      ),
      sign(
        "SAME_DOMAIN",
        sql`0.5`,
        sql`FROM (SELECT ${comparedDomain(sql`${website}::text`, sql`${email}::text`)} AS domain) d
        JOIN customers c ON c.search_text LIKE '%@' || d.domain || '%'
        WHERE split_part(lower(c.email), '@', 2) = d.domain AND c.deleted_at IS NULL`,
      ),
    );
  }
  if (name && name.length >= SHORTEST_NAME) {
    // The operator takes its threshold from a setting, so the rows are selected in the statement that sets it.
    signs.push(
      sign(
        "SIMILAR_NAME",
        sql`c.likeness`,
        sql`FROM (
          SELECT c.id, greatest(
            similarity(${comparedName(sql`c.legal_name`)}, q.name),
            similarity(${comparedName(sql`c.trade_name`)}, q.name)) AS likeness
          FROM (
            SELECT ${comparedName(sql`${name}::text`)} AS name,
              set_config('pg_trgm.word_similarity_threshold', ${String(CONTAINED)}, true) AS threshold
          ) q
          CROSS JOIN LATERAL (
            SELECT c.id, c.legal_name, c.trade_name FROM customers c
            WHERE c.deleted_at IS NULL
              AND (CASE WHEN q.threshold IS NOT NULL THEN q.name END) <% c.search_text
            LIMIT ${MAX_COMPARED}
          ) c
        ) c WHERE c.likeness >= ${SIMILAR}`,
      ),
    );
  }
  return signs;
}

/** Existing customers that may be the one being typed, the likeliest first, five at most. */
export async function likelyDuplicates(
  context: Context,
  input: LikelyDuplicatesInput,
): Promise<LikelyDuplicate[]> {
  parseInput(lengths, input);
  const excludeId = input.excludeId == null ? null : parseId(input.excludeId, "excludeId");
  const signs = signsOf(input);
  if (signs.length === 0) return [];
  const rows = await context.db.rowsOf(
    Customer as new () => Customer & { reasons: DuplicateReason[]; score: string },
    sql`
      SELECT ${selectList(Customer, "r")}, f.reasons, f.score
      FROM (
        SELECT s.id, array_agg(DISTINCT s.reason) AS reasons,
          least(1, max(s.score) + 0.05 * (count(DISTINCT s.reason) - 1)) AS score
        FROM (${join(signs, " UNION ALL ")}) s GROUP BY s.id
      ) f
      JOIN customers r ON r.id = f.id
      WHERE r.id IS DISTINCT FROM ${excludeId}::uuid
      ORDER BY f.score DESC, r.id LIMIT ${MAX_SHOWN}`,
  );
  return rows.map(({ reasons, score, ...customer }) => ({
    customer: Object.assign(new Customer(), customer),
    reasons,
    score: Number(score),
  }));
}
