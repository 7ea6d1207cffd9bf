import type { quotes as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const quotes: Partial<Record<keyof typeof english, string>> = {
  "quotes.status.ACCEPTED": "Aceite",
  "quotes.status.EXPIRED": "Expirado",
  "quotes.none": "Ainda não há propostas nem orçamentos.",
  "quotes.order": "Gerar encomenda",
  "quotes.ordered": "A encomenda {number} foi gerada.",
  "quotes.over": "expirado",
  "quotes.to.ACCEPTED": "Marcar como aceite",
  "quotes.to.EXPIRED": "Marcar como expirado",
  "quotes.daysLeft": "{count, plural, =0 {expira hoje} one {falta # dia} other {faltam # dias}}",
};
