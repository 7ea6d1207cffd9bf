import { addDays, isCalendarDate } from "./dates.js";

// ISO 8601, of whole days; with a sign, as most count from today backwards.
const DURATION = /^([+-]?)P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** A time from today on, or before it where `sign` is -1. */
export interface Duration {
  sign: 1 | -1;
  months: number;
  days: number;
}

/** The duration that a text such as `-P30D` or `P1M` is; null for any other text. */
export function parseDuration(text: string): Duration | null {
  const parts = DURATION.exec(text);
  if (!parts) return null;
  const [years, months, weeks, days] = parts.slice(2).map((part) => Number(part ?? 0));
  return {
    sign: parts[1] === "-" ? -1 : 1,
    months: (years ?? 0) * 12 + (months ?? 0),
    days: (weeks ?? 0) * 7 + (days ?? 0),
  };
}

/** The same day so many months later; the last one of the month where that has no such day. */
function addMonths(date: string, months: number): string | null {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const to = new Date(0);
  to.setUTCFullYear(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, 0);
  to.setUTCDate(Math.min(day, to.getUTCDate()));
  const text = to.toISOString().slice(0, 10);
  return isCalendarDate(text) ? text : null;
}

/** The day that a text means: a calendar date, or a duration counted from today; null where it is neither. */
export function dayMeant(text: string, today: string): string | null {
  if (isCalendarDate(text)) return text;
  const duration = parseDuration(text);
  if (!duration) return null;
  const { sign, months, days } = duration;
  try {
    const moved = months === 0 ? today : addMonths(today, sign * months);
    return moved && addDays(moved, sign * days);
  } catch {
    return null;
  }
}
