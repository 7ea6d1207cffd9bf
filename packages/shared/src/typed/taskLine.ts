import type { DateOrder } from "../sheets/sheetDates.js";
import { addDays } from "../values/dates.js";
import { findDay } from "./dayInLine.js";
import { type Found, freeWords, type LineWords, wordsOf } from "./lineWords.js";
import { findNames } from "./namesInLine.js";
import { findTime } from "./timeInLine.js";

/** What a line can say besides the title. */
export type LinePart = "day" | "time" | "customer" | "person";

/** Where and when a line is typed. */
export interface LineContext {
  /** The organisation's date, `2026-11-29`. */
  today: string;
  /** The time on the person's clock, `14:05`. */
  now: string;
  /** What the person's region writes first in a date in numbers. */
  order: DateOrder;
  /** Parts that the person wants to stay words of the title. */
  ignored?: ReadonlySet<LinePart>;
}

/** A task as one line says it. */
export interface TaskLine {
  /** What is left of the line. */
  title: string;
  dueOn: string | null;
  dueTime: string | null;
  /** What was typed after `#`. */
  customer: string | null;
  /** What was typed after `@`. */
  person: string | null;
}

/**
 * Reads a task from a line in Portuguese or English: "ligar para Ana amanhã 10h #Padaria @Bruno". The day and the time
 * may stand anywhere; a time without a day is the next time that it is so late.
 */
export function readTaskLine(text: string, context: LineContext): TaskLine {
  const words = wordsOf(text);
  const wanted = (part: LinePart) => !context.ignored?.has(part);
  const names = findNames(words);
  const customer = wanted("customer") ? take(words, names.customer) : null;
  const person = wanted("person") ? take(words, names.person) : null;
  const dueTime = wanted("time") ? take(words, findTime(words)) : null;
  const day = wanted("day") ? take(words, findDay(words, context, dueTime !== null)) : null;
  // Without a day there is no time: the words of a time that may have none stay in the title.
  const dueOn = day ?? (dueTime === null ? null : nextDayWith(dueTime, context));
  return { title: titleOf(words), dueOn, dueTime, customer, person };
}

function take(words: LineWords, found: Found | null): string | null {
  if (!found) return null;
  for (const index of found.words) words.taken.add(index);
  return found.value;
}

function nextDayWith(time: string, { today, now }: LineContext): string {
  return time > now ? today : addDays(today, 1);
}

const EDGES = /^[\s,;.–-]+|[\s,;–-]+$/g;

const titleOf = (words: LineWords): string =>
  freeWords(words)
    .map(({ text }) => text)
    .join(" ")
    .replace(EDGES, "");
