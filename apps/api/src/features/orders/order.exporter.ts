import { ordersSheet } from "@clientela/shared/documents/orders.sheet";
import sql from "sql-template-tag";
import { relatedExporter } from "../customers/spreadsheet/relatedExporter.js";

/** How customers' purchase orders go out into sheets. */
export const orderExporter = relatedExporter({
  recordType: "ORDER",
  sheet: ordersSheet,
  permission: "orders:read",
  table: "orders",
  values: sql`x.number, x.reference, x.status, x.ordered_on AS "orderedOn", x.currency,
    trim_scale(x.total)::text AS total, trim_scale(x.tax)::text AS tax, x.notes`,
});
