import type { documents as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const documents: Partial<Record<keyof typeof english, string>> = {
  "documents.noLines": "Ainda não há linhas.",
  "documents.taxRate": "IVA %",
  "documents.taxOn": "IVA de {rate}% sobre {net}",
  "documents.taxOf": "IVA de {rate}%",
  "documents.askNoLines": "Não há nenhuma linha, pelo que o total é {total}.",
  "documents.descriptionMissing": "Indique uma descrição.",
  "documents.invoiceGone": "Fatura eliminada",
};
