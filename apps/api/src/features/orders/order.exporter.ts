import { ordersSheet } from "@clientela/shared/orders.sheet";
import sql from "sql-template-tag";
import type { Exporter } from "../../platform/exporter.js";
import { rowsOfChosenCustomers, showCustomer } from "../customers/customer.related.js";

/** How customers' purchase orders go out into sheets. */
export const orderExporter: Exporter = {
  kind: "ORDERS",
  sheet: ordersSheet,
  permission: "orders:read",
  show: showCustomer,
  rows: (question, context) =>
    rowsOfChosenCustomers(question, context, {
      from: sql`JOIN orders x ON x.customer_id = c.id`,
      values: sql`x.number, x.reference, x.status, x.ordered_on AS "orderedOn", x.currency,
        trim_scale(x.total)::text AS total, x.notes`,
    }),
};
