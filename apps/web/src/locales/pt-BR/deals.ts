import type { deals as english } from "../en/deals.js";

/** Deals of a customer. */
export const deals: Record<keyof typeof english, string> = {
  "deals.stage.LEAD": "Contato inicial",
  "deals.stage.QUALIFIED": "Qualificada",
  "deals.stage.PROPOSAL": "Proposta",
  "deals.stage.NEGOTIATION": "Negociação",
  "deals.stage.WON": "Ganha",
  "deals.stage.LOST": "Perdida",
};
