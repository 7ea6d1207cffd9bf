import type { issues as english } from "../en/issues.js";

/** What can be wrong with a field, by the codes that app and API share. */
export const issues: Record<keyof typeof english, string> = {
  "issue.required": "Este campo é obrigatório.",
  "issue.invalid_type": "O valor não é do tipo certo.",
  "issue.too_long": "O texto é longo demais.",
  "issue.too_many": "Há itens demais.",
  "issue.invalid_characters": "O texto contém caracteres que não podem ser salvos.",
  "issue.invalid_email": "Informe um e-mail válido.",
  "issue.invalid_phone": "Informe um telefone válido.",
  "issue.invalid_url": "Informe um endereço de site válido.",
  "issue.invalid_country": "Escolha um país.",
  "issue.invalid_currency": "Escolha uma moeda.",
  "issue.invalid_choice": "Escolha uma opção da lista.",
  "issue.invalid_number": "Informe um número.",
  "issue.not_an_integer": "Informe um número inteiro.",
  "issue.out_of_range": "O número é pequeno ou grande demais.",
  "issue.invalid_date": "Informe uma data válida.",
  "issue.invalid_time": "Informe uma hora, como 14:30.",
  "issue.invalid_tax_id": "Este número não é válido neste país (CNPJ, CPF, NIF…).",
  "issue.precision_lost": "A planilha cortou dígitos deste número.",
  "issue.invalid": "O valor não é válido.",
  "issue.not_positive": "Informe um número maior que zero.",
  "issue.too_many_decimals": "Há casas decimais demais.",
  "issue.invalid_id": "Este item não existe mais. Escolha de novo.",
  "issue.address_incomplete": "Informe a rua, a cidade ou o CEP.",
  "issue.before_start": "A data é anterior à data de início.",
};
