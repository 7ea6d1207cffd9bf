import { compare } from "@clientela/shared/values/money";
import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import type { DocumentGuard } from "../../platform/feature.js";
import { creditByCustomer } from "./creditUse.js";

/**
 * Refuses, where the organisation wants it, what takes a customer beyond its credit limit; what uses no more than before
 * is written even beyond it, such as a note on an old invoice.
 */
export const keepWithinCreditLimit: DocumentGuard = async (context, customerId, write) => {
  if (!(await lockLimit(context, customerId))) return write();
  const before = await useOf(context, customerId);
  const written = await write();
  const after = await useOf(context, customerId);
  if (after?.isOver && compare(after.used.amount, before?.used.amount ?? "0") > 0) {
    const { limit, used } = after;
    throw new Invalid([{ path: "lines", code: "over_credit_limit", params: { limit, used } }]);
  }
  return written;
};

// Writers for one customer take turns: two of them could pass the limit together.
async function lockLimit({ db }: Context, customerId: string): Promise<boolean> {
  const limited = await db.row(sql`
    SELECT pg_advisory_xact_lock(hashtextextended(r.id::text, 0)) FROM customers r, organisation_settings o
    WHERE r.id = ${customerId}::uuid AND r.credit_limit IS NOT NULL AND o.refuse_over_credit_limit`);
  return Boolean(limited);
}

async function useOf(context: Context, customerId: string) {
  const [credit] = await creditByCustomer([customerId], undefined, context);
  return credit;
}
