import { customersSheet } from "@clientela/shared/customers/customers.sheet";
import { formatTaxId } from "@clientela/shared/customers/taxIdForms";
import sql from "sql-template-tag";
import {
  exportedExternalIds,
  exportedSources,
} from "../../../platform/sheets/exportExternalIds.js";
import type { Exporter } from "../../../platform/sheets/exporter.js";
import { furtherCells } from "../contact-points/contactPointSql.js";
import { chosenCustomers } from "../list/chosenCustomers.js";

/** How customers go out into sheets; what it writes, the importer reads again without a change. */
export const customerExporter: Exporter = {
  recordType: "CUSTOMER",
  sheet: customersSheet,
  permission: "customers:read",
  show(row) {
    const { taxId, taxIdCountry } = row;
    if (typeof taxId === "string" && typeof taxIdCountry === "string")
      row.taxId = formatTaxId(taxIdCountry, taxId);
    const { secondTaxId, secondTaxIdCountry } = row;
    if (typeof secondTaxId === "string" && typeof secondTaxIdCountry === "string")
      row.secondTaxId = formatTaxId(secondTaxIdCountry, secondTaxId);
  },
  sources(params, context) {
    const { where } = chosenCustomers(params, context);
    return exportedSources(sql`JOIN customers r ON r.id = e.record_id WHERE ${where}`);
  },
  count(params, context) {
    const { where } = chosenCustomers(params, context);
    return sql`SELECT count(*)::int AS count FROM customers r WHERE ${where}`;
  },
  rows(params, context) {
    const { where, order } = chosenCustomers(params, context);
    return sql`
      SELECT r.number, r.legal_name AS "legalName", r.trade_name AS "tradeName",
        r.tax_id_value AS "taxId", r.tax_id_country AS "taxIdCountry",
        r.second_tax_id_value AS "secondTaxId", r.second_tax_id_country AS "secondTaxIdCountry", r.status,
        r.email, r.email_label AS "emailLabel", r.phone, r.phone_label AS "phoneLabel", ${furtherCells("r")}, r.website,
        r.street, r.street_number AS "streetNumber", r.complement, r.district, r.city, r.region,
        r.postal_code AS "postalCode", r.country, u.email AS owner, p.number AS parent, r.tags, r.notes, r.currency,
        r.payment_term_days AS "paymentTermDays", r.credit_limit::text AS "creditLimit", ${exportedExternalIds(sql`r.id`)},
        to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt"
      FROM customers r LEFT JOIN users u ON u.id = r.owner_id
      LEFT JOIN customers p ON p.id = r.parent_id AND p.deleted_at IS NULL
      WHERE ${where} ORDER BY ${order}`;
  },
};
