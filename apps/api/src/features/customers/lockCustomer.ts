import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { NotFound } from "../../platform/errors.js";
import { lockForReference, lockRecord } from "../../platform/records/write.js";
import { Customer } from "./customer.entity.js";

// Also where it is merged while this waits for it.
async function surviving(
  { db }: Context,
  id: string,
  take: (id: string) => Promise<Customer>,
): Promise<Customer> {
  try {
    return await take(id);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const merged = await db.row<{ survivorId: string }>(sql`
      SELECT survivor_id AS "survivorId" FROM merged_customers WHERE id = ${id}::uuid`);
    if (!merged) throw error;
    return take(merged.survivorId);
  }
}

/**
 * The customer that a record is made for, kept from being deleted meanwhile; the id of one that was merged leads
 * to its survivor. Throws NotFound.
 */
export const lockCustomerForReference = (context: Context, id: string): Promise<Customer> =>
  surviving(context, id, (known) => lockForReference(context, Customer, known));

/** The same, while nobody else holds it. Throws NotFound. */
export const lockCustomer = (context: Context, id: string): Promise<Customer> =>
  surviving(context, id, (known) => lockRecord(context, Customer, known));
