import type { ListOrder } from "../../platform/graph/listExtension.js";
import { eachOpenOrder } from "./orderSummary.js";

/** Sorts customers by their open orders. */
export const byOpenOrders: ListOrder = {
  name: "OPEN_ORDERS",
  description: "How many orders are neither finalised nor cancelled.",
  permission: "orders:read",
  rows: () => eachOpenOrder,
};
