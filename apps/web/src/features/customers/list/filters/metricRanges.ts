import { isCurrency } from "@clientela/shared/values/currencies";
import { isCalendarDate } from "@clientela/shared/values/dates";
import type { CustomerFilter } from "../../../../gql/graphql.js";
import type { PermissionSet } from "../../../../session/viewer.js";
import { mayShow } from "../mayShow.js";

const BUCKETS = ["NotDue", "Days1To30", "Days31To60", "Days61To90", "Over90"] as const;

type Ageing<Side extends string> = `${Side}${(typeof BUCKETS)[number]}`;

const sums = [
  "outstanding",
  "overdue",
  ...BUCKETS.map((bucket): Ageing<"receivables"> => `receivables${bucket}`),
  "payables",
  "payablesOverdue",
  ...BUCKETS.map((bucket): Ageing<"payables"> => `payables${bucket}`),
] as const;

/** An amount of a customer by the id of its column, which the API's filter has as its name. */
type AmountMetric = (typeof sums)[number];

const counts = {
  projects: "activeProjects",
  hours: "workedMinutes",
  tasks: "overdueTasks",
  orders: "openOrders",
} as const satisfies Record<string, keyof CustomerFilter>;

const days = {
  activity: "lastActivityOn",
  receivablesOldestDueOn: "receivablesOldestDueOn",
  payablesOldestDueOn: "payablesOldestDueOn",
} as const satisfies Record<string, keyof CustomerFilter>;

/** A metric that the list can be filtered by: the id of its column. */
export type Metric = AmountMetric | keyof typeof counts | keyof typeof days;

/** All of them. */
export const metrics: readonly Metric[] = [
  "outstanding",
  "overdue",
  ...BUCKETS.map((bucket): Metric => `receivables${bucket}`),
  "receivablesOldestDueOn",
  "payables",
  "payablesOverdue",
  ...BUCKETS.map((bucket): Metric => `payables${bucket}`),
  "payablesOldestDueOn",
  "projects",
  "hours",
  "tasks",
  "orders",
  "activity",
];

/** A range of a metric; both ends belong to it, and "" is no end. */
export interface MetricRange {
  metric: Metric;
  from: string;
  to: string;
}

/** What the ends of a metric's range are. */
export type MetricUnit = "amount" | "hours" | "count" | "day";

/** What the ends of a metric's range are. */
export function unitOf(metric: Metric): MetricUnit {
  if (metric in days) return "day";
  if (metric === "hours") return "hours";
  return metric in counts ? "count" : "amount";
}

/** The API's filter by a metric. */
export function filterOf(metric: Metric): keyof CustomerFilter {
  if (isAmount(metric)) return metric;
  return isDay(metric) ? days[metric] : counts[metric];
}

const isMetric = (text: string | undefined): text is Metric =>
  metrics.some((metric) => metric === text);

function isEnd(unit: MetricUnit, text: string): boolean {
  if (unit === "day") return isCalendarDate(text);
  return (unit === "amount" ? /^\d{1,15}(\.\d{1,4})?$/ : /^\d{1,9}$/).test(text);
}

/** Reads the ranges from a URL, such as "outstanding:100:"; what is invalid or not for the person is omitted. */
export function readMetrics(texts: readonly string[], permissions: PermissionSet): MetricRange[] {
  return texts.flatMap((text) => {
    const [metric, from = "", to = ""] = text.split(":");
    if (!isMetric(metric) || !mayShow(metric, permissions)) return [];
    const unit = unitOf(metric);
    const [first, last] = [from, to].map((end) => (isEnd(unit, end) ? end : ""));
    return [{ metric, from: first ?? "", to: last ?? "" }];
  });
}

/** A range as the URL has it. */
export const writeMetric = ({ metric, from, to }: MetricRange): string => `${metric}:${from}:${to}`;

/** The currency of amounts from a URL, or "" for the organisation's. */
export const readCurrency = (text: string | null): string =>
  text !== null && isCurrency(text) ? text : "";

const isAmount = (metric: Metric): metric is AmountMetric => unitOf(metric) === "amount";
const isDay = (metric: Metric): metric is keyof typeof days => metric in days;

/** The ranges as the API's filter has them; amounts are in one currency. */
export function metricFilter(ranges: readonly MetricRange[], currency: string): CustomerFilter {
  const filter: CustomerFilter = {};
  for (const { metric, from, to } of ranges) {
    if (from === "" && to === "") continue;
    const ends = { from: from || null, to: to || null };
    if (isAmount(metric)) filter[metric] = currency ? { ...ends, currency } : ends;
    else if (isDay(metric)) filter[days[metric]] = ends;
    else {
      const whole = (end: string) => (end === "" ? null : Number(end));
      filter[counts[metric]] = { from: whole(from), to: whole(to) };
    }
  }
  return filter;
}
