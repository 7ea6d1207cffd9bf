import type { documents as english } from "./messages.en.js";

/** Orders, invoices and quotes: what they have in common. */
export const documents: Record<keyof typeof english, string> = {
  "documents.noLines": "Nenhuma linha ainda.",
  "documents.quantity": "Quantidade",
  "documents.unitPrice": "Preço unitário",
  "documents.lineField": "Linha {place}: {label}",
  "documents.removeLine": "Remover linha {place}",
  "documents.addLine": "Adicionar linha",
  "documents.descriptionMissing": "Informe uma descrição.",
};
