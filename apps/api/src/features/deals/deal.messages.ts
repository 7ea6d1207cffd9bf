import type { DealStage } from "@clientela/shared/records/enums";
import type { Text } from "../../platform/errors.js";

/** What people call the stages of a deal. */
export const dealStageNames: Readonly<Record<DealStage, Text>> = {
  LEAD: { en: "Lead", pt: "Contato inicial", "pt-PT": "Contacto inicial" },
  QUALIFIED: { en: "Qualified", pt: "Qualificado", "pt-PT": "Qualificada" },
  PROPOSAL: { en: "Proposal", pt: "Proposta" },
  NEGOTIATION: { en: "Negotiation", pt: "Negociação" },
  WON: { en: "Won", pt: "Ganho", "pt-PT": "Ganha" },
  LOST: { en: "Lost", pt: "Perdido", "pt-PT": "Perdida" },
};
