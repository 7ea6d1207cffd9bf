import type { newCustomer as english } from "./messages.en.js";

/** The drawer for a new customer. */
export const newCustomer: Record<keyof typeof english, string> = {
  "newCustomer.addressHint": "É preciso informar a rua, a cidade ou o CEP.",
  "newCustomer.created": "{name} foi adicionado ({number}).",
  "newCustomer.likely":
    "{count, plural, one {Este pode ser o mesmo cliente} other {Um destes pode ser o mesmo cliente}}",
  "newCustomer.more": "Mais campos",
  "newCustomer.nameMissing": "Um cliente precisa de razão social ou nome.",
  "newCustomer.paymentTermDays": "Prazo de pagamento em dias",
  "newCustomer.restore": "Restaurar {name}",
  "newCustomer.tagsHint": "Enter adiciona.",
  "newCustomer.taxIdTaken": "Outro cliente já tem este documento.",
};
