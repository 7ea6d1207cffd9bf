import { add, compare, subtract } from "@clientela/shared/values/money";
import sql, { type Sql } from "sql-template-tag";
import { isOneOfKeys } from "../../platform/lists/keys.js";
import type { BatchLoader, ReadContext } from "../../platform/readContext.js";
import { inOrder } from "../../platform/request/loader.js";
import { money } from "../../platform/types/money.js";
import type { CustomerCredit } from "./credit.type.js";

const currencyOfLimit = ({ organisation }: Pick<ReadContext, "organisation">): Sql =>
  sql`coalesce(r.currency, ${organisation.currency})`;

// What is open of a customer's `r` sales invoices in a currency.
const receivables = (currency: Sql): Sql => sql`coalesce((
  SELECT sum(i.balance) FROM invoices i
  WHERE i.customer_id = r.id AND i.deleted_at IS NULL AND i.kind = 'SALES' AND i.status = 'AUTHORIZED' AND i.currency = ${currency}), 0)`;

// What it has ordered and was not invoiced for, and what waits to be authorised.
const committed = (currency: Sql): Sql => sql`(coalesce((
  SELECT sum(greatest(o.total - coalesce((
    SELECT sum(i.total) FROM invoices i
    WHERE i.order_id = o.id AND i.deleted_at IS NULL AND i.status IN ('PENDING', 'AUTHORIZED', 'PAID')), 0), 0))
  FROM orders o
  WHERE o.customer_id = r.id AND o.deleted_at IS NULL AND o.status = 'OPEN' AND o.currency = ${currency}), 0) + coalesce((
  SELECT sum(i.total) FROM invoices i
  WHERE i.customer_id = r.id AND i.deleted_at IS NULL AND i.kind = 'SALES' AND i.status = 'PENDING' AND i.currency = ${currency}), 0))`;

/** That a customer `r` has used more than its credit limit. */
export function isOverLimit(reading: ReadContext): Sql {
  const currency = currencyOfLimit(reading);
  return sql`(r.credit_limit IS NOT NULL AND CASE WHEN r.credit_limit IS NULL THEN false
    ELSE ${receivables(currency)} + ${committed(currency)} > r.credit_limit END)`;
}

interface CreditRow {
  id: string;
  currency: string;
  limit: string;
  receivables: string;
  committed: string;
}

/** How much of customers' credit limits is used; null where there is no limit. */
export const creditByCustomer: BatchLoader<string, undefined, CustomerCredit | null> = async (
  ids,
  _,
  context,
) => {
  const currency = currencyOfLimit(context);
  const rows = await context.db.rows<CreditRow>(sql`
    SELECT r.id, ${currency} AS currency, r.credit_limit::text AS limit,
      ${receivables(currency)}::text AS receivables, ${committed(currency)}::text AS committed
    FROM customers r WHERE ${isOneOfKeys(sql`r.id`, ids)} AND r.credit_limit IS NOT NULL`);
  return inOrder<string, CreditRow, null>(ids, rows, ({ id }) => id, null).map(
    (row) => row && creditOf(row),
  );
};

function creditOf({ currency, limit, receivables, committed }: CreditRow): CustomerCredit {
  const used = add(receivables, committed);
  return {
    limit: money(limit, currency),
    receivables: money(receivables, currency),
    committed: money(committed, currency),
    used: money(used, currency),
    left: money(subtract(limit, used), currency),
    isOver: compare(used, limit) > 0,
  };
}
