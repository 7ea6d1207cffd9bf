import type { contacts as english } from "./messages.en.js";

/** People at a customer. */
export const contacts: Record<keyof typeof english, string> = {
  "contacts.people": "Contatos",
  "contacts.all": "{count, plural, =0 {Nenhum ainda} one {# contato} other {Todos os #}}",
  "contacts.add": "Adicionar contato",
  "contacts.edit": "Editar contato",
  "contacts.none": "Nenhum contato ainda.",
  "contacts.nameMissing": "Informe um nome.",
  "contacts.isPrimary": "Contato principal",
  "contacts.primary": "Contato principal",
  "contacts.one": "Contato",
};
