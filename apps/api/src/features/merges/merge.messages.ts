import type { Messages } from "../../platform/graph/messages.js";

/** What is said of merges where something is wrong. */
export const mergeMessages: Messages = {
  is_survivor: {
    en: "name the customer that stays",
    pt: "incluem o cliente que permanece",
  },
  not_merged: {
    en: "is not one of the customers that are merged",
    pt: "não é um dos clientes que estão sendo unidos",
  },
  already_undone: { en: "was undone before", pt: "já foi desfeita" },
  merge_expired: {
    en: "can no longer be undone",
    pt: "não pode mais ser desfeita",
  },
  survivor_gone: {
    en: "cannot be undone while its customer is merged into another or in the trash",
    pt: "não pode ser desfeita enquanto seu cliente estiver unido a outro ou na lixeira",
  },
};
