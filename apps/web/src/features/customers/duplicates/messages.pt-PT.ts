import type { duplicates as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const duplicates: Partial<Record<keyof typeof english, string>> = {
  "duplicates.hint":
    "Clientes que podem ter sido registados duas vezes, os mais prováveis primeiro. Os pares que descartar não voltam a ser sugeridos.",
  "duplicates.comparing": "Os clientes ainda estão a ser comparados; podem aparecer outros pares.",
  "duplicates.reason.SAME_TAX_ID": "Mesmo NIF",
  "duplicates.none": "Não foram encontrados duplicados.",
};
