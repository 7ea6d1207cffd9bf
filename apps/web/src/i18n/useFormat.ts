import { useLingui } from "@lingui/react";
import { type Format, makeFormat } from "./format.js";
import { currentLanguage } from "./i18n.js";
import type { Language } from "./language.js";

const made = new Map<Language, Format>();

/** Numbers, money, dates and durations in the language on screen. */
export function useFormat(): Format {
  useLingui();
  const language = currentLanguage();
  let format = made.get(language);
  if (!format) {
    format = makeFormat(language);
    made.set(language, format);
  }
  return format;
}
