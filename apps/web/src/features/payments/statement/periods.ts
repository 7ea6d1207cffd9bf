import { addDays, isCalendarDate } from "@clientela/shared/values/dates";

/** The days of a statement, both included. */
export interface Days {
  from: string;
  to: string;
}

/** Periods that follow the calendar, by their names in the URL. */
export const PERIODS = [
  "thisMonth",
  "lastMonth",
  "thisQuarter",
  "lastQuarter",
  "thisYear",
  "lastYear",
  "last30Days",
  "last90Days",
  "last12Months",
] as const;

/** One of them. */
export type Period = (typeof PERIODS)[number];

/** What a statement shows unless another period is chosen. */
export const USUAL_PERIOD: Period = "last12Months";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** The first day of the month that is so many months after one of a year, which are counted from 0. */
function monthStart(year: number, month: number): string {
  const years = Math.floor(month / 12);
  return `${String(year + years).padStart(4, "0")}-${twoDigits(month - years * 12 + 1)}-01`;
}

/** So many whole months from a month on. */
const months = (year: number, month: number, count: number): Days => ({
  from: monthStart(year, month),
  to: addDays(monthStart(year, month + count), -1),
});

/** The days of a period as of today; running ones go to their end, as invoices can be dated ahead. */
export function daysOf(period: Period, today: string): Days {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  const quarter = month - (month % 3);
  switch (period) {
    case "thisMonth":
      return months(year, month, 1);
    case "lastMonth":
      return months(year, month - 1, 1);
    case "thisQuarter":
      return months(year, quarter, 3);
    case "lastQuarter":
      return months(year, quarter - 3, 3);
    case "thisYear":
      return months(year, 0, 12);
    case "lastYear":
      return months(year - 1, 0, 12);
    case "last30Days":
      return { from: addDays(today, -29), to: today };
    case "last90Days":
      return { from: addDays(today, -89), to: today };
    case "last12Months":
      return { from: addDays(today, -365), to: today };
  }
}

/** What of an account is stated: both sides netted, or one of them. */
export const SIDES = ["SALES", "PURCHASE"] as const;

/** What a statement shows, as the URL says it. */
export interface StatementParams {
  /** Null where days of one's own are chosen. */
  period: Period | null;
  from: string | null;
  to: string | null;
  side: (typeof SIDES)[number] | null;
}

const dayIn = (text: string | null): string | null => (text && isCalendarDate(text) ? text : null);

/** Reads what a statement shows from a URL; what makes no sense is left out. */
export function readStatementParams(search: URLSearchParams, today: string): StatementParams {
  const side = SIDES.find((one) => one === search.get("side")) ?? null;
  const [from, to] = [dayIn(search.get("from")), dayIn(search.get("to"))];
  if (from !== null || to !== null) return { period: null, from, to, side };
  const period = PERIODS.find((one) => one === search.get("period")) ?? USUAL_PERIOD;
  return { period, ...daysOf(period, today), side };
}
