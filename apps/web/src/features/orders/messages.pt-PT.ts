import type { orders as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const orders: Partial<Record<keyof typeof english, string>> = {
  "orders.status.OPEN": "Aberta",
  "orders.status.FINALIZED": "Finalizada",
  "orders.status.CANCELLED": "Cancelada",
  "orders.title": "Encomendas",
  "orders.one": "Encomenda",
  "orders.titleOf": "Encomenda {number}",
  "orders.finalized": "Finalizadas",
  "orders.live": "Não canceladas",
  "orders.add": "Adicionar encomenda",
  "orders.none": "Ainda não há encomendas.",
  "orders.failed": "Não foi possível carregar as encomendas.",
  "orders.to.CANCELLED": "Cancelar encomenda",
  "orders.unfinished": "Não finalizadas",
};
