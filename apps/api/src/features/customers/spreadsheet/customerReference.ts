import { normaliseTaxId } from "@clientela/shared/customers/taxIdForms";
import { candidatesForLostZeros } from "@clientela/shared/customers/taxIdPadding";
import sql, { type Sql } from "sql-template-tag";
import type { ReadRow } from "../../../platform/sheets/importer.js";
import { readRecordId, valuesByColumn } from "../../../platform/sheets/importRow.js";
import type { RowParent } from "../../../platform/sheets/importTable.js";
import { externalIdValues } from "../../../platform/sheets/rowExternalIds.js";
import { UNKNOWN_COUNTRY } from "../identity/taxId.js";

/** What a row of a kind that belongs to customers says: of its customer, of its own id, of its ids in other systems, and by column. */
export function readRelated(
  row: ReadRow,
  columns: Readonly<Record<string, string>>,
  idSource: string | null,
): Record<string, unknown> {
  const id = readRecordId(row);
  return {
    ...readReference(row, idSource),
    ...valuesByColumn(row, columns),
    ...externalIdValues(row),
    ...(id && { id }),
  };
}

function readReference(
  { fields, numeric }: ReadRow,
  idSource: string | null,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const take = (field: string, column: string) => {
    if (typeof fields[field] === "string") values[column] = fields[field];
  };
  take("customerNumber", "customer_number");
  take("customerName", "customer_name");
  take("customerExternalId", "customer_external_id");
  if (values.customer_external_id !== undefined && idSource !== null)
    values.customer_external_source = idSource;
  take("customerExternalSource", "customer_external_source");
  const { customerTaxId } = fields;
  if (typeof customerTaxId === "string") {
    // Its country is the customer's, so what it can be there is looked for in turn.
    const value = normaliseTaxId(UNKNOWN_COUNTRY, customerTaxId);
    const padded = numeric.has("customerTaxId") ? candidatesForLostZeros("BR", value) : [];
    const candidates = [value, value.replace(/^[A-Z]{2}(?=\d)/, ""), ...padded];
    values.customer_tax_ids = [...new Set(candidates)];
  }
  return values;
}

/** What staged rows name their customer by. */
export const customerReferenceKeys: Readonly<Record<string, Sql>> = {
  customer_number: sql`upper(r."values"->>'customer_number')`,
  customer_external_id: sql`r."values"->>'customer_external_id'`,
  customer_external_source: sql`r."values"->>'customer_external_source'`,
  customer_tax_ids: sql`r."values"->>'customer_tax_ids'`,
  customer_name: sql`r."values"->>'customer_name'`,
};

const live = sql`c.deleted_at IS NULL`;

// Nearly all rows have one candidate: joining those by a plain value is several times quicker than by unnested lists.
const byTaxId = (rows: Sql): Sql => sql`
  SELECT s.line, x.customer_id FROM ${rows} s JOIN customer_tax_ids x ON x.value = s.customer_tax_ids::jsonb->>0
  UNION ALL
  SELECT s.line, x.customer_id FROM ${rows} s
  CROSS JOIN LATERAL jsonb_array_elements_text(s.customer_tax_ids::jsonb - 0) t (value)
  JOIN customer_tax_ids x ON x.value = t.value WHERE jsonb_array_length(s.customer_tax_ids::jsonb) > 1`;
const byLegalName = (rows: Sql): Sql => sql`
  SELECT s.line, c.id FROM ${rows} s JOIN customers c ON c.name_key = fold(s.customer_name) WHERE ${live}`;
const byTradeName = (rows: Sql): Sql => sql`
  SELECT s.line, c.id FROM ${rows} s JOIN customers c ON fold(c.trade_name) = fold(s.customer_name) WHERE ${live}`;

/** How rows of other kinds find the customer that they belong to. */
export const customerParent: RowParent = {
  table: "customers",
  keys: {
    customer_number: "customerNumber",
    customer_external_id: "customerExternalId",
    customer_tax_ids: "customerTaxId",
    customer_name: "customerName",
  },
  matchStrategies: [
    {
      key: "customer_number",
      find: (rows) => sql`
        SELECT s.line, c.id FROM ${rows} s JOIN customers c ON c.number = s.customer_number WHERE ${live}`,
    },
    {
      key: "customer_external_id",
      find: (rows) => sql`
        SELECT s.line, c.id FROM ${rows} s
        JOIN customer_external_ids e ON lower(e.source) = lower(s.customer_external_source) AND e.external_id = s.customer_external_id
        JOIN customers c ON c.id = e.customer_id WHERE ${live}`,
    },
    { key: "customer_tax_ids", find: byTaxId },
    { key: "customer_name", find: byLegalName },
    { key: "customer_name", find: byTradeName },
  ],
  // An id can be of any system, and so is no proof against what is surer.
  agrees: [
    {
      key: "customer_tax_ids",
      field: "customerTaxId",
      same: sql`s.customer_tax_ids::jsonb ?| ARRAY[o.tax_id_value, o.second_tax_id_value]`,
      find: byTaxId,
    },
    {
      key: "customer_name",
      field: "customerName",
      // Mostly the name is written as the customer's is, which spares folding it.
      same: sql`o.legal_name = s.customer_name OR o.trade_name = s.customer_name
        OR fold(s.customer_name) IN (o.name_key, fold(o.trade_name))`,
      find: (rows) => sql`${byLegalName(rows)} UNION ALL ${byTradeName(rows)}`,
    },
  ],
  label: "o.number || ' ' || o.legal_name",
};
