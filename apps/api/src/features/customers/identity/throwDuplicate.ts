import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { brokenUniqueIndex } from "../../../platform/database/constraints.js";
import { Duplicate } from "../../../platform/errors.js";
import type { Values } from "../../../platform/records/write.js";
import type { Customer } from "../customer.entity.js";
import { taxIdsOf } from "./taxId.js";

// The second is over all tax IDs of live customers, in whichever place they stand.
const TAX_ID_INDEXES: ReadonlySet<string> = new Set([
  "customers_tax_id_key",
  "customer_tax_ids_key",
]);

/** Whether a write failed because another live customer has one of its tax IDs. */
export const isTaxIdTaken = (error: unknown): boolean =>
  TAX_ID_INDEXES.has(brokenUniqueIndex(error) ?? "");

/** A customer that would be written, with its id where it exists already. */
type Written = Values<Customer> & { id?: string };

/**
 * Throws Duplicate with a live customer that has a tax ID of one that is `written`. Called after the index rejected them
 * with `error`, which is rethrown if that customer no longer exists.
 */
export async function throwDuplicate(
  context: Context,
  written: readonly Written[],
  error: unknown,
): Promise<never> {
  const taxIds = written.flatMap(taxIdsOf);
  const own = written.flatMap(({ id }) => id ?? []);
  const existing = await context.db.row<{ id: string; number: string; legalName: string }>(sql`
    SELECT r.id, r.number, r.legal_name AS "legalName"
    FROM unnest(${taxIds.map(({ country }) => country)}::text[], ${taxIds.map(({ value }) => value)}::text[]) AS w (country, value)
    JOIN customer_tax_ids t ON t.country = w.country AND t.value = w.value
    JOIN customers r ON r.id = t.customer_id
    WHERE r.deleted_at IS NULL AND r.id <> ALL(${own}::uuid[]) LIMIT 1`);
  // Somebody else's, of whom the caller must not hear.
  if (!existing && context.actor.scope) throw new Duplicate(null);
  // Deleted in the meantime: the caller may simply try again.
  if (!existing) throw error;
  throw new Duplicate(context.actor.permissions.has("customers:read") ? existing : null);
}
