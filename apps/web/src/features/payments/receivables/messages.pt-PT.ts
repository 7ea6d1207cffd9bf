import type { receivables as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const receivables: Partial<Record<keyof typeof english, string>> = {
  "receivables.failed": "Não foi possível carregar as faturas por pagar.",
  "receivables.gone": "Este cliente não existe ou foi eliminado.",
  "receivables.importBank": "Importar extrato bancário",
};
