import type { newCustomer as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const newCustomer: Partial<Record<keyof typeof english, string>> = {
  "newCustomer.addressHint": "É preciso indicar a rua, a localidade ou o código postal.",
  "newCustomer.nameMissing": "Um cliente precisa de nome legal.",
  "newCustomer.taxIdTaken": "Outro cliente já tem este NIF.",
};
