import type { contacts as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const contacts: Partial<Record<keyof typeof english, string>> = {
  "contacts.none": "Ainda não há contactos.",
  "contacts.nameMissing": "Indique um nome.",
  "contacts.primary": "Contacto principal",
  "contacts.people": "Contactos",
  "contacts.all": "{count, plural, =0 {Ainda nenhum} one {# contacto} other {Todos os #}}",
  "contacts.add": "Adicionar contacto",
  "contacts.edit": "Editar contacto",
  "contacts.isPrimary": "Contacto principal",
  "contacts.one": "Contacto",
};
