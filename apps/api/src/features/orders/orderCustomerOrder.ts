import type { ListOrder } from "../../platform/graph/listExtension.js";
import { sumMetric } from "../../platform/lists/kept/keptMetric.js";
import { eachOpenOrder } from "./orderSummary.js";

/** Sorts customers by their open orders. */
export const byOpenOrders: ListOrder = {
  name: "OPEN_ORDERS",
  description: "How many orders are neither finalised nor cancelled.",
  permission: "orders:read",
  metric: sumMetric({ name: "OPEN_ORDERS", addends: () => eachOpenOrder }),
};
