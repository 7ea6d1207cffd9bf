import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import type { StoredRecord } from "../../platform/record.js";
import { holdRecord } from "../../platform/write.js";
import { Customer } from "../customers/customer.entity.js";

/** That the customer of a record `r` is not deleted. */
export const withinLiveCustomer: Sql = sql`EXISTS (
  SELECT 1 FROM customers c WHERE c.id = r.customer_id AND c.deleted_at IS NULL)`;

/** What must hold of a customer's record `r` for callers to see it. */
export const live: Sql = sql`r.deleted_at IS NULL AND ${withinLiveCustomer}`;

/** The customer that a document is for, kept from being deleted meanwhile; throws NotFound. */
export function holdCustomer(context: Context, id: string): Promise<Customer> {
  return holdRecord(context, Customer, id);
}

/**
 * Makes sure that a record which a document points at exists and is of the same customer.
 * Throws Invalid with the path of the link.
 */
export async function assertLink<Row extends StoredRecord & { customerId: string }>(
  context: Context,
  type: new () => Row,
  id: string | null | undefined,
  customerId: string,
  path: string,
): Promise<void> {
  if (!id) return;
  try {
    const linked = await holdRecord(context, type, id);
    if (linked.customerId === customerId) return;
  } catch (error) {
    if (error instanceof NotFound) throw new Invalid([{ path, code: "unknown_record" }]);
    throw error;
  }
  throw new Invalid([{ path, code: "of_another_customer" }]);
}
