import { countryFromText } from "./values/countryFromText.js";
import { foldText } from "./values/foldText.js";
import { isBlank } from "./values/textRules.js";

/** The parts of an address, as customers have them. */
export interface AddressParts {
  street?: string;
  streetNumber?: string;
  complement?: string;
  district?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  country?: string;
}

/** Longer than any part of an address, in characters. */
const LONGEST_PART = 100;

const STATES = new Set(
  (
    "AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO " +
    "AK AR AZ CA CO CT DE FL GA HI IA ID IL IN KS KY LA MD ME MI MN MO NC ND NE NH NJ NM NV NY OH OK OR " +
    "RI SD TN TX UT VA VT WA WI WV WY"
  ).split(" "),
);

const POSTAL_CODE = String.raw`(?:\d{2}\.?\d{3}-?\d{3}|\d{4}-\d{3}|\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})`;
const POSTAL_CODE_ALONE = new RegExp(`^(?:CEP|C\\.?P\\.?|ZIP)?:? ?(${POSTAL_CODE})$`, "i");
const POSTAL_CODE_FIRST = new RegExp(`^(?:CEP:? ?)?(${POSTAL_CODE}) (\\p{L}.*)$`, "iu");
const POSTAL_CODE_LAST = new RegExp(`^(\\p{L}.*?)[ ,]+(${POSTAL_CODE})$`, "u");
const CITY_AND_STATE = /^(\p{L}[^/()]*?) ?(?:\/ ?([A-Z]{2})|\(([A-Z]{2})\))$/u;
const NUMBER = /^(?:n[ºo°.]? ?)?(\d{1,6} ?[A-Za-z]?|s\.?\/?n\.?[ºo°]?)$/i;
const COMPLEMENT =
  /^(?:sala|apto?|ap|apartamento|bloco|bl|loja|andar|conj|conjunto|casa|fundos|lote|quadra|suite|unit|floor|piso|box|galp[aã]o|edif[ií]cio|ed|torre)\b|\d/i;

/** The segments of an address, from its beginning. */
const segmentsOf = (text: string): string[] =>
  text
    .split(/<br ?\/?>|[\r\n,;|]+| [-–—] /i)
    .map((segment) => segment.trim())
    .filter((segment) => !isBlank(segment));

/** What the end of an address says, taken from its segments; each is looked at once, the last one first. */
function takePlace(segments: string[], isInLines: boolean): AddressParts {
  const parts: AddressParts = {};
  const last = segments.at(-1) ?? "";
  const country = last.length > 2 || isInLines ? countryFromText(last) : null;
  if (country && segments.length > 1) {
    parts.country = country;
    segments.pop();
  }
  while (segments.length > 1 && parts.city === undefined) {
    const segment = segments.pop() ?? "";
    const alone = POSTAL_CODE_ALONE.exec(segment);
    const first = POSTAL_CODE_FIRST.exec(segment);
    const after = POSTAL_CODE_LAST.exec(segment);
    const withState = CITY_AND_STATE.exec(segment);
    if (alone && !parts.postalCode) parts.postalCode = alone[1];
    else if (first && !parts.postalCode) [, parts.postalCode, parts.city] = first;
    else if (after && !parts.postalCode) {
      parts.postalCode = after[2];
      // Before it stands the state, or the city.
      segments.push(after[1] ?? "");
    } else if (STATES.has(segment) && !parts.region) parts.region = segment;
    else if (withState && !parts.region) {
      parts.city = withState[1];
      parts.region = withState[2] ?? withState[3];
    } else if (/\d/.test(segment)) {
      segments.push(segment);
      break;
    } else parts.city = segment;
  }
  return parts;
}

function isBrazilian({ country, region, postalCode = "" }: AddressParts): boolean {
  if (country) return country === "BR";
  return region !== undefined && /^\d{2}\.?\d{3}-?\d{3}$|^$/.test(postalCode);
}

/**
 * The parts of an address that stands in one text: as Brazil, Portugal, Spain, the United States and most of
 * Europe write it, in one line or several. Null where its parts cannot be distinguished for sure.
 */
export function splitAddress(text: string): AddressParts | null {
  const segments = segmentsOf(text);
  const parts = takePlace(segments, /<br|[\r\n]/i.test(text));
  const isPlaced = parts.city !== undefined && (parts.region || parts.postalCode || parts.country);
  const [street, ...rest] = segments;
  if (!isPlaced || street === undefined || !/\p{L}/u.test(street) || rest.length > 3) return null;
  parts.street = street;
  const number = NUMBER.exec(rest[0] ?? "");
  if (number) {
    parts.streetNumber = number[1];
    rest.shift();
  }
  const end = rest.at(-1);
  if (end !== undefined && isBrazilian(parts) && !COMPLEMENT.test(end)) {
    parts.district = end;
    rest.pop();
  }
  if (rest.length > 0) parts.complement = rest.join(", ");
  return Object.values(parts).every((part) => part.length <= LONGEST_PART) ? parts : null;
}

const lastWords = (text: string, count: number): string =>
  text
    .split(/[\s,;]+/)
    .slice(-count)
    .join(" ");

// How much of a text's end names a country: "USA", "United Kingdom".
function countryAtEnd(text: string, country: string): string | null {
  for (let count = 4; count > 0; count -= 1) {
    const words = lastWords(text, count);
    if (words.length > 1 && countryFromText(words) === country) return words;
  }
  return null;
}

/**
 * A street without the city, state, postal code and country that its end repeats from their own cells; null
 * where it repeats less than two of them.
 */
export function withoutRepeatedPlace(
  street: string,
  { city, region, postalCode, country }: AddressParts,
): string | null {
  const trimmed = (text: string) => text.replace(/[\s,;–—-]+$/u, "");
  let rest = trimmed(street);
  let repeated = 0;
  const wanted = new Set([city, region, postalCode].filter((part) => part !== undefined));
  const cut = (end: string) => {
    rest = trimmed(rest.slice(0, rest.length - end.length));
    repeated += 1;
  };
  const named = country === undefined ? null : countryAtEnd(rest, country);
  if (named) cut(rest.slice(-named.length));
  for (let found = true; found; ) {
    found = false;
    for (const part of wanted) {
      const end = rest.slice(-part.length);
      const before = rest.at(-1 - part.length);
      if (foldText(end) !== foldText(part) || (before && /[\p{L}\d]/u.test(before))) continue;
      cut(end);
      wanted.delete(part);
      found = true;
    }
  }
  return repeated >= 2 && rest !== "" ? rest : null;
}
