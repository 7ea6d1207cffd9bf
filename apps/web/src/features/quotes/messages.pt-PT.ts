import type { quotes as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const quotes: Partial<Record<keyof typeof english, string>> = {
  "quotes.status.SENT": "Enviado",
  "quotes.status.ACCEPTED": "Aceite",
  "quotes.status.REJECTED": "Recusado",
  "quotes.status.EXPIRED": "Expirado",
  "quotes.kind.QUOTE": "Orçamento",
  "quotes.one": "Orçamento",
  "quotes.title": "Propostas e orçamentos",
  "quotes.titleOf": "Orçamento {number}",
  "quotes.add": "Adicionar orçamento",
  "quotes.none": "Ainda não há propostas nem orçamentos.",
  "quotes.failed": "Não foi possível carregar os orçamentos.",
  "quotes.order": "Gerar encomenda",
  "quotes.ordered": "A encomenda {number} foi gerada.",
  "quotes.over": "expirado",
  "quotes.to.SENT": "Marcar como enviado",
  "quotes.to.ACCEPTED": "Marcar como aceite",
  "quotes.to.REJECTED": "Marcar como recusado",
  "quotes.to.EXPIRED": "Marcar como expirado",
};
