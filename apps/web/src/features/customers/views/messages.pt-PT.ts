import type { views as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const views: Partial<Record<keyof typeof english, string>> = {
  "views.add": "Guardar como vista",
  "views.more": "Vista “{name}”",
  "views.saveChanges": "Guardar alterações",
  "views.rename": "Mudar o nome ou partilhar",
  "views.saved": "Vista “{name}” guardada.",
  "views.sharedHint": "Aparece a todos os que podem ver clientes.",
  "views.sharedBy": "Partilhada por {name}",
  "views.nameMissing": "Indique um nome.",
};
