import type { orders as english } from "./messages.en.js";

/** Purchase orders of a customer. */
export const orders: Record<keyof typeof english, string> = {
  "orders.status.DRAFT": "Rascunho",
  "orders.status.OPEN": "Aberto",
  "orders.status.FINALIZED": "Finalizado",
  "orders.status.CANCELLED": "Cancelado",
  "orders.title": "Pedidos de compra",
  "orders.one": "Pedido de compra",
  "orders.titleOf": "Pedido {number}",
  "orders.total": "Total",
  "orders.finalized": "Finalizados",
  "orders.live": "Não cancelados",
  "orders.add": "Adicionar pedido",
  "orders.none": "Nenhum pedido de compra ainda.",
  "orders.failed": "Não foi possível carregar os pedidos.",
  "orders.invoice": "Gerar fatura",
  "orders.invoiced": "A fatura {number} foi gerada.",
  "orders.to.DRAFT": "Voltar a rascunho",
  "orders.to.OPEN": "Abrir",
  "orders.to.FINALIZED": "Finalizar",
  "orders.to.CANCELLED": "Cancelar pedido",
  "orders.unfinished": "Não finalizados",
};
