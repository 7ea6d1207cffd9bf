import type { OrderStatus } from "@clientela/shared/records/enums";
import type { Text } from "../../platform/errors.js";
import type { Messages } from "../../platform/graph/messages.js";

/** What is said of orders where something is wrong. */
export const orderMessages: Messages = {
  already_ordered: {
    en: "already has order {number}",
    pt: "já tem o pedido {number}",
    "pt-PT": "já tem a encomenda {number}",
  },
};

/** What people call the statuses of an order. */
export const orderStatusNames: Readonly<Record<OrderStatus, Text>> = {
  DRAFT: { en: "Draft", pt: "Rascunho" },
  OPEN: { en: "Open", pt: "Aberto", "pt-PT": "Aberta" },
  FINALIZED: { en: "Finalised", pt: "Finalizado", "pt-PT": "Finalizada" },
  CANCELLED: { en: "Cancelled", pt: "Cancelado", "pt-PT": "Cancelada" },
};
