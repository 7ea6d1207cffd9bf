import { addDays, isCalendarDate } from "@clientela/shared/values/dates";

/** The first or last day of a filter: a date, "30d" for that many days before today, or "" for none. */
export type FilterDay = string;

/** The ranges that are offered, in days before today. */
export const offeredDays = [7, 30, 60, 90, 180, 365] as const;

const RELATIVE = /^([1-9]\d{0,3})d$/;

/** How many days before today a filter's day lies, where it moves with today; else null. */
export function daysAgo(day: FilterDay): number | null {
  const days = RELATIVE.exec(day)?.[1];
  return days === undefined ? null : Number(days);
}

/** A filter's day from a URL; an invalid one is omitted. */
export function readFilterDay(text: string | null): FilterDay {
  return text !== null && (isCalendarDate(text) || RELATIVE.test(text)) ? text : "";
}

/** The date that a filter's day means on a given day; null for none. */
export function dateOn(today: string, day: FilterDay): string | null {
  const days = daysAgo(day);
  return days === null ? day || null : addDays(today, -days);
}
