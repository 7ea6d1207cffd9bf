import type { deals as english } from "./messages.en.js";

/** Deals of a customer. */
export const deals: Record<keyof typeof english, string> = {
  "deals.stage.LEAD": "Contato inicial",
  "deals.stage.QUALIFIED": "Qualificado",
  "deals.stage.PROPOSAL": "Proposta",
  "deals.stage.NEGOTIATION": "Negociação",
  "deals.stage.WON": "Ganho",
  "deals.stage.LOST": "Perdido",
  "deals.one": "Negócio",
  "deals.title": "Negócios",
  "deals.open": "Abertos",
  "deals.add": "Adicionar negócio",
  "deals.edit": "Editar negócio",
  "deals.none": "Nenhum negócio ainda.",
  "deals.failed": "Não foi possível carregar os negócios.",
  "deals.titleMissing": "Informe um título.",
};
