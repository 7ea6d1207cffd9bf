import type { MessageKey } from "./en.js";
import { entry } from "./pt-BR/entry.js";
import { grid } from "./pt-BR/grid.js";
import { shell } from "./pt-BR/shell.js";
import { ui } from "./pt-BR/ui.js";

/** The catalogue for Brazil. */
export const ptBR: Record<MessageKey, string> = { ...entry, ...grid, ...shell, ...ui };
