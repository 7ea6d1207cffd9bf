import { type DateOrder, parseDate } from "../sheets/sheetDates.js";
import { addDays, daysBetween, isCalendarDate } from "../values/dates.js";
import { foldTyped } from "./foldTyped.js";

const WORDS: Readonly<Record<string, number>> = {
  hoje: 0,
  today: 0,
  amanha: 1,
  tomorrow: 1,
  ontem: -1,
  yesterday: -1,
  "depois de amanha": 2,
  anteontem: -2,
};

// A weekday means its next one, today not among them.
const WEEKDAYS = [
  ["domingo", "dom", "sunday", "sun"],
  ["segunda", "segunda-feira", "seg", "monday", "mon"],
  ["terca", "terca-feira", "ter", "tuesday", "tue"],
  ["quarta", "quarta-feira", "qua", "wednesday", "wed"],
  ["quinta", "quinta-feira", "qui", "thursday", "thu"],
  ["sexta", "sexta-feira", "sex", "friday", "fri"],
  ["sabado", "sab", "saturday", "sat"],
];

const IN_DAYS = /^(?:em |in |daqui a |dentro de )?\+?(\d{1,3}) ?(dias?|days?|d|semanas?|weeks?)$/;
const PLUS_DAYS = /^\+(\d{1,3})$/;
const WITHOUT_YEAR = /^(\d{1,2})[/.-](\d{1,2})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;
const NAMED_WITHOUT_YEAR = /^\d{1,2}(?: de)? \p{L}{3,}$|^\p{L}{3,} \d{1,2}$/u;

/**
 * Reads a calendar date as people type it, "15/12/2026", "15/12", "15 dez", "today", "amanhã", "friday", "+3",
 * "in 2 weeks", and gives it as `2026-12-15`; null for what is no date, such as 31/02. A date without a year is the one
 * nearest to today.
 * @param today the organisation's date, `2026-11-29`
 * @param order what the person's region writes first in a date in numbers
 */
export function readDate(text: string, today: string, order: DateOrder): string | null {
  const typed = foldTyped(text);
  const away = WORDS[typed];
  if (Object.hasOwn(WORDS, typed) && away !== undefined) return addDays(today, away);
  return inDays(typed, today) ?? weekday(typed, today) ?? inCalendar(typed, today, order);
}

function inDays(typed: string, today: string): string | null {
  const plain = PLUS_DAYS.exec(typed);
  if (plain) return addDays(today, Number(plain[1]));
  const [, count, unit = ""] = IN_DAYS.exec(typed) ?? [];
  if (count === undefined) return null;
  return addDays(today, Number(count) * (/^(s|w)/.test(unit) ? 7 : 1));
}

function weekday(typed: string, today: string): string | null {
  const wanted = WEEKDAYS.findIndex((names) => names.includes(typed));
  if (wanted < 0) return null;
  const day = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, ((wanted - day + 6) % 7) + 1);
}

function inCalendar(typed: string, today: string, order: DateOrder): string | null {
  const short = WITHOUT_YEAR.exec(typed);
  if (short) {
    const [first, second] = [short[1] ?? "", short[2] ?? ""];
    const [month, day] = order === "dmy" ? [second, first] : [first, second];
    return nearest(today, (year) => {
      const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
      return isCalendarDate(date) ? date : null;
    });
  }
  if (NAMED_WITHOUT_YEAR.test(typed))
    return nearest(today, (year) => parsed(`${typed} ${year}`, order));
  return parsed(typed.replace(DIGITS, "$1/$2/$3"), order);
}

function parsed(typed: string, order: DateOrder): string | null {
  const read = parseDate(typed, order);
  return "value" in read ? read.value : null;
}

function nearest(today: string, inYear: (year: number) => string | null): string | null {
  const year = Number(today.slice(0, 4));
  const dates = [year, year + 1, year - 1].flatMap((one) => inYear(one) ?? []);
  const distance = (date: string) => Math.abs(daysBetween(today, date));
  return dates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
