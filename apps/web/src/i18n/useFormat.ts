import { useLingui } from "@lingui/react";
import { type Format, makeFormat } from "./format.js";
import { currentLanguage } from "./i18n.js";
import { regionalLocale } from "./region.js";

const made = new Map<string, Format>();

/** Numbers, money, dates and durations in the language on screen. */
export function useFormat(): Format {
  useLingui();
  const locale = regionalLocale(currentLanguage());
  let format = made.get(locale);
  if (!format) {
    format = makeFormat(locale);
    made.set(locale, format);
  }
  return format;
}
