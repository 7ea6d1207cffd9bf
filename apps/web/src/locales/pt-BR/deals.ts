import type { deals as english } from "../en/deals.js";

/** Deals of a customer. */
export const deals: Record<keyof typeof english, string> = {
  "deals.stage.LEAD": "Contato inicial",
  "deals.stage.QUALIFIED": "Qualificada",
  "deals.stage.PROPOSAL": "Proposta",
  "deals.stage.NEGOTIATION": "Negociação",
  "deals.stage.WON": "Ganha",
  "deals.stage.LOST": "Perdida",
  "deals.one": "Oferta",
  "deals.title": "Ofertas",
  "deals.open": "Abertas",
  "deals.add": "Adicionar oferta",
  "deals.edit": "Editar oferta",
  "deals.none": "Nenhuma oferta ainda.",
  "deals.failed": "Não foi possível carregar as ofertas.",
  "deals.titleMissing": "Informe um título.",
  "deals.probabilityInvalid": "Um número inteiro de 0 a 100.",
};
