import type { Labels, SheetChoice } from "./sheetColumn.js";

/** A name in each of the sheet's languages. */
export const labels = (pt: string, en: string, es: string): Labels => ({ pt, en, es });

/** Synonyms and hints are written in one text, parted by bars, so that each column stays readable. */
export const words = (text: string): string[] => text.split("|").map((word) => word.trim());

/** A value of a choice column: its names in Portuguese, English and Spanish, and other words for it. */
export function choice<Value extends string>(
  value: Value,
  names: string,
  synonyms: string,
): SheetChoice {
  const [pt = "", en = "", es = ""] = words(names);
  return { value, labels: { pt, en, es }, synonyms: words(synonyms) };
}
