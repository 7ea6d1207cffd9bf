import type { notes as english } from "./messages.en.js";

/** Notes about customers. */
export const notes: Record<keyof typeof english, string> = {
  "notes.what": "a nota",
  "notes.text": "Texto",
  "notes.pinned": "Fixada",
  "trash.type.Note": "Nota",
  "merge.kind.Note": "{count, plural, one {# nota} other {# notas}}",
  "notes.written": "{who} escreveu uma nota",
  "notes.pin": "Fixar nota",
  "notes.unpin": "Desafixar nota",
  "notes.edit": "Editar nota",
  "notes.delete": "Excluir nota",
  "notes.pinnedOnes": "Notas fixadas",
};
