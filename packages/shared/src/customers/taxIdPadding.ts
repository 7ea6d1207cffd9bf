import { taxIdFormOf, taxIdForms } from "./taxIdForms.js";

/**
 * The tax IDs that a number may have been before a spreadsheet dropped its leading zeros, the
 * fewest zeros first; the number as it stands is not among them. Which one it was, if any, the
 * check digit decides.
 */
export function candidatesForLostZeros(country: string, digits: string): string[] {
  if (!/^\d+$/.test(digits)) return [];
  const lengths = taxIdForms(country)
    .flatMap((form) => form.masks)
    .map((mask) => mask.replace(/[^0-9A-Z]/g, "").length);
  return [...new Set(lengths)]
    .filter((length) => length > digits.length)
    .sort((a, b) => a - b)
    .map((length) => digits.padStart(length, "0"))
    .filter((value) => taxIdFormOf(country, value) !== null);
}
