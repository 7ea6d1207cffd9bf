import type { quotes as english } from "../en/quotes.js";

/** Where Portugal says it otherwise than Brazil. */
export const quotes: Partial<Record<keyof typeof english, string>> = {
  "quotes.status.SENT": "Enviado",
  "quotes.status.ACCEPTED": "Aceite",
  "quotes.status.REJECTED": "Recusado",
  "quotes.status.EXPIRED": "Expirado",
  "quotes.kind.QUOTE": "Orçamento",
};
