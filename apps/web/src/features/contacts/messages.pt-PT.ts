import type { contacts as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const contacts: Partial<Record<keyof typeof english, string>> = {
  "contacts.none": "Ainda não há ninguém registado aqui.",
  "contacts.nameMissing": "Indique um nome.",
  "contacts.primary": "Contacto principal",
};
