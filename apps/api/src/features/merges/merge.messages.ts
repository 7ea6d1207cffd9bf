import type { Messages } from "../../platform/graph/messages.js";

/** What is said of merges where something is wrong. */
export const mergeMessages: Messages = {
  is_survivor: {
    en: "include the customer that is kept",
    pt: "incluem o cliente que é mantido",
  },
  not_merged: {
    en: "is not one of the customers being merged",
    pt: "não é um dos clientes que estão sendo mesclados",
    "pt-PT": "não é um dos clientes que estão a ser unidos",
  },
  already_undone: { en: "has already been undone", pt: "já foi desfeita" },
  merge_expired: {
    en: "can no longer be undone",
    pt: "não pode mais ser desfeita",
  },
  survivor_gone: {
    en: "cannot be undone while its customer is in the trash or merged into another one",
    pt: "não pode ser desfeita enquanto seu cliente estiver na lixeira ou mesclado a outro",
    "pt-PT": "não pode ser desfeita enquanto o seu cliente estiver no lixo ou unido a outro",
  },
};
