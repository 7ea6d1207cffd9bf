import type { Locale } from "../values/locales.js";
import type { Labels, SheetChoice } from "./sheetColumn.js";

/** A name in each of the sheet's languages, and in the Portuguese of Portugal where that differs. */
export const labels = (pt: string, en: string, es: string, portugal?: string): Labels => ({
  pt,
  en,
  es,
  ...(portugal && { "pt-PT": portugal }),
});

/** A name in a language of the product. */
export function labelIn(names: Labels, locale: Locale): string {
  if (locale === "en") return names.en;
  return (locale === "pt-PT" && names["pt-PT"]) || names.pt;
}

/** Synonyms and hints are written in one text, parted by bars, so that each column stays readable. */
export const words = (text: string): string[] => text.split("|").map((word) => word.trim());

/**
 * A value of a choice column: its names in Portuguese, English and Spanish (and in the Portuguese of Portugal where that
 * differs), and other words for it.
 */
export function choice<Value extends string>(
  value: Value,
  names: string,
  synonyms: string,
): SheetChoice {
  const [pt = "", en = "", es = "", portugal] = words(names);
  return { value, labels: labels(pt, en, es, portugal), synonyms: words(synonyms) };
}
