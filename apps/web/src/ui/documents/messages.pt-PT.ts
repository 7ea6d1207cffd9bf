import type { documents as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const documents: Partial<Record<keyof typeof english, string>> = {
  "documents.noLines": "Ainda não há linhas.",
  "documents.descriptionMissing": "Indique uma descrição.",
};
