import type { newCustomer as english } from "./messages.en.js";

/** The drawer for a new customer. */
export const newCustomer: Record<keyof typeof english, string> = {
  "newCustomer.addressHint": "Basta a rua, a cidade ou o CEP.",
  "newCustomer.created": "{name} foi adicionado ({number}).",
  "newCustomer.likely":
    "{count, plural, one {Este pode ser o mesmo cliente} other {Um destes pode ser o mesmo cliente}}",
  "newCustomer.more": "Mais campos",
  "newCustomer.nameMissing": "Informe a razão social ou o nome.",
  "newCustomer.paymentTermDays": "Prazo de pagamento (dias)",
  "newCustomer.restore": "Restaurar {name}",
  "newCustomer.sameKind": "Informe um número de outro tipo que o primeiro ({kind}).",
  "newCustomer.secondTaxId": "Segundo CNPJ/CPF",
  "newCustomer.secondTaxIdHint": "De outro país, como ES B58378431.",
  "newCustomer.tagsHint": "Pressione Enter para adicionar.",
  "newCustomer.taxIdTaken": "Outro cliente já tem este CNPJ/CPF.",
};
