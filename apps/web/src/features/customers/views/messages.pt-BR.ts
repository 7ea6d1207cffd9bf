import type { views as english } from "./messages.en.js";

/** Views of the list of customers that people keep. */
export const views: Record<keyof typeof english, string> = {
  "views.add": "Salvar como visualização",
  "views.more": "Visualização “{name}”",
  "views.saveChanges": "Salvar alterações",
  "views.discard": "Descartar alterações",
  "views.rename": "Renomear ou compartilhar",
  "views.saved": "Visualização “{name}” salva.",
  "views.name": "Nome",
  "views.shared": "Para todos",
  "views.sharedHint": "Aparece para todas as pessoas que podem ver clientes.",
  "views.sharedBy": "Compartilhada por {name}",
  "views.nameMissing": "Informe um nome.",
};
