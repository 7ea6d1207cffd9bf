import { isCountry } from "./countries.js";
import { isCurrency } from "./currencies.js";
import { isBlank, type Ruling, textRule } from "./textRules.js";

/** A country by its ISO 3166 code. */
export function countryRuling(text: string): Ruling<string> {
  const code = text.trim().toUpperCase();
  if (isBlank(code)) return { issue: "required" };
  return isCountry(code) ? { value: code } : { issue: "invalid_country" };
}

function currencyRuling(text: string): Ruling<string> {
  const code = text.trim().toUpperCase();
  if (isBlank(code)) return { issue: "required" };
  return isCurrency(code) ? { value: code } : { issue: "invalid_currency" };
}

/** A currency by its ISO 4217 code. */
export const currencyCode = textRule(currencyRuling);
