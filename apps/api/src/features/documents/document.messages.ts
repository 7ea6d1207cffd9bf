import type { Messages } from "../../platform/graph/messages.js";

/** What is said of quotes, orders and invoices where something is wrong. */
export const documentMessages: Messages = {
  total_of_lines: {
    en: "is {old}, which comes from the record's lines; change the lines instead",
    pt: "é {old}, que vem dos itens do registro; altere os itens",
  },
  negative_total: { en: "come to less than 0", pt: "somam menos que 0" },
  transition_not_allowed: {
    en: "cannot change from {from} to {to}; allowed: {allowed}",
    pt: "não pode passar de {from} para {to}; permitido: {allowed}",
  },
  locked_by_status: {
    en: "can no longer change in status {from}, only in {allowed}",
    pt: "não pode mais mudar no status {from}, apenas em {allowed}",
  },
};
