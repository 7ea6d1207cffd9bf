/** Purchase orders of a customer. */
export const orders = {
  "orders.status.DRAFT": "Draft",
  "orders.status.OPEN": "Open",
  "orders.status.FINALIZED": "Finalised",
  "orders.status.CANCELLED": "Cancelled",
} as const;
