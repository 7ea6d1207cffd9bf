import { CURRENCIES, currencyFromText } from "../values/currencies.js";
import { parseDecimal } from "../values/money.js";
import type { Ruling } from "../values/textRules.js";

/** The character that parts the decimals from the whole. */
export type DecimalMark = "." | ",";

const CURRENCY = String.raw`(?:[A-Z]{0,3}\$|${CURRENCIES.join("|")}|\p{Sc})`;
const BEFORE = new RegExp(`^${CURRENCY} *(?=[-+\\d.,(])`, "u");
const AFTER = new RegExp(` *${CURRENCY}$`, "u");

const GRAMMAR: Record<DecimalMark, RegExp> = {
  ".": /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}|[1-9]\d{0,2}(?:([ '])\d{3})(?:\1\d{3})*)?(?:\.\d+)?$/,
  ",": /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:([ '])\d{3})(?:\1\d{3})*)?(?:,\d+)?$/,
};

const SCIENTIFIC = /^(\d+)(?:[.,](\d+))?E([+-]?\d{1,3})$/i;

/** The parts of a number as people write it: whether it is negative, and its digits and marks. */
function partsOf(text: string): { negative: boolean; body: string } | null {
  let body = text.normalize("NFKC").replace(/\s+/g, " ").trim().replace(/[−‒–]/g, "-");
  let signs = 0;
  const take = (pattern: RegExp, replacement = "") => {
    const rest = body.replace(pattern, replacement).trim();
    const taken = rest !== body;
    body = rest;
    return taken;
  };
  if (take(/^\((.*)\)$/, "$1")) signs += 1;
  if (take(/^- ?/)) signs += 1;
  else take(/^\+ ?/);
  if (!take(BEFORE)) take(AFTER);
  if (take(/^- ?/)) signs += 1;
  if (take(/^\((.*)\)$/, "$1")) signs += 1;
  if (take(/ ?-$/)) signs += 1;
  return signs > 1 ? null : { negative: signs === 1, body };
}

function expand(body: string): string | null {
  const parts = SCIENTIFIC.exec(body);
  if (!parts) return null;
  const [, whole = "", fraction = "", exponent = "0"] = parts;
  const shift = Number(exponent) - fraction.length;
  const digits = whole + fraction;
  if (shift >= 0) return parseDecimal(digits + "0".repeat(shift));
  const padded = digits.padStart(1 - shift, "0");
  return parseDecimal(`${padded.slice(0, shift)}.${padded.slice(shift)}`);
}

/**
 * Reads a number as people write it ("1.234,56", "R$ 1,234.56", "(500)", "500-", "1.5E3") and gives a
 * plain decimal. Groups of digits have to be whole, so that "1.23" is no number where the mark is ",".
 */
export function parseNumber(text: string, mark: DecimalMark): Ruling<string> {
  if (/^[1-9]\d{0,99}$/.test(text)) return { value: text };
  const parts = text.length <= 100 ? partsOf(text) : null;
  if (!parts || !/\d/.test(parts.body)) return { issue: "invalid_number" };
  const { negative, body } = parts;
  let value = expand(body);
  if (value === null && GRAMMAR[mark].test(body)) {
    const [whole = "", fraction] = body.split(mark);
    const digits = whole.replace(/[^\d]/g, "") || "0";
    value = parseDecimal(fraction === undefined ? digits : `${digits}.${fraction}`);
  }
  if (value === null) return { issue: "invalid_number" };
  return { value: negative ? (parseDecimal(`-${value}`) ?? value) : value };
}

/**
 * The currency that an amount is written with ("US$ 10", "10 EUR"), as its code; null where it names none. A lone "$" is
 * that of many countries.
 */
export function currencyOfAmount(text: string): string | null {
  if (text.length > 100 || /^[\d.,-]*$/.test(text)) return null;
  const sign = text.normalize("NFKC").replace(/[\d\s.,'()+−‒–-]+/g, "");
  return sign === "" || sign === "$" ? null : currencyFromText(sign);
}

/**
 * Which decimal mark a number's text proves: "1.234,56" and "0,5" prove ",", "1,234.56" proves ".".
 * "either" where it would be a number both ways ("1.234"), null where it has no mark or is no number.
 */
export function decimalMarkOf(text: string): DecimalMark | "either" | null {
  const body = text.length <= 100 ? (partsOf(text.replace(/\s*%$/, ""))?.body ?? "") : "";
  if (!/^[\d.,' ]*[.,][\d.,' ]*$/.test(body)) return null;
  const fits = ([".", ","] as const).filter((mark) => GRAMMAR[mark].test(body));
  return fits.length === 2 ? "either" : (fits[0] ?? null);
}

/**
 * The digits of an identifier (a tax ID, a phone) that went through a number: "12345678000195.0" and
 * "1.2345678000195E13" are read in full, "1.23457E+13" has lost digits. Other text stays as it is.
 */
export function identifierFromNumber(text: string): Ruling<string> {
  const trimmed = text.trim();
  const float = /^(\d{6,})[.,]0{1,2}$/.exec(trimmed);
  if (float?.[1] !== undefined) return { value: float[1] };
  // One digit before the mark, as programs write it: "12345678901E35" is an alphanumeric CNPJ.
  const parts = /^(\d(?:[.,]\d+)?)E\+?\d{1,3}$/i.exec(trimmed);
  if (!parts) return { value: text };
  const significant = (parts[1] ?? "").replace(/[.,]/, "").replace(/0+$/, "").length;
  const value = expand(trimmed);
  // Spreadsheets show six digits of a long number, and keep fifteen.
  if (value === null || !/^\d+$/.test(value) || significant <= 6 || significant > 15) {
    return { issue: "precision_lost" };
  }
  return { value };
}
