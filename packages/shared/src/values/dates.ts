const DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Milliseconds of the day's start in UTC, or null where the text is no day of the calendar. */
function startOf(text: string): number | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year === 0) return null;
  const date = new Date(0);
  // Date.UTC would read the years 0-99 as 1900-1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

function dayOf(text: string): number {
  const start = startOf(text);
  if (start === null) throw new RangeError(`not a date: ${JSON.stringify(text.slice(0, 40))}`);
  return start / DAY;
}

/** Whether a text is a day of the calendar, 'YYYY-MM-DD' from 0001-01-01 to 9999-12-31. */
export function isCalendarDate(text: string): boolean {
  return startOf(text) !== null;
}

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether a text is a time of day to the minute, 'HH:MM' from 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return TIME_OF_DAY.test(text);
}

/** The date so many days later (earlier where negative). Throws a RangeError for no date, or past year 9999. */
export function addDays(date: string, days: number): string {
  const result = new Date((dayOf(date) + days) * DAY);
  const text = Number.isNaN(result.getTime()) ? "" : result.toISOString().slice(0, 10);
  if (!isCalendarDate(text)) throw new RangeError(`${date} and ${days} days is out of range`);
  return text;
}

/** How many days lie from one date to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(timeZone, format);
  }
  return format;
}

const MINUTE_MS = 60_000;
let last = { timeZone: "", minute: Number.NaN, date: "" };

/** The calendar date 'YYYY-MM-DD' that it is at a moment in an IANA time zone. Throws a RangeError for an unknown zone. */
export function todayIn(timeZone: string, now: Date): string {
  // Formatting takes long, most requests ask for the same minute, and no date ends within one.
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  if (last.minute !== minute || last.timeZone !== timeZone)
    last = { timeZone, minute, date: formatToday(timeZone, now) };
  return last.date;
}

function formatToday(timeZone: string, now: Date): string {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(now)
      .map((p) => [p.type, p.value]),
  );
  const year = (parts.get("year") ?? "").padStart(4, "0");
  return `${year}-${parts.get("month")}-${parts.get("day")}`;
}

/** Whether a text names an IANA time zone that this runtime knows. */
export function isTimeZone(text: string): boolean {
  try {
    formatFor(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
