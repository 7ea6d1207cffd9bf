import type { grid as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const grid: Partial<Record<keyof typeof english, string>> = {
  "grid.loading": "A atualizar a lista",
  "grid.reset": "Repor colunas",
};
