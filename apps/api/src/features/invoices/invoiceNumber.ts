import type { InvoiceKind } from "@clientela/shared/records/enums";
import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { type NumberSeries, nextNumber } from "../documents/number.service.js";

/** The series that numbers invoices of a kind. */
export const seriesOf = (kind: InvoiceKind): NumberSeries =>
  kind === "SALES" ? "invoice" : "purchase";

/** The number of a new invoice: the supplier's own if it is given, else the next of its series. */
export function numberFor(
  context: Context,
  kind: InvoiceKind,
  given: string | null | undefined,
): Promise<string> {
  if (given) return Promise.resolve(given);
  return nextNumber(context, seriesOf(kind));
}

// Customers share this many locks, so that many of them take few.
const NUMBER_LOCKS = 64;

/** Lets those who write suppliers' numbers for the same customers take turns until the transaction ends. */
export async function lockSupplierNumbers(
  { db }: Context,
  customerIds: readonly string[],
): Promise<void> {
  await db.execute(sql`
    SELECT pg_advisory_xact_lock(hashtext('supplier numbers'), l.lock) FROM (
      SELECT DISTINCT abs(hashtext(c.id) % ${NUMBER_LOCKS}::int) AS lock FROM unnest(${customerIds}::text[]) AS c (id)
      ORDER BY 1) l`);
}

/**
 * Makes sure that no other live purchase invoice of the customer has the number: it would be paid
 * twice. Throws Invalid. Two that are written at the same moment take turns.
 */
export async function assertNewNumber(
  context: Context,
  invoice: { id?: string; customerId: string; number: string },
): Promise<void> {
  const { id = null, customerId, number } = invoice;
  await lockSupplierNumbers(context, [customerId]);
  const known = await context.db.row(sql`
    SELECT r.id FROM invoices r
    WHERE r.customer_id = ${customerId}::uuid AND r.kind = 'PURCHASE' AND r.number = ${number}
      AND r.deleted_at IS NULL AND r.id IS DISTINCT FROM ${id}::uuid LIMIT 1`);
  if (known) throw new Invalid([{ path: "number", code: "taken" }]);
}
