import { normaliseTaxId, taxIdFormOf, taxIdForms } from "@clientela/shared/customers/taxIdForms";
import { validateEntity, validatePerson } from "stdnum";
import type { Issue } from "../../../platform/errors.js";

/** A tax ID as the row holds it. */
export interface StoredTaxId {
  taxIdCountry: string;
  taxIdKind: string;
  taxIdValue: string;
}

/** The country of a tax ID whose country nobody told (ISO 3166-1, user-assigned). */
export const UNKNOWN_COUNTRY = "ZZ";

const SHAPE = /^[0-9A-Z]{2,40}$/;

// stdnum lets a few numbers pass that no office ever gave: the same digit all over.
const isRepeated = (value: string) => /^(\d)\1*$/.test(value);

// stdnum makes an error for each form that a number has not, and nobody reads where it was made.
function withoutTraces<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function isValidIn(country: string, value: string): boolean {
  return withoutTraces(() => {
    const entity = validateEntity(country, value);
    if (entity.isValid) return true;
    const person = validatePerson(country, value);
    return Boolean(person.isValid) || (!entity.checked && !person.checked);
  });
}

/**
 * A tax ID in any notation as we store it, its check digits verified for its country.
 * Returns the issue where it is none. Source of the rules: the stdnum library.
 */
export function readTaxId(country: string | null, text: string): StoredTaxId | Omit<Issue, "path"> {
  const place = country ?? UNKNOWN_COUNTRY;
  const value = normaliseTaxId(place, text);
  if (country === null || country === UNKNOWN_COUNTRY) {
    return SHAPE.test(value)
      ? { taxIdCountry: UNKNOWN_COUNTRY, taxIdKind: "OTHER", taxIdValue: value }
      : { code: "invalid", params: {} };
  }
  const forms = taxIdForms(country);
  const kind = taxIdFormOf(country, value)?.kind ?? null;
  const known = forms.length > 0;
  if (
    !SHAPE.test(value) ||
    (known && kind === null) ||
    isRepeated(value) ||
    !isValidIn(country, value)
  ) {
    const kinds = kind ?? [...new Set(forms.map((form) => form.kind))].join(" / ");
    return { code: "invalid_tax_id", params: { kind: kinds || "tax ID" } };
  }
  return { taxIdCountry: country, taxIdKind: kind ?? "OTHER", taxIdValue: value };
}
