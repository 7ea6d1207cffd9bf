import { customersSheet } from "@clientela/shared/customers.sheet";
import { CUSTOMER_STATUSES } from "@clientela/shared/enums";
import sql, { join, raw } from "sql-template-tag";
import { z } from "zod";
import type { Exporter } from "../../platform/exporter.js";
import { OrderDirection } from "../../platform/page.args.js";
import { customerListing } from "./customer.listing.js";
import { CUSTOMER_ORDER_FIELDS } from "./customer.order.js";

const questionSchema = z.object({
  search: z.string().nullish(),
  filter: z.record(z.string(), z.unknown()).nullish(),
  orderBy: z
    .object({ field: z.enum(CUSTOMER_ORDER_FIELDS), direction: z.enum(OrderDirection) })
    .nullish(),
  /** Archived ones too, where the filter does not speak of the status. */
  everything: z.boolean().nullish(),
});

/** How customers go out into sheets; what it writes, the importer reads again without a change. */
export const customerExporter: Exporter = {
  kind: "CUSTOMERS",
  sheet: customersSheet,
  permission: "customers:read",
  rows(input, context) {
    const { search, filter, orderBy, everything } = questionSchema.parse(input);
    const order = orderBy ?? customerListing.defaultOrder;
    const direction = raw(order.direction);
    const whole =
      everything && !filter?.status ? { ...filter, status: [...CUSTOMER_STATUSES] } : filter;
    return sql`
      SELECT r.number, r.legal_name AS "legalName", r.trade_name AS "tradeName",
        r.tax_id_value AS "taxId", r.tax_id_country AS "taxIdCountry", r.status, r.email, r.phone, r.website,
        r.street, r.street_number AS "streetNumber", r.complement, r.district, r.city, r.region,
        r.postal_code AS "postalCode", r.country, u.email AS owner, r.tags, r.notes, r.currency,
        r.payment_term_days AS "paymentTermDays", e.source AS "externalSource", e.external_id AS "externalId",
        to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt"
      FROM customers r LEFT JOIN users u ON u.id = r.owner_id
      LEFT JOIN LATERAL (
        SELECT source, external_id FROM customer_external_ids WHERE customer_id = r.id ORDER BY source, external_id LIMIT 1
      ) e ON true
      WHERE ${join(customerListing.where({ search, filter: whole }, context), " AND ")}
      ORDER BY ${customerListing.sortKeys[order.field].sql} ${direction}, r.id ${direction}`;
  },
};
