import type { contacts as english } from "./messages.en.js";

/** People at a customer. */
export const contacts: Record<keyof typeof english, string> = {
  "contacts.people": "Pessoas",
  "contacts.all": "{count, plural, =0 {Nenhuma ainda} one {# pessoa} other {Todas as #}}",
  "contacts.add": "Adicionar pessoa",
  "contacts.edit": "Editar pessoa",
  "contacts.none": "Ninguém foi registrado aqui ainda.",
  "contacts.nameMissing": "Informe um nome.",
  "contacts.isPrimary": "Contato principal",
  "contacts.primary": "Contato principal",
  "contacts.one": "Pessoa",
};
