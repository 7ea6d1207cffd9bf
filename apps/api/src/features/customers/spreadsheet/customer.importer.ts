import { customersSheet } from "@clientela/shared/customers/customers.sheet";
import type { CellValue } from "@clientela/shared/sheets/sheetValues";
import { foldText } from "@clientela/shared/values/foldText";
import { compare } from "@clientela/shared/values/money";
import sql from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { Organisation } from "../../../platform/organisation.js";
import type { Importer, ReadRow, RowIssue, RowValues } from "../../../platform/sheets/importer.js";
import { externalIdValues } from "../../../platform/sheets/rowExternalIds.js";
import { contactPointColumns, contactPointValues } from "../contact-points/importContactPoints.js";
import { putTogether } from "../contact-points/phoneParts.js";
import { customerImportTable } from "./customerImportTable.js";
import { readAddress } from "./importAddress.js";
import { provenCountry, readSecondTaxId, readTaxIdOf } from "./importTaxIds.js";

// Fields that go into a column of the same meaning; the others are read below.
const COLUMN_BY_FIELD: Readonly<Record<string, string>> = {
  number: "number",
  legalName: "legal_name",
  tradeName: "trade_name",
  taxId: "tax_id_value",
  taxIdCountry: "tax_id_country",
  secondTaxId: "second_tax_id_value",
  secondTaxIdCountry: "second_tax_id_country",
  status: "status",
  email: "email",
  phone: "phone",
  website: "website",
  street: "street",
  streetNumber: "street_number",
  complement: "complement",
  district: "district",
  city: "city",
  region: "region",
  postalCode: "postal_code",
  country: "country",
  owner: "owner_id",
  tags: "tags",
  notes: "notes",
  currency: "currency",
  paymentTermDays: "payment_term_days",
  creditLimit: "credit_limit",
  isInactive: "status",
  fullAddress: "street",
  phoneAreaCode: "phone",
  phoneCountryCode: "phone",
  ...contactPointColumns,
};

const READ_APART = new Set([
  "taxId",
  "taxIdCountry",
  "secondTaxId",
  "secondTaxIdCountry",
  "phone",
  "owner",
  "isInactive",
  "fullAddress",
  "phoneAreaCode",
  "phoneCountryCode",
  "creditLimit",
  ...Object.keys(contactPointColumns),
]);

const textOf = (value: CellValue | null | undefined): string | null =>
  typeof value === "string" ? value : null;

async function ownersByName(db: Db): Promise<ReadonlyMap<string, string>> {
  const people = await db.rows<{ id: string; name: string; email: string }>(
    sql`SELECT id, name, email FROM users WHERE disabled_at IS NULL ORDER BY id DESC`,
  );
  return new Map(
    people.flatMap(({ id, name, email }): [string, string][] => [
      [foldText(name), id],
      [foldText(email), id],
    ]),
  );
}

const PHONE_CODE = /^\W*\d{1,5}\W*$/;

/** A phone's area or country code; null where the cell holds something else. */
function codeOf(cell: CellValue | null | undefined): string | null {
  const text = textOf(cell);
  return text !== null && PHONE_CODE.test(text) ? text : null;
}

// A code in a cell of its own that is no part of the phone would be lost without a word.
function nameUnusedCodes({ fields }: ReadRow, phone: string | null, issues: RowIssue[]): void {
  const digits = (phone ?? "").replace(/\D/g, "");
  for (const field of ["phoneAreaCode", "phoneCountryCode"]) {
    const value = textOf(fields[field]);
    if (value === null) continue;
    const code = codeOf(value)?.replace(/\D/g, "").replace(/^0+/, "") ?? "";
    if (code === "" || !digits.includes(code))
      issues.push({ field, code: "phone_code_unused", severity: "warning", value });
  }
}

