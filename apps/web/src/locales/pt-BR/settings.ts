import type { settings as english } from "../en/settings.js";

/** The settings page. */
export const settings: Record<keyof typeof english, string> = {
  "settings.organisation": "Organização",
  "settings.timeZone": "Fuso horário",
  "settings.timeZoneHint": "Decide o que vence hoje e o que está vencido.",
  "settings.today": "Hoje",
  "settings.currency": "Moeda",
  "settings.fromEnvironment": "Definido por quem administra o servidor.",
  "settings.you": "Você, neste dispositivo",
  "settings.account": "Conta",
  "settings.language": "Idioma",
  "settings.appearance": "Aparência",
  "settings.shortcuts": "Atalhos de uma só tecla",
  "settings.shortcutsHint":
    "Como C para adicionar um cliente. Desligue-os se você dita ou usa outras tecnologias assistivas.",
};
