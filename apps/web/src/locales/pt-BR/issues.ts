import type { issues as english } from "../en/issues.js";

/** What can be wrong with a field, by the codes that app and API share. */
export const issues: Record<keyof typeof english, string> = {
  "issue.required": "Este campo é obrigatório.",
  "issue.invalid_type": "O valor não é do tipo certo.",
  "issue.too_long": "O texto é longo demais.",
  "issue.too_many": "São itens demais.",
  "issue.invalid_characters": "Há caracteres que não podem ser salvos.",
  "issue.invalid_email": "Isto não é um endereço de e-mail.",
  "issue.invalid_phone": "Isto não é um número de telefone.",
  "issue.invalid_url": "Isto não é um endereço da web.",
  "issue.invalid_country": "Escolha um país.",
  "issue.invalid_currency": "Escolha uma moeda.",
  "issue.invalid_choice": "Escolha um item da lista.",
  "issue.invalid_number": "Isto não é um número.",
  "issue.not_an_integer": "É preciso um número inteiro.",
  "issue.out_of_range": "O número é pequeno ou grande demais.",
  "issue.invalid_date": "Isto não é uma data.",
  "issue.invalid_tax_id":
    "Não é um número de identificação fiscal válido neste país (CNPJ, CPF, NIF…).",
  "issue.precision_lost": "Uma planilha cortou dígitos deste número.",
  "issue.invalid": "O valor não é válido.",
  "issue.not_positive": "É preciso um número maior que zero.",
  "issue.too_many_decimals": "Há casas decimais demais.",
  "issue.invalid_id": "Isto não existe mais. Escolha de novo.",
  "issue.address_incomplete": "Informe a rua, a cidade ou o CEP.",
  "issue.before_start": "A data é anterior ao início.",
};
