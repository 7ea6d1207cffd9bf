import type { MessageKey } from "./en.js";
import { developers } from "./pt-BR/developers.js";
import { entry } from "./pt-BR/entry.js";
import { grid } from "./pt-BR/grid.js";
import { settings } from "./pt-BR/settings.js";
import { shell } from "./pt-BR/shell.js";
import { ui } from "./pt-BR/ui.js";

/** The catalogue for Brazil. */
export const ptBR: Record<MessageKey, string> = {
  ...developers,
  ...entry,
  ...grid,
  ...settings,
  ...shell,
  ...ui,
};
