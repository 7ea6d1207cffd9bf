import { declareRange, type ListOrder } from "../../platform/graph/listExtension.js";
import { countMetric } from "../../platform/lists/kept/keptMetric.js";
import { CustomerFilter } from "../customers/list/customerFilter.js";
import { eachOpenOrder } from "./orderSummary.js";

/** Sorts customers by their open orders. */
export const byOpenOrders: ListOrder = {
  name: "OPEN_ORDERS",
  description: "How many orders are neither finalised nor cancelled.",
  permission: "orders:read",
  metric: countMetric({ name: "OPEN_ORDERS", addends: () => eachOpenOrder }),
};

/** Finds customers by the same. */
export const openOrdersRange = declareRange(CustomerFilter, byOpenOrders, {
  name: "openOrders",
  description: "How many orders are neither finalised nor cancelled.",
});
