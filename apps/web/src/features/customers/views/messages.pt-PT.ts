import type { views as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const views: Partial<Record<keyof typeof english, string>> = {
  "views.add": "Guardar como vista",
  "views.more": "Vista “{name}”",
  "views.saveChanges": "Guardar alterações",
  "views.rename": "Nome e partilha",
  "views.saved": "Vista “{name}” guardada.",
  "views.sharedHint": "Todos os que veem clientes a encontram entre as suas vistas.",
  "views.sharedBy": "Partilhada por {name}",
  "views.nameMissing": "Uma vista precisa de um nome.",
};
