import type { newCustomer as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const newCustomer: Partial<Record<keyof typeof english, string>> = {
  "newCustomer.addressHint": "Basta a rua, a localidade ou o código postal.",
  "newCustomer.nameMissing": "Indique a denominação social ou o nome.",
  "newCustomer.sameKind": "Indique um número de outro tipo que o primeiro ({kind}).",
  "newCustomer.secondTaxId": "Segundo NIF",
  "newCustomer.taxIdTaken": "Outro cliente já tem este NIF.",
  "newCustomer.tagsHint": "Prima Enter para adicionar.",
};
