import { calendarDate, paragraphs, recordId, wholeNumber } from "../records/fieldRules.js";
import { optional } from "../values/textRules.js";

/** The most minutes that one entry of time can have: a day. */
export const MAX_ENTRY_MINUTES = 1440;

/** The rules of the fields of an entry of time. */
export const timeEntryFields = {
  userId: optional(recordId),
  workedOn: calendarDate,
  minutes: wholeNumber(1, MAX_ENTRY_MINUTES),
  note: optional(paragraphs(2000)),
};

/** Minutes in hours, rounded to two decimals: 90 is 1.5, 20 is 0.33. */
export function hoursOf(minutes: number): number {
  return Math.round((minutes * 5) / 3) / 100;
}
