import type { Language } from "./language.js";

/** What comes first where a region writes a date in numbers. */
export type NumericOrder = "dmy" | "mdy" | "ymd";

/** How dates are written in numbers in a region. */
export interface DateNotation {
  /** The BCP 47 tag that Intl formats with: "en-GB". */
  locale: string;
  order: NumericOrder;
  /** The form in dayjs's letters: "DD/MM/YYYY". */
  pattern: string;
}

/**
 * The locale to format in: the language itself, and for English the region that the browser asks for, because
 * "03/04" is a day of March in one and of April in the others.
 */
export function regionalLocale(language: Language): string {
  if (language !== "en") return language;
  return navigator.languages.find((tag) => /^en-[a-z]{2}$/i.test(tag)) ?? "en-US";
}

/** How the region of a language writes dates in numbers. */
export function dateNotation(language: Language): DateNotation {
  const locale = regionalLocale(language);
  const parts = new Intl.DateTimeFormat(locale, {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    calendar: "gregory",
    numberingSystem: "latn",
  }).formatToParts(new Date(0));
  const letters: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {
    day: "DD",
    month: "MM",
    year: "YYYY",
  };
  const pattern = parts.map(({ type, value }) => letters[type] ?? value).join("");
  const first = parts.find(({ type }) => type in letters)?.type;
  return { locale, pattern, order: first === "day" ? "dmy" : first === "month" ? "mdy" : "ymd" };
}
