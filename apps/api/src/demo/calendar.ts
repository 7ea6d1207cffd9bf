import { addDays } from "@clientela/shared/values/dates";
import type { Random } from "./random.js";

const MINUTE_MS = 60_000;

/** Dates as so many days from today, and instants within them that are not in the future. */
export class Calendar {
  private readonly latest: number;

  constructor(
    readonly today: string,
    now: Date,
  ) {
    // What is done at the last moment leaves room for what is done right after it.
    this.latest = now.getTime() - MINUTE_MS;
  }

  /** The date so many days after today; negative for the past. */
  day(offset: number): string {
    return addDays(this.today, offset);
  }

  /** An instant in the working hours of that day, or now where that is still to come. */
  instant(offset: number, random: Random): string {
    const time = Date.parse(`${this.day(offset)}T12:00:00Z`) + random.int(0, 9 * 3_600_000);
    return new Date(Math.min(time, this.latest)).toISOString();
  }

  /** The same day, or the Friday before where it is a weekend. */
  workday(offset: number): number {
    const weekday = new Date(`${this.day(offset)}T00:00:00Z`).getUTCDay();
    return offset - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0);
  }
}

/** The first of two instants, or just after the other where it is not later. */
export function after(one: string, other: string): string {
  if (one > other) return one;
  return new Date(Date.parse(other) + 1).toISOString();
}
