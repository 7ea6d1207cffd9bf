import type { Language } from "./language.js";

/** The languages by their own names, which stay the same in each. */
export const languageNames: Record<Language, string> = {
  "pt-BR": "Português (Brasil)",
  "pt-PT": "Português (Portugal)",
  en: "English",
};
