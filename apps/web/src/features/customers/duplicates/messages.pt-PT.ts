import type { duplicates as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const duplicates: Partial<Record<keyof typeof english, string>> = {
  "duplicates.hint":
    "Clientes que talvez estejam registados duas vezes, os mais prováveis primeiro. O que separar não volta a ser proposto.",
  "duplicates.comparing": "Os clientes estão a ser comparados; pode haver mais pares.",
  "duplicates.reason.SAME_TAX_ID": "Mesmo NIF",
};
