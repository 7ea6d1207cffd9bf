import type { InvoiceKind } from "@clientela/shared/records/enums";
import {
  declareRange,
  type ListFilter,
  type ListOrder,
} from "../../platform/graph/listExtension.js";
import type { KeptMetric } from "../../platform/lists/kept/keptMetric.js";
import { CustomerFilter } from "../customers/list/customerFilter.js";
import { AGE_BUCKETS, type AgeBucket } from "./ageBuckets.js";
import { inBucket, oldestDueOf, overdueOf, totalOf } from "./openInvoiceMetrics.js";

interface Aged {
  order: ListOrder;
  filter: ListFilter;
}

/** An order of customers by a metric of their open invoices, and the filter by its ranges. */
function aged(metric: KeptMetric, filterName: string, subject: string): Aged {
  const isMoney = metric.unit === "money";
  const order: ListOrder = {
    name: metric.name,
    description: isMoney
      ? `${subject}, in one currency: money is never added across them.`
      : `${subject}: the oldest is the largest, so that it comes first in descending order.`,
    permission: "invoices:read",
    metric,
  };
  const filter = declareRange(CustomerFilter, order, {
    name: filterName,
    description: `${subject} within a range.`,
  });
  return { order, filter };
}

const DAYS: Record<AgeBucket["field"], string> = {
  notDue: "not past their due date",
  days1To30: "due 1 to 30 days ago",
  days31To60: "due 31 to 60 days ago",
  days61To90: "due 61 to 90 days ago",
  over90: "due more than 90 days ago",
};

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Everything that customers are sorted and filtered by of their invoices of a kind. */
function agedBy(kind: InvoiceKind): Aged[] {
  const [invoices, prefix, total, overdue] =
    kind === "SALES"
      ? (["sales invoices", "receivables", "outstanding", "overdue"] as const)
      : (["purchase invoices", "payables", "payables", "payablesOverdue"] as const);
  return [
    aged(totalOf(kind), total, `The open balances of ${invoices}`),
    aged(overdueOf(kind), overdue, `The open balances of overdue ${invoices}`),
    ...AGE_BUCKETS.map((bucket) =>
      aged(
        inBucket(kind, bucket),
        `${prefix}${upper(bucket.field)}`,
        `The open balances of ${invoices} ${DAYS[bucket.field]}`,
      ),
    ),
    aged(oldestDueOf(kind), `${prefix}OldestDueOn`, `The earliest due date of open ${invoices}`),
  ];
}

const all = [...agedBy("SALES"), ...agedBy("PURCHASE")];

/** Orders of customers by what they owe, and what is owed to them. */
export const ageingOrders: readonly ListOrder[] = all.map(({ order }) => order);

/** Filters of customers by the same. */
export const ageingFilters: readonly ListFilter[] = all.map(({ filter }) => filter);
