import type { Messages } from "../../platform/graph/messages.js";

/** What is said of orders where something is wrong. */
export const orderMessages: Messages = {
  already_ordered: {
    en: "already has order {number}",
    pt: "já tem o pedido {number}",
    "pt-PT": "já tem a encomenda {number}",
  },
};
