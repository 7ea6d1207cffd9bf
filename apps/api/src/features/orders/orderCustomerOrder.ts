import { extendCustomerOrder } from "../customers/list/customerOrder.js";
import { eachOpenOrder } from "./orderSummary.js";

extendCustomerOrder(
  "OPEN_ORDERS",
  "How many orders are neither finalised nor cancelled.",
  "orders:read",
  () => eachOpenOrder,
);
