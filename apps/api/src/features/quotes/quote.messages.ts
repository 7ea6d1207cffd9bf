import type { QuoteStatus } from "@clientela/shared/records/enums";
import type { Text } from "../../platform/errors.js";

/** What people call the statuses of an offer or a quote. */
export const quoteStatusNames: Readonly<Record<QuoteStatus, Text>> = {
  DRAFT: { en: "Draft", pt: "Rascunho" },
  SENT: { en: "Sent", pt: "Enviado" },
  ACCEPTED: { en: "Accepted", pt: "Aceito", "pt-PT": "Aceite" },
  REJECTED: { en: "Rejected", pt: "Recusado" },
  EXPIRED: { en: "Expired", pt: "Vencido", "pt-PT": "Expirado" },
};
