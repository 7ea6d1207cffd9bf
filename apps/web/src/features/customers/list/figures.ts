import { isCurrency } from "@clientela/shared/values/currencies";
import { isCalendarDate } from "@clientela/shared/values/dates";
import type { CustomerFilter } from "../../../gql/graphql.js";
import type { PermissionSet } from "../../../session/viewer.js";
import { mayShow } from "./mayShow.js";

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
type AmountFigure = (typeof sums)[number];

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

/** A figure that the list can be filtered by: the id of its column. */
export type Figure = AmountFigure | keyof typeof counts | keyof typeof days;

/** All of them. */
export const figures: readonly Figure[] = [
  "outstanding",
  "overdue",
  ...BUCKETS.map((bucket): Figure => `receivables${bucket}`),
  "receivablesOldestDueOn",
  "payables",
  "payablesOverdue",
  ...BUCKETS.map((bucket): Figure => `payables${bucket}`),
  "payablesOldestDueOn",
  "projects",
  "hours",
  "tasks",
  "orders",
  "activity",
];

/** A range of a figure; both ends belong to it, and "" is no end. */
export interface FigureRange {
  figure: Figure;
  from: string;
  to: string;
}

/** What the ends of a figure's range are. */
export type FigureUnit = "amount" | "hours" | "count" | "day";

/** What the ends of a figure's range are. */
export function unitOf(figure: Figure): FigureUnit {
  if (figure in days) return "day";
  if (figure === "hours") return "hours";
  return figure in counts ? "count" : "amount";
}

/** The API's filter by a figure. */
export function filterOf(figure: Figure): keyof CustomerFilter {
  if (isAmount(figure)) return figure;
  return isDay(figure) ? days[figure] : counts[figure];
}

const isFigure = (text: string | undefined): text is Figure =>
  figures.some((figure) => figure === text);

function isEnd(unit: FigureUnit, text: string): boolean {
  if (unit === "day") return isCalendarDate(text);
  return (unit === "amount" ? /^\d{1,15}(\.\d{1,4})?$/ : /^\d{1,9}$/).test(text);
}

/** Reads the ranges from a URL, such as "outstanding:100:"; what is invalid or not for the person is omitted. */
export function readFigures(texts: readonly string[], permissions: PermissionSet): FigureRange[] {
  return texts.flatMap((text) => {
    const [figure, from = "", to = ""] = text.split(":");
    if (!isFigure(figure) || !mayShow(figure, permissions)) return [];
    const unit = unitOf(figure);
    const [first, last] = [from, to].map((end) => (isEnd(unit, end) ? end : ""));
    return [{ figure, from: first ?? "", to: last ?? "" }];
  });
}

/** A range as the URL has it. */
export const writeFigure = ({ figure, from, to }: FigureRange): string => `${figure}:${from}:${to}`;

/** The currency of amounts from a URL, or "" for the organisation's. */
export const readCurrency = (text: string | null): string =>
  text !== null && isCurrency(text) ? text : "";

const isAmount = (figure: Figure): figure is AmountFigure => unitOf(figure) === "amount";
const isDay = (figure: Figure): figure is keyof typeof days => figure in days;

/** The ranges as the API's filter has them; amounts are in one currency. */
export function figureFilter(ranges: readonly FigureRange[], currency: string): CustomerFilter {
  const filter: CustomerFilter = {};
  for (const { figure, from, to } of ranges) {
    if (from === "" && to === "") continue;
    const ends = { from: from || null, to: to || null };
    if (isAmount(figure)) filter[figure] = currency ? { ...ends, currency } : ends;
    else if (isDay(figure)) filter[days[figure]] = ends;
    else {
      const whole = (end: string) => (end === "" ? null : Number(end));
      filter[counts[figure]] = { from: whole(from), to: whole(to) };
    }
  }
  return filter;
}
