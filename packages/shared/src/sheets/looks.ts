import { countryFromText } from "../values/countryFromText.js";
import { isBlank } from "../values/textRules.js";

/** What the text of a cell can look like; one text can look like several things. */
export const LOOKS = [
  "email",
  "url",
  "link",
  "phone",
  "taxId",
  "brazilianTaxId",
  "postalCode",
  "formattedPostalCode",
  "date",
  "number",
  "percent",
  "code",
  "words",
  "name",
  "long",
  "address",
  "houseNumber",
  "days",
  "zero",
] as const;

/** One of the looks. */
export type Look = (typeof LOOKS)[number];

const bitOf = (look: Look): number => 1 << LOOKS.indexOf(look);

/** The looks as one number, in which each has a bit of its own. */
export const bitsOf = (looks: readonly Look[]): number =>
  looks.reduce((bits, look) => bits | bitOf(look), 0);

const EMAIL = /[^\s@;,<>()]+@[^\s@;,<>()]+\.[^\s@;,<>()]{2,}/;
const LINK = /^(?:https?:\/\/|www\.)\S+\.\S+$/i;
const DOMAIN = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?$/i;
const DATE =
  /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2})|\d{1,2} (?:de )?\p{L}{3,9}\.? (?:de )?\d{4})(?:$|[T ,])/u;
const NUMBER =
  /^[-+(]? ?(?:[A-Z]{0,3}\$|[A-Z]{3}|\p{Sc})? ?[-+]?\d[\d.,' ]*(?: ?(?:[A-Z]{3}|\p{Sc}|%))?[-)]?$/u;
const BRAZILIAN_TAX_ID =
  /^(?:[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/[\dA-Z]{4}-\d{2}|\d{3}\.\d{3}\.\d{3}-\d{2})$/i;
const TAX_ID = /^[A-Z]{0,4}[\dA-Z][\dA-Z .\-/]*$/i;
const FORMATTED_POSTAL_CODE = /^(?:\d{2}\.?\d{3}-\d{3}|\d{4}-\d{3})$/;
const POSTAL_CODE = /^'?[A-Z\d][A-Z\d .-]{0,11}$/i;
const CODE = /^[\p{Lu}\p{N}_.:#/-]{1,15}$/u;
const DAYS = /^(?:\D{0,20}\b)?\d{1,4}(?: ?\p{L}[^\d]{0,20})?$/u;
const NO_NUMBER = /^s\.?\/?n\.?[ºo°]?$/i;
/** The longest text of digits, in characters; several phones may stand in a cell. */
const LONGEST_NUMBER = 80;
const WORDS = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const BROKEN = /<br ?\/?>|[\r\n]/i;
const STATE_AT_END = / - [A-Z]{2}\b|\b[A-Z]{2} \d{5}\b/;
const POSTAL_CODE_WITHIN =
  /\b(?:\d{2}\.?\d{3}-\d{3}|\d{4}-\d{3}|\d{5}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b/;

function digitsIn(text: string): number {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits;
}

// Street, place and more in one text: at least three parts, of which one is known for a place.
function isWholeAddress(text: string): boolean {
  const parts = text.split(/<br ?\/?>|[\r\n,;]+| - /i).filter((part) => !isBlank(part));
  if (parts.length < 3) return false;
  return (
    STATE_AT_END.test(text) ||
    POSTAL_CODE_WITHIN.test(text) ||
    countryFromText(parts.at(-1) ?? "") !== null
  );
}

/** What a text that is not blank looks like, in bits. */
export function looksOf(raw: string): number {
  const text = raw.trim();
  const found: Look[] = [];
  const hasWords = WORDS.test(text);
  const isSpaced = /\s/.test(text);
  if (text.length > 120 || BROKEN.test(text)) found.push("long");
  if (hasWords) found.push("words");
  if (text.includes("@")) {
    if (EMAIL.test(text)) found.push("email");
    return bitsOf(found);
  }
  if (!isSpaced && LINK.test(text)) return bitsOf([...found, "url", "link"]);
  if (!isSpaced && hasWords && DOMAIN.test(text)) found.push("url");
  if (hasWords && (isSpaced || LOWER.test(text))) found.push("name");
  if (NO_NUMBER.test(text)) found.push("houseNumber");
  const digits = digitsIn(text);
  if (digits === 0) {
    if (!isSpaced && CODE.test(text)) found.push("code");
    return bitsOf(found);
  }
  if (text.length <= LONGEST_NUMBER) found.push(...numericLooks(text, digits));
  if (!isSpaced && text.length <= LONGEST_NUMBER) found.push("code");
  if (hasWords && isWholeAddress(text)) found.push("address");
  return bitsOf(found);
}

function numericLooks(text: string, digits: number): Look[] {
  if (DATE.test(text)) return ["date"];
  const found: Look[] = [];
  const isNumber = NUMBER.test(text);
  if (isNumber) found.push("number");
  if (isNumber && text.endsWith("%")) found.push("percent");
  if (isNumber && /^\D*0*(?:[.,]0+)?$/.test(text)) found.push("zero");
  if (DAYS.test(text)) found.push("days");
  if (digits >= 5 && !/\p{L}{6}|^\p{L}+\d|[.,]\d{1,2}$/u.test(text)) found.push("phone");
  if (digits >= 5 && digits <= 20 && TAX_ID.test(text)) found.push("taxId");
  if (BRAZILIAN_TAX_ID.test(text)) found.push("brazilianTaxId");
  if (digits >= 2 && POSTAL_CODE.test(text)) found.push("postalCode");
  if (FORMATTED_POSTAL_CODE.test(text)) found.push("formattedPostalCode");
  if (text.length <= 10) found.push("houseNumber");
  return found;
}
