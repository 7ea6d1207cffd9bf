import { formatTaxId } from "@clientela/shared/customers/taxIdForms";
import type { CellValue } from "@clientela/shared/sheets/sheetValues";
import sql, { raw, type Sql } from "sql-template-tag";
import {
  exportedExternalIds,
  exportedSources,
} from "../../../platform/sheets/exportExternalIds.js";
import type { Exporter } from "../../../platform/sheets/exporter.js";
import { chosenCustomers } from "../list/chosenCustomers.js";

/** Records `x` that belong to customers: their table, and the columns of their sheet. */
interface RelatedRecords extends Pick<Exporter, "recordType" | "sheet" | "permission"> {
  table: string;
  values: Sql;
}

/** How records that belong to customers go out into sheets: those of the chosen ones, each with what names its customer. */
export function relatedExporter({ table, values, ...exporter }: RelatedRecords): Exporter {
  const records = raw(`"${table}" x ON x.customer_id = c.id AND x.deleted_at IS NULL`);
  return {
    ...exporter,
    show: showCustomer,
    sources(params, context) {
      const { where } = chosenCustomers(params, context);
      return exportedSources(sql`
        JOIN ${raw(`"${table}"`)} x ON x.id = e.record_id AND x.deleted_at IS NULL
        JOIN customers r ON r.id = x.customer_id WHERE ${where}`);
    },
    count(params, context) {
      const { where } = chosenCustomers(params, context);
      return sql`
        SELECT count(*)::int AS count FROM (SELECT r.id FROM customers r WHERE ${where}) c JOIN ${records}`;
    },
    rows(params, context) {
      const { where, order } = chosenCustomers(params, context);
      return sql`
        SELECT c.number AS "customerNumber", c.tax_id_value AS "customerTaxId", c.tax_id_country AS "taxIdCountry",
          c.legal_name AS "customerName", e.external_id AS "customerExternalId", e.source AS "customerExternalSource",
          to_char(x.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt", ${values},
          ${exportedExternalIds(sql`x.id`)}
        FROM (
          SELECT r.id, r.number, r.tax_id_value, r.tax_id_country, r.legal_name, row_number() OVER (ORDER BY ${order}) AS place
          FROM customers r WHERE ${where}
        ) c JOIN ${records}
        LEFT JOIN LATERAL (
          SELECT source, external_id FROM customer_external_ids WHERE customer_id = c.id ORDER BY source, external_id LIMIT 1
        ) e ON true
        ORDER BY c.place, x.id`;
    },
  };
}

/** Writes the customer's tax ID as people know it. */
function showCustomer(row: Record<string, CellValue | null>): void {
  const { customerTaxId, taxIdCountry } = row;
  if (typeof customerTaxId === "string" && typeof taxIdCountry === "string")
    row.customerTaxId = formatTaxId(taxIdCountry, customerTaxId);
}
