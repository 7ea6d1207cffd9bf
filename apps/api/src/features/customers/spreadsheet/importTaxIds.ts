import { candidatesForLostZeros } from "@clientela/shared/customers/taxIdPadding";
import type { CellValue } from "@clientela/shared/sheets/sheetValues";
import { foldText } from "@clientela/shared/values/foldText";
import type { ReadRow, RowIssue } from "../../../platform/sheets/importer.js";
import { readTaxId, type StoredTaxId, UNKNOWN_COUNTRY } from "../identity/taxId.js";

const textOf = (value: CellValue | null | undefined): string | null =>
  typeof value === "string" ? value : null;

// A header that names a country's own number says whose it is.
const HEADER_COUNTRIES: readonly [RegExp, string][] = [
  [/\b(cnpj|cpf)\b/i, "BR"],
  [/\bnipc\b/i, "PT"],
  [/\b(ein|federal tax id)\b/i, "US"],
];

// What several countries call theirs says whose it is where the number's check digits agree.
const SHARED_HEADERS: readonly [RegExp, string[]][] = [
  [/\bn\.?i\.?f\b|contrib/i, ["PT", "ES"]],
  [/\bc\.?i\.?f\b/i, ["ES"]],
];

function countryOfHeader(header: string, text: string): string | null {
  const named = HEADER_COUNTRIES.find(([pattern]) => pattern.test(header))?.[1] ?? null;
  if (named !== null && isTaxId(readTaxId(named, text))) return named;
  const possible = SHARED_HEADERS.flatMap(([pattern, countries]) =>
    pattern.test(header) ? countries : [],
  );
  return possible.find((country) => isTaxId(readTaxId(country, text))) ?? named;
}

const isTaxId = (read: ReturnType<typeof readTaxId>): read is StoredTaxId => !("code" in read);

function toColumns({ taxIdCountry, taxIdKind, taxIdValue }: StoredTaxId) {
  return { tax_id_country: taxIdCountry, tax_id_kind: taxIdKind, tax_id_value: taxIdValue };
}

interface TaxIdReading {
  values: Record<string, string>;
  issues: RowIssue[];
}

/** The number in its country; a number cell may have lost its leading zeros, which the check digits prove. */
function readTaxIdCell(text: string, country: string | null, numeric: boolean): TaxIdReading {
  const read = readTaxId(country, text);
  if (isTaxId(read) && country !== null) return { values: toColumns(read), issues: [] };
  if (country === null) {
    // Brazil's numbers prove themselves by two check digits.
    const brazilian = readTaxId("BR", text);
    if (isTaxId(brazilian)) return { values: toColumns(brazilian), issues: [] };
    if (isTaxId(read)) {
      const warning: RowIssue = {
        field: "taxId",
        code: "tax_id_unverified",
        severity: "warning",
        value: text,
      };
      return { values: toColumns(read), issues: [warning] };
    }
  }
  if (numeric && country !== null) {
    for (const padded of candidatesForLostZeros(country, text)) {
      const again = readTaxId(country, padded);
      if (!isTaxId(again)) continue;
      const warning: RowIssue = {
        field: "taxId",
        code: "tax_id_padded",
        severity: "warning",
        value: text,
        params: { padded },
      };
      return { values: toColumns(again), issues: [warning] };
    }
  }
  const issue = isTaxId(read) ? { code: "invalid", params: {} } : read;
  return { values: {}, issues: [{ field: "taxId", severity: "error", value: text, ...issue }] };
}

// Programs that want a number are given these where there is none; 999999990 is Portugal's "final consumer".
const NO_TAX_ID = new Set(
  ["isento", "isenta", "exempt", "exento", "none", "null", "na", "nao tem", "nao informado"].concat(
    ["sem cnpj", "sem cpf", "sem nif", "consumidor final", "999999990", "pt999999990"],
  ),
);

/** Whether what stands in place of a tax ID says that there is none: "-", "ISENTO", zeros. */
function saysNone(text: string): boolean {
  const plain = foldText(text)
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .trim();
  return plain === "" || /^0+$/.test(plain.replaceAll(" ", "")) || NO_TAX_ID.has(plain);
}

const placeholderWarning = (value: string): RowIssue => ({
  field: "taxId",
  code: "tax_id_placeholder",
  severity: "warning",
  value,
});

/** The tax ID of a row, whose address is in `country`; null where it has none. */
export function readTaxIdOf({ fields, headers, numeric }: ReadRow, country: string | null) {
  const taxId = textOf(fields.taxId);
  if (taxId === null) return null;
  if (saysNone(taxId)) return { values: {}, issues: [placeholderWarning(taxId)] };
  const named = textOf(fields.taxIdCountry);
  const place =
    named === UNKNOWN_COUNTRY
      ? null
      : (named ?? country ?? countryOfHeader(headers.taxId ?? "", taxId));
  return readTaxIdCell(taxId, place, numeric.has("taxId"));
}

/** A tax ID of another kind than the first of the row; one of the same kind is named as not kept. */
export function readSecondTaxId(
  row: ReadRow,
  country: string | null,
  first: Record<string, string>,
): { values: Record<string, string | undefined>; issues: RowIssue[] } {
  const { fields, headers, numeric } = row;
  const taxId = textOf(fields.secondTaxId);
  if (taxId === null || saysNone(taxId)) return { values: {}, issues: [] };
  const { secondTaxId: cell } = row.furtherFrom ?? {};
  const field = cell === undefined ? "secondTaxId" : "taxId";
  const at = cell?.column === undefined ? {} : { column: cell.column };
  const named = textOf(fields.secondTaxIdCountry);
  const place =
    named === UNKNOWN_COUNTRY
      ? null
      : (named ?? country ?? countryOfHeader(cell?.header ?? headers[field] ?? "", taxId));
  // Of a further value of a cell it is not known whether the cell was a number.
  const isNumeric = numeric.has(field) || (field === "taxId" && /^\d+$/.test(taxId));
  const { values, issues } = readTaxIdCell(taxId, place, isNumeric);
  const { tax_id_country, tax_id_kind, tax_id_value } = values;
  // In a column of its own it is checked as the first.
  if (tax_id_value === undefined && field === "secondTaxId")
    return { values: {}, issues: issues.map((issue) => ({ ...issue, field })) };
  const isOfFirst = tax_id_kind === first.tax_id_kind && tax_id_country === first.tax_id_country;
  if (tax_id_value !== undefined && isOfFirst && tax_id_value === first.tax_id_value)
    return { values: {}, issues: [] };
  if (tax_id_value === undefined || isOfFirst) {
    const code = "value_not_kept";
    const issue: RowIssue = { field, ...at, code, severity: "warning", value: taxId };
    return { values: {}, issues: [issue] };
  }
  const placed = issues.map((issue) => ({ ...issue, field, ...at }));
  // The only one of a row is its first, whichever column it is in.
  if (first.tax_id_value === undefined) {
    const becomes = { field, code: "second_becomes_first", severity: "warning" } as const;
    return {
      values,
      issues: field === "taxId" ? placed : [...placed, { ...becomes, value: taxId }],
    };
  }
  const second = {
    second_tax_id_country: tax_id_country,
    second_tax_id_kind: tax_id_kind,
    second_tax_id_value: tax_id_value,
  };
  return { values: second, issues: placed };
}

/** A tax ID whose check digits agree says in which country its customer's phones are. */
export const provenCountry = ({ tax_id_country: country }: Record<string, string> = {}) =>
  country === undefined || country === UNKNOWN_COUNTRY ? null : country;
