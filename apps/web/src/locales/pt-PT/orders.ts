import type { orders as english } from "../en/orders.js";

/** Where Portugal says it otherwise than Brazil. */
export const orders: Partial<Record<keyof typeof english, string>> = {
  "orders.status.OPEN": "Aberta",
  "orders.status.FINALIZED": "Finalizada",
  "orders.status.CANCELLED": "Cancelada",
};
