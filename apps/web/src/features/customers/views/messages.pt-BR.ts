import type { views as english } from "./messages.en.js";

/** Views of the list of customers that people keep. */
export const views: Record<keyof typeof english, string> = {
  "views.add": "Salvar como visão",
  "views.more": "Visão “{name}”",
  "views.saveChanges": "Salvar alterações",
  "views.discard": "Descartar alterações",
  "views.rename": "Nome e compartilhamento",
  "views.saved": "Visão “{name}” salva.",
  "views.name": "Nome",
  "views.shared": "Para todos",
  "views.sharedHint": "Todos que veem clientes a encontram entre suas visões.",
  "views.sharedBy": "Compartilhada por {name}",
  "views.nameMissing": "Uma visão precisa de um nome.",
};
