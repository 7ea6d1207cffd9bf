import type { InvoiceKind } from "@clientela/shared/records/enums";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Metric } from "../../platform/lists/metrics.js";
import { money } from "../../platform/types/money.js";
import { isOutstanding } from "../invoices/invoiceState.js";
import { AGE_BUCKETS, type AgeBucket, isInBucket } from "./ageBuckets.js";
import type { Ageing } from "./ageing.type.js";

/** Sums are text: a JSON number would not keep their digits. */
type AgeingRow = { kind: InvoiceKind; currency: string } & Record<
  "total" | "overdue" | AgeBucket["field"],
  string
> &
  Pick<Ageing, "oldestDueOn" | "averageDaysToPay">;

const DAYS_OF_AVERAGE = 365;

const open = (late: Sql): Sql =>
  sql`coalesce(sum(r.balance) FILTER (WHERE ${isOutstanding} AND ${late}), 0)::text`;

/** What is open of a customer's invoices, by kind and currency. */
export const ageing = new Metric<{ rows: AgeingRow[] }>("ageing", "Customer", ({ today }) => {
  const daysLate = sql`${today}::date - r.due_on`;
  const buckets = AGE_BUCKETS.map(
    (bucket) => sql`${open(isInBucket(daysLate, bucket))} AS ${raw(`"${bucket.field}"`)}`,
  );
  return sql`
    SELECT coalesce(json_agg(g ORDER BY g.currency), '[]') AS rows FROM (
      SELECT r.kind, r.currency, ${open(sql`true`)} AS total, ${open(sql`${daysLate} > 0`)} AS overdue,
        ${join(buckets)},
        min(r.due_on) FILTER (WHERE ${isOutstanding}) AS "oldestDueOn",
        round(avg(r.paid_on - r.issued_on) FILTER (WHERE r.status = 'PAID'), 1)::float8 AS "averageDaysToPay"
      FROM invoices r
      WHERE r.customer_id = k.id AND r.deleted_at IS NULL
        AND (${isOutstanding} OR r.status = 'PAID' AND r.paid_on > ${today}::date - ${DAYS_OF_AVERAGE}::int)
      GROUP BY r.kind, r.currency) g`;
});

/** What is open of a customer's sales or purchase invoices, by currency. */
export async function ageingOf(
  context: Context,
  customerId: string,
  kind: InvoiceKind,
): Promise<Ageing[]> {
  const { rows } = await ageing.load(context, customerId);
  return rows
    .filter((row) => row.kind === kind)
    .map(
      ({
        currency,
        total,
        overdue,
        notDue,
        days1To30,
        days31To60,
        days61To90,
        over90,
        ...rest
      }) => ({
        currency,
        total: money(total, currency),
        overdue: money(overdue, currency),
        notDue: money(notDue, currency),
        days1To30: money(days1To30, currency),
        days31To60: money(days31To60, currency),
        days61To90: money(days61To90, currency),
        over90: money(over90, currency),
        oldestDueOn: rest.oldestDueOn,
        averageDaysToPay: rest.averageDaysToPay,
      }),
    );
}
