import type { quotes as english } from "../en/quotes.js";

/** Offers and quotes of a customer. */
export const quotes: Record<keyof typeof english, string> = {
  "quotes.status.DRAFT": "Rascunho",
  "quotes.status.SENT": "Enviada",
  "quotes.status.ACCEPTED": "Aceita",
  "quotes.status.REJECTED": "Recusada",
  "quotes.status.EXPIRED": "Vencida",
  "quotes.kind.OFFER": "Proposta",
  "quotes.kind.QUOTE": "Cotação",
};
