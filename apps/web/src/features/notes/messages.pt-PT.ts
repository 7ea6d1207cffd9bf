import type { notes as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const notes: Partial<Record<keyof typeof english, string>> = {
  "notes.pinned": "Afixada",
  "notes.pin": "Afixar nota",
  "notes.delete": "Eliminar nota",
  "notes.pinnedOnes": "Notas afixadas",
};
