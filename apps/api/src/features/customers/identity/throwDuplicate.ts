import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { Duplicate } from "../../../platform/errors.js";

/** A tax ID as rows hold it. */
interface HeldTaxId {
  taxIdCountry?: string | null;
  taxIdValue?: string | null;
}

/** The unique index on the tax IDs of live customers. */
export const TAX_ID_INDEX = "customers_tax_id_key";

/**
 * Throws Duplicate with a live customer that has one of the tax IDs. Called after the index
 * rejected them with `error`, which is rethrown if that customer no longer exists.
 */
export async function throwDuplicate(
  context: Context,
  wanted: readonly HeldTaxId[],
  error: unknown,
): Promise<never> {
  const existing = await context.db.row<{ id: string; number: string; legalName: string }>(sql`
    SELECT r.id, r.number, r.legal_name AS "legalName"
    FROM unnest(${wanted.map((one) => one.taxIdCountry)}::text[], ${wanted.map((one) => one.taxIdValue)}::text[]) AS w (country, value)
    JOIN customers r ON r.tax_id_country = w.country AND r.tax_id_value = w.value
    WHERE r.deleted_at IS NULL LIMIT 1`);
  // Somebody else's, of whom the caller must not hear.
  if (!existing && context.actor.scope) throw new Duplicate(null);
  // Deleted in the meantime: the caller may simply try again.
  if (!existing) throw error;
  throw new Duplicate(context.actor.permissions.has("customers:read") ? existing : null);
}
