import { parseDecimal } from "@clientela/shared/money";
import type { Language } from "./language.js";

/**
 * Reads an amount as a person types it ("1.234,50", "R$ 1234,5", "1,234.50") and gives its exact
 * decimal text. Where a text could be read in two ways, the language's own way holds. Null for
 * what is no number.
 */
export function readDecimal(text: string, language: Language): string | null {
  const digits = text.replace(/[^\d.,+-]/g, "");
  const point = language === "en" ? "." : ",";
  const group = point === "," ? "." : ",";
  const plain = digits.includes(point)
    ? digits.replaceAll(group, "").replace(point, ".")
    : ungrouped(digits, group);
  return parseDecimal(plain);
}

// "1.234" in Portuguese is a thousand and more, "12.5" can only be meant as a decimal.
function ungrouped(digits: string, group: string): string {
  const parts = digits.split(group);
  const grouped = parts.length > 1 && parts.slice(1).every((part) => part.length === 3);
  return grouped ? parts.join("") : digits.replace(group, ".");
}

/** An exact decimal as it stands in a field: the language's point, no groups, no needless zeros. */
export function writeDecimal(decimal: string, language: Language, places = 0): string {
  const [whole = "0", fraction = ""] = decimal.split(".");
  let kept = fraction.replace(/0+$/, "");
  if (kept.length < places) kept = kept.padEnd(places, "0");
  if (!kept) return whole;
  return `${whole}${language === "en" ? "." : ","}${kept}`;
}
