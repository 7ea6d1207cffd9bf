import { normaliseTaxId, taxIdFormOf, taxIdForms } from "@clientela/shared/customers/taxIdForms";
import { validateEntity, validatePerson } from "stdnum";

/** A tax ID as it is stored. */
export interface StoredTaxId {
  taxIdCountry: string;
  taxIdKind: string;
  taxIdValue: string;
}

/** The columns of a second tax ID; null where there is none. */
export const asSecond = (read: StoredTaxId | null) => ({
  secondTaxIdCountry: read?.taxIdCountry ?? null,
  secondTaxIdKind: read?.taxIdKind ?? null,
  secondTaxIdValue: read?.taxIdValue ?? null,
});

/** The tax IDs of a row, the first one at the front; none twice. */
export function taxIdsOf(row: {
  taxIdCountry?: string | null;
  taxIdValue?: string | null;
  secondTaxIdCountry?: string | null;
  secondTaxIdValue?: string | null;
}): { country: string; value: string }[] {
  const pairs = [
    [row.taxIdCountry, row.taxIdValue],
    [row.secondTaxIdCountry, row.secondTaxIdValue],
  ];
  return pairs.flatMap(([country, value]) => (country && value ? [{ country, value }] : []));
}

/** The country of a tax ID of unknown country (user-assigned in ISO 3166-1). */
export const UNKNOWN_COUNTRY = "ZZ";

const SHAPE = /^[0-9A-Z]{2,40}$/;

// stdnum accepts a few numbers that no office issues: the same digit repeated.
const isRepeated = (value: string) => /^(\d)\1*$/.test(value);

// stdnum creates an error for each format that a number does not match, and its stack trace is never read.
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

/** What is wrong with a tax ID, and the parameters of its message. */
interface TaxIdIssue {
  code: string;
  params: Readonly<Record<string, string>>;
}

/**
 * Normalises a tax ID in any notation and verifies its check digits for its country.
 * Returns the issue if it is invalid. Source of the rules: the stdnum library.
 */
export function readTaxId(country: string | null, text: string): StoredTaxId | TaxIdIssue {
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
