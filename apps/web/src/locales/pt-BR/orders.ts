import type { orders as english } from "../en/orders.js";

/** Purchase orders of a customer. */
export const orders: Record<keyof typeof english, string> = {
  "orders.status.DRAFT": "Rascunho",
  "orders.status.OPEN": "Aberto",
  "orders.status.FINALIZED": "Finalizado",
  "orders.status.CANCELLED": "Cancelado",
};
