import type { InvoiceKind } from "@clientela/shared/records/enums";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { isOneOfKeys } from "../../platform/lists/keys.js";
import { Metric } from "../../platform/lists/metrics.js";
import type { BatchLoader } from "../../platform/readContext.js";
import { grouped } from "../../platform/request/loader.js";
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

// What is worked out of invoices `r`, of which those that hold `isOpen` are open, on a day.
function columnsOf(isOpen: Sql, day: Sql): Sql {
  const daysLate = sql`${day} - r.due_on`;
  const open = (late: Sql): Sql =>
    sql`coalesce(sum(r.balance) FILTER (WHERE ${isOpen} AND ${late}), 0)::text`;
  const buckets = AGE_BUCKETS.map(
    (bucket) => sql`${open(isInBucket(daysLate, bucket))} AS ${raw(`"${bucket.field}"`)}`,
  );
  return sql`r.kind, r.currency, ${open(sql`true`)} AS total, ${open(sql`${daysLate} > 0`)} AS overdue,
    ${join(buckets)},
    min(r.due_on) FILTER (WHERE ${isOpen}) AS "oldestDueOn",
    round(avg(r.paid_on - r.issued_on) FILTER (WHERE NOT (${isOpen})), 1)::float8 AS "averageDaysToPay"`;
}

const paidLately = (day: Sql): Sql =>
  sql`r.status = 'PAID' AND r.paid_on > ${day} - ${DAYS_OF_AVERAGE}::int`;

/** What is open of a customer's invoices today, by kind and currency. */
export const ageing = new Metric<{ rows: AgeingRow[] }>("ageing", "Customer", ({ today }) => {
  const day = sql`${today}::date`;
  return sql`
    SELECT coalesce(json_agg(g ORDER BY g.currency), '[]') AS rows FROM (
      SELECT ${columnsOf(isOutstanding, day)} FROM invoices r
      WHERE r.customer_id = k.id AND r.deleted_at IS NULL AND (${isOutstanding} OR ${paidLately(day)})
      GROUP BY r.kind, r.currency) g`;
});

// What was open at the end of a day: of invoices in force that were issued by then, less what the ledger had settled.
const ageingAsOf: BatchLoader<string, { asOf: string }, AgeingRow[]> = async (
  ids,
  { asOf },
  { db },
) => {
  const day = sql`${asOf}::date`;
  const isOpen = sql`r.balance > 0`;
  const rows = await db.rows<AgeingRow & { owner: string }>(sql`
    SELECT r.customer_id AS owner, ${columnsOf(isOpen, day)} FROM (
      SELECT i.customer_id, i.kind, i.currency, i.status, i.issued_on, i.due_on, i.paid_on, i.total - coalesce((
        SELECT sum(e.amount) FROM ledger_entries e WHERE e.invoice_id = i.id AND e.occurred_on <= ${day}), 0) AS balance
      FROM invoices i
      WHERE ${isOneOfKeys(sql`i.customer_id`, ids)} AND i.deleted_at IS NULL
        AND i.status IN ('AUTHORIZED', 'PAID') AND i.issued_on <= ${day}
    ) r WHERE ${isOpen} OR ${paidLately(day)} AND r.paid_on <= ${day}
    GROUP BY r.customer_id, r.kind, r.currency ORDER BY r.currency`);
  return grouped(ids, rows, ({ owner }) => owner);
};

/** What is open of a customer's sales or purchase invoices today, or was at the end of a day, by currency. */
export async function ageingOf(
  context: Context,
  customerId: string,
  kind: InvoiceKind,
  asOf: string | null,
): Promise<Ageing[]> {
  const rows =
    asOf === null
      ? (await ageing.load(context, customerId)).rows
      : await context.load(ageingAsOf, customerId, { asOf });
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
