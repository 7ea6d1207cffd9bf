import type { issues as english } from "../en/issues.js";

/** Where European Portuguese differs from Brazilian. */
export const issues: Partial<Record<keyof typeof english, string>> = {
  "issue.too_long": "O texto é demasiado longo.",
  "issue.too_many": "Há demasiados itens.",
  "issue.invalid_characters": "O texto contém carateres que não podem ser guardados.",
  "issue.invalid_url": "Indique um endereço de site válido.",
  "issue.out_of_range": "O número é demasiado pequeno ou demasiado grande.",
  "issue.address_incomplete": "Indique a rua, a localidade ou o código postal.",
  "issue.precision_lost": "A folha de cálculo cortou algarismos deste número.",
  "issue.invalid_email": "Indique um e-mail válido.",
  "issue.invalid_phone": "Indique um telefone válido.",
  "issue.invalid_number": "Indique um número.",
  "issue.not_an_integer": "Indique um número inteiro.",
  "issue.invalid_date": "Indique uma data válida.",
  "issue.invalid_time": "Indique uma hora, como 14:30.",
  "issue.invalid_tax_id": "Este número não é um NIF válido neste país.",
  "issue.not_positive": "Indique um número maior do que zero.",
  "issue.too_many_decimals": "Há demasiadas casas decimais.",
  "issue.invalid_id": "Este item já não existe. Escolha novamente.",
};
