import type { CellValue } from "@clientela/shared/sheetValues";
import { formatTaxId } from "@clientela/shared/taxIdForms";
import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { chosenCustomers } from "./customer.chosen.js";

/**
 * The statement for an export of records `x` that belong to customers: `values` are its columns, `from`
 * joins the records to their customers `c`, and what names the customer comes first.
 */
export function rowsOfChosenCustomers(
  question: unknown,
  context: Context,
  { values, from }: { values: Sql; from: Sql },
): Sql {
  const { where, order } = chosenCustomers(question, context);
  return sql`
    SELECT c.number AS "customerNumber", c.tax_id_value AS "customerTaxId", c.tax_id_country AS "taxIdCountry",
      c.legal_name AS "customerName", e.external_id AS "customerExternalId", e.source AS "customerExternalSource",
      to_char(x.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt", ${values}
    FROM (
      SELECT r.id, r.number, r.tax_id_value, r.tax_id_country, r.legal_name, row_number() OVER (ORDER BY ${order}) AS place
      FROM customers r WHERE ${where}
    ) c ${from}
    LEFT JOIN LATERAL (
      SELECT source, external_id FROM customer_external_ids WHERE customer_id = c.id ORDER BY source, external_id LIMIT 1
    ) e ON true
    WHERE x.deleted_at IS NULL ORDER BY c.place, x.id`;
}

/** Writes the customer's tax ID as people know it. */
export function showCustomer(row: Record<string, CellValue | null>): void {
  const { customerTaxId, taxIdCountry } = row;
  if (typeof customerTaxId === "string" && typeof taxIdCountry === "string")
    row.customerTaxId = formatTaxId(taxIdCountry, customerTaxId);
}
