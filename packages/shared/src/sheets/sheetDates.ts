import { isCalendarDate } from "../values/dates.js";
import { foldText } from "../values/foldText.js";
import type { Ruling } from "../values/textRules.js";

/**
 * What comes first where a date is written in numbers: the day, the month, or always the year. Dates
 * with the year first are read whatever the order is.
 */
export type DateOrder = "dmy" | "mdy" | "ymd";

const TIME = String.raw`(?:(?:T|,? )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const DAY_MONTH_NAME =
  /^(\d{1,2})(?: ?(?:st|nd|rd|th|º|o))? (?:de |of )?(\p{L}+) (?:de |del )?(\d{4}|\d{2})$/u;
const MONTH_NAME_DAY = /^(\p{L}+) (\d{1,2})(?: ?(?:st|nd|rd|th))? (\d{4})$/u;

// The months in Portuguese, English and Spanish, as foldText writes them.
const MONTHS = [
  ["janeiro", "january", "enero"],
  ["fevereiro", "february", "febrero"],
  ["marco", "march", "marzo"],
  ["abril", "april"],
  ["maio", "may", "mayo"],
  ["junho", "june", "junio"],
  ["julho", "july", "julio"],
  ["agosto", "august"],
  ["setembro", "september", "septiembre", "setiembre"],
  ["outubro", "october", "octubre"],
  ["novembro", "november", "noviembre"],
  ["dezembro", "december", "diciembre"],
];

function monthOf(name: string): number {
  if (name.length < 3) return 0;
  return MONTHS.findIndex((names) => names.some((full) => full.startsWith(name))) + 1;
}

function dateOf(year: string, month: number, day: number): Ruling<string> {
  const century = year.length === 4 ? "" : Number(year) < 50 ? "20" : "19";
  const text = `${century}${year}-${`${month}`.padStart(2, "0")}-${`${day}`.padStart(2, "0")}`;
  return isCalendarDate(text) ? { value: text } : { issue: "invalid_date" };
}

/**
 * Reads a date as people write it, with or without a time of day, which is dropped: "2026-03-04",
 * "04/03/2026", "4 de março de 2026", "Mar 4, 2026". A date that is not in the calendar is refused,
 * never moved.
 */
export function parseDate(text: string, order: DateOrder): Ruling<string> {
  const trimmed = text.length <= 60 ? text.replace(/\s+/g, " ").trim() : "";
  const first = YEAR_FIRST.exec(trimmed);
  if (first) return dateOf(first[1] ?? "", Number(first[3]), Number(first[4]));
  const last = YEAR_LAST.exec(trimmed);
  if (last) {
    const [a, b] = [Number(last[1]), Number(last[3])];
    const year = last[4] ?? "";
    if (order === "ymd") return { issue: "invalid_date" };
    return order === "dmy" ? dateOf(year, b, a) : dateOf(year, a, b);
  }
  const folded = foldText(trimmed);
  const named = DAY_MONTH_NAME.exec(folded);
  if (named) return dateOf(named[3] ?? "", monthOf(named[2] ?? ""), Number(named[1]));
  const american = MONTH_NAME_DAY.exec(folded);
  if (american) return dateOf(american[3] ?? "", monthOf(american[1] ?? ""), Number(american[2]));
  return { issue: "invalid_date" };
}

/** A date in numbers, in the order asked for. */
export function writeDate(date: string, order: DateOrder): string {
  if (order === "ymd") return date;
  const [year, month, day] = date.split("-");
  return order === "dmy" ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
}

/** Which order a date's text proves: "31/12/2026" day first; "either" for "03/04/2026"; null where it says nothing. */
export function dateOrderOf(text: string): DateOrder | "either" | null {
  const parts = text.length <= 60 ? YEAR_LAST.exec(text.replace(/\s+/g, " ").trim()) : null;
  if (!parts) return null;
  const [a, b] = [Number(parts[1]), Number(parts[3])];
  if (a === b || a < 1 || b < 1 || a > 31 || b > 31) return null;
  if (a > 12) return b > 12 ? null : "dmy";
  if (b > 12) return "mdy";
  return parts[2] === "." ? "dmy" : "either";
}
