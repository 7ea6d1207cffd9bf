import type { issues as english } from "../en/issues.js";

/** Where Portugal says it otherwise than Brazil. */
export const issues: Partial<Record<keyof typeof english, string>> = {
  "issue.too_long": "O texto é demasiado longo.",
  "issue.too_many": "São demasiados itens.",
  "issue.invalid_characters": "Há caracteres que não podem ser guardados.",
  "issue.invalid_url": "Isto não é um endereço da Web.",
  "issue.out_of_range": "O número é demasiado pequeno ou grande.",
  "issue.address_incomplete": "Indique a rua, a localidade ou o código postal.",
  "issue.precision_lost": "Uma folha de cálculo cortou dígitos deste número.",
};
