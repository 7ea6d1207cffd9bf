import type { deals as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const deals: Partial<Record<keyof typeof english, string>> = {
  "deals.stage.LEAD": "Contacto inicial",
  "deals.one": "Oportunidade",
  "deals.title": "Oportunidades",
  "deals.add": "Adicionar oportunidade",
  "deals.edit": "Editar oportunidade",
  "deals.none": "Ainda não há oportunidades.",
  "deals.failed": "Não foi possível carregar as oportunidades.",
  "deals.titleMissing": "Indique um título.",
  "deals.stage.QUALIFIED": "Qualificada",
  "deals.stage.WON": "Ganha",
  "deals.stage.LOST": "Perdida",
  "deals.open": "Abertas",
};
