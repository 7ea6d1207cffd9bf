import type { settings as english } from "../en/settings.js";

/** Where Portugal says it otherwise than Brazil. */
export const settings: Partial<Record<keyof typeof english, string>> = {
  "settings.fromEnvironment": "Definido por quem administra o servidor.",
  "settings.you": "O utilizador, neste dispositivo",
  "settings.shortcutsHint":
    "Como C para adicionar um cliente. Desligue-os se dita ou usa outras tecnologias de apoio.",
};