/** Parses a phone as it is written into what is stored, with the codes that have cells of their own. */
function phoneReader({ fields, headers }: ReadRow, country: string | null) {
  const areaCode = codeOf(fields.phoneAreaCode);
  const hasCode = areaCode !== null || !("phoneAreaCode" in fields);
  // Area codes are called so in Brazil alone.
  const own = hasCode && /\bDDD\b|_DDD/i.test(headers.phoneAreaCode ?? "") ? "BR" : null;
  const parts = { areaCode, countryCode: codeOf(fields.phoneCountryCode), country: country ?? own };
  return (written: string) => putTogether(written, parts);
}

function readPhone(
  { fields }: ReadRow,
  read: ReturnType<typeof phoneReader>,
  issues: RowIssue[],
): string | null {
  const written = textOf(fields.phone);
  if (written === null) return null;
  const { phone, isFull } = read(written);
  if (isFull === false) {
    issues.push({ field: "phone", code: "phone_not_full", severity: "warning", value: phone });
  }
  return phone;
}

// A column that marks who is inactive does not say whether the others are customers or leads.
function readStatus({ fields }: ReadRow, issues: RowIssue[]): string | null {
  const status = textOf(fields.status);
  if (fields.isInactive !== "true" || status === "INACTIVE" || status === "ARCHIVED") return status;
  if (status === null) return "INACTIVE";
  const issue = { field: "isInactive", code: "value_not_kept", value: "true" };
  issues.push({ ...issue, severity: "warning" });
  return status;
}

// The id whose system another column says, or the file as a whole.
function idOfFile({ fields }: ReadRow, idSource: string | null, issues: RowIssue[]) {
  const value = textOf(fields.externalId);
  if (value === null) return [];
  const source = textOf(fields.externalSource) ?? idSource;
  if (source !== null) return [{ source, value, field: "externalId" }];
  issues.push({ field: "externalId", code: "id_source_missing", severity: "error", value });
  return [];
}

async function openRows(
  db: Db,
  _organisation: Organisation,
  idSource: string | null,
): Promise<(row: ReadRow) => RowValues> {
  const owners = await ownersByName(db);
  return (row) => {
    const { fields } = row;
    const issues: RowIssue[] = [];
    const values: Record<string, unknown> = {};
    const address = readAddress(row, issues);
    const country = address.country ?? null;
    const plain = { ...fields, ...address, status: readStatus(row, issues) };
    for (const [field, value] of Object.entries(plain)) {
      const column = COLUMN_BY_FIELD[field];
      if (column && value !== null && !READ_APART.has(field)) values[column] = value;
    }
    const limit = textOf(fields.creditLimit);
    if (limit !== null && compare(limit, "0") > 0) values.credit_limit = limit;
    // Other systems write 0 for customers without a limit.
    else if (limit !== null) {
      issues.push({
        field: "creditLimit",
        code: "placeholder",
        severity: "warning",
        value: limit,
      });
    }
    const taxId = readTaxIdOf(row, country);
    if (taxId !== null) {
      Object.assign(values, taxId.values);
      issues.push(...taxId.issues);
    }
    const second = readSecondTaxId(row, country, taxId?.values ?? {});
    Object.assign(values, second.values);
    issues.push(...second.issues);
    const asPhone = phoneReader(row, country ?? provenCountry(taxId?.values));
    const phone = readPhone(row, asPhone, issues);
    if (phone !== null) values.phone = phone;
    const main = { email: textOf(fields.email), phone };
    Object.assign(
      values,
      contactPointValues(fields, main, (text) => asPhone(text).phone),
    );
    nameUnusedCodes(row, phone, issues);
    const owner = textOf(fields.owner);
    if (owner !== null) {
      const id = owners.get(foldText(owner));
      if (id) values.owner_id = id;
      else
        issues.push({ field: "owner", code: "unknown_owner", severity: "warning", value: owner });
    }
    Object.assign(values, externalIdValues(row, idOfFile(row, idSource, issues)));
    return { values, issues };
  };
}

/** How customers come in from sheets. */
export const customerImporter: Importer = {
  recordType: "CUSTOMER",
  sheet: customersSheet,
  permission: "customers:write",
  readPermission: "customers:read",
  openRows,
  columnOf: (field) => COLUMN_BY_FIELD[field] ?? field,
  table: customerImportTable,
};
