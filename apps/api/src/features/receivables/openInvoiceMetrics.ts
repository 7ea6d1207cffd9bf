import type { InvoiceKind } from "@clientela/shared/records/enums";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { KeptMetric, MetricGroup, MetricUnit } from "../../platform/lists/kept/keptMetric.js";
import { isOutstanding } from "../invoices/invoiceState.js";
import { AGE_BUCKETS, type AgeBucket, BUCKET_STARTS, isInBucket } from "./ageBuckets.js";

/** How the metrics of sales and of purchase invoices are called. */
const NAMES: Record<InvoiceKind, { total: string; overdue: string; others: string }> = {
  SALES: { total: "OUTSTANDING", overdue: "OVERDUE", others: "RECEIVABLES" },
  PURCHASE: { total: "PAYABLES", overdue: "PAYABLES_OVERDUE", others: "PAYABLES" },
};

// A later day than any that an invoice is due on.
const LAST_DAY = sql`date '9999-12-31'`;

const open = (condition: Sql): Sql => sql`coalesce(sum(a.balance) FILTER (WHERE ${condition}), 0)`;

interface Value {
  nameOf: (kind: InvoiceKind) => string;
  /** How it is worked out of the open invoices `a` of one kind and currency. */
  value: (daysLate: Sql) => Sql;
  /** Whether it is the same for all currencies. */
  ofAll?: boolean;
}

const VALUES: readonly Value[] = [
  { nameOf: (kind) => NAMES[kind].total, value: () => open(sql`true`) },
  { nameOf: (kind) => NAMES[kind].overdue, value: (daysLate) => open(sql`${daysLate} > 0`) },
  ...AGE_BUCKETS.map((bucket) => ({
    nameOf: (kind: InvoiceKind) => `${NAMES[kind].others}_${bucket.name}`,
    value: (daysLate: Sql) => open(isInBucket(daysLate, bucket)),
  })),
  {
    nameOf: (kind) => `${NAMES[kind].others}_OLDEST_DUE`,
    // The larger the older it is, so that it is sorted by age.
    value: () => sql`(${LAST_DAY} - min(min(a.due_on)) OVER (PARTITION BY a.kind))`,
    ofAll: true,
  },
];

// All of a customer in one pass over its open invoices.
const openInvoices: MetricGroup = {
  name: "OPEN_INVOICES",
  of: (customerId, { today }) => {
    const daysLate = sql`(${today}::date - a.due_on)`;
    const columns = VALUES.map(({ value }, index) => sql`${value(daysLate)} AS ${column(index)}`);
    const rows = VALUES.map(
      ({ nameOf, ofAll }, index) => sql`(
        CASE s.kind WHEN 'SALES' THEN ${nameOf("SALES")} ELSE ${nameOf("PURCHASE")} END,
        ${ofAll ? sql`''` : sql`s.currency`}, s.${column(index)}::numeric)`,
    );
    return sql`
      SELECT DISTINCT v.metric, v.currency, v.value FROM (
        SELECT a.kind, a.currency, ${join(columns)} FROM (
          SELECT r.customer_id AS id, r.kind, r.currency, r.due_on, r.balance FROM invoices r
          WHERE r.deleted_at IS NULL AND ${isOutstanding}
        ) a WHERE a.id = ${customerId} GROUP BY a.kind, a.currency
      ) s CROSS JOIN LATERAL (VALUES ${join(rows)}) v (metric, currency, value) WHERE v.value > 0`;
  },
  // A day moves invoices into the bucket that begins so many days after their due date.
  changingBetween: (from, to) => {
    const crossed = BUCKET_STARTS.map((days) => {
      const before = sql`${days - 1}::int`;
      return sql`r.due_on >= ${from} - ${before} AND r.due_on < ${to} - ${before}`;
    });
    return sql`
      SELECT r.customer_id AS id FROM invoices r
      WHERE r.deleted_at IS NULL AND ${isOutstanding} AND ((${join(crossed, ") OR (")}))`;
  },
};

function column(index: number): Sql {
  return raw(`value${index}`);
}

/** The metric of a kind of invoice by its name without the kind's. */
const metricOf = (name: string, unit: MetricUnit): KeptMetric => ({
  name,
  group: openInvoices,
  unit,
});

/** All that is open of one kind of invoice. */
export const totalOf = (kind: InvoiceKind): KeptMetric => metricOf(NAMES[kind].total, "money");

/** What is open and past its due date of one kind of invoice. */
export const overdueOf = (kind: InvoiceKind): KeptMetric => metricOf(NAMES[kind].overdue, "money");

/** What is open of one kind of invoice within a bucket. */
export const inBucket = (kind: InvoiceKind, { name }: AgeBucket): KeptMetric =>
  metricOf(`${NAMES[kind].others}_${name}`, "money");

/** The earliest due date of what is open of one kind of invoice. */
export const oldestDueOf = (kind: InvoiceKind): KeptMetric =>
  metricOf(`${NAMES[kind].others}_OLDEST_DUE`, {
    within: (from, to) => [
      ...(from === null ? [] : [sql`v.value <= ${LAST_DAY} - ${from}::date`]),
      ...(to === null ? [] : [sql`v.value >= ${LAST_DAY} - ${to}::date`]),
    ],
  });
