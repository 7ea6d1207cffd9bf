import {
  type DecimalMark,
  decimalMarkOf,
  parseNumber,
} from "@clientela/shared/sheets/sheetNumbers";
import { parseDecimal } from "@clientela/shared/values/money";
import type { Language } from "./language.js";

/** The power of ten that a word after a number means; "m" and "mil" differ between languages, so each has its own. */
const POWERS: Record<"en" | "pt", Readonly<Record<string, number>>> = {
  en: { k: 3, thousand: 3, m: 6, mn: 6, million: 6 },
  pt: { k: 3, mil: 3, mi: 6, milhão: 6, milhao: 6, milhões: 6, milhoes: 6 },
};
const WITH_WORD = /^(.*\d)\s*(\p{L}+)$/u;
const SCIENTIFIC = /\d\s*e\s*[+-]?\d/i;

const markOf = (language: Language): DecimalMark => (language === "en" ? "." : ",");

/**
 * Reads an amount as a person types it ("1.234,50", "R$ 1234,5", "1,234.50", "10k", "1,5 mil") and gives its exact
 * decimal text. Where a text could be read in two ways, the language's own way holds. Null for what is no number,
 * with all that stands next to it: nothing of a text is ever left out.
 */
export function readDecimal(text: string, language: Language): string | null {
  if (SCIENTIFIC.test(text)) return null;
  const [, number = "", word = ""] = WITH_WORD.exec(text.trim()) ?? [];
  const powers = POWERS[language === "en" ? "en" : "pt"];
  const power = Object.entries(powers).find(([name]) => name === word.toLowerCase())?.[1];
  if (power === undefined) return readPlain(text, markOf(language));
  const plain = readPlain(number, markOf(language));
  return plain === null ? null : shifted(plain, power);
}

// "12.5" proves the point in any language, "1.234" proves nothing.
function readPlain(text: string, own: DecimalMark): string | null {
  const proved = decimalMarkOf(text);
  const read = parseNumber(text, proved === "." || proved === "," ? proved : own);
  return "value" in read ? read.value : null;
}

function shifted(decimal: string, power: number): string | null {
  const [whole = "0", fraction = ""] = decimal.split(".");
  const digits = fraction.padEnd(power, "0");
  const rest = digits.slice(power);
  return parseDecimal(`${whole}${digits.slice(0, power)}${rest && `.${rest}`}`);
}

/** An exact decimal as a field shows it: the language's marks, thousands in groups, no needless zeros. */
export function writeDecimal(decimal: string, language: Language, places = 0): string {
  const [signed = "0", fraction = ""] = decimal.split(".");
  const [point, group] = language === "en" ? [".", ","] : [",", "."];
  const whole = signed.replace(/\B(?=(\d{3})+$)/g, group);
  let kept = fraction.replace(/0+$/, "");
  if (kept.length < places) kept = kept.padEnd(places, "0");
  return kept ? `${whole}${point}${kept}` : whole;
}
