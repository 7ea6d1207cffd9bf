import { extendCustomerOrder } from "../customers/list/customer.order.js";
import { eachOpenOrder } from "./order.summary.js";

extendCustomerOrder(
  "OPEN_ORDERS",
  "How many orders are neither finalised nor cancelled.",
  "orders:read",
  () => eachOpenOrder,
);
