import type { merge as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const merge: Partial<Record<keyof typeof english, string>> = {
  "merge.title": "Unir clientes",
  "merge.hint":
    "Escolha o cliente a manter e um valor onde diferem. Os registos dos outros passam para ele, os números deles levam a ele, e a união pode ser anulada durante 30 dias.",
  "merge.loading": "A comparar os clientes…",
  "merge.pickPlaceholder": "Nome, NIF, número…",
  "merge.run": "Unir",
  "merge.runInto": "Unir a {name}",
  "merge.done":
    "{count, plural, one {# cliente foi unido a “{name}”.} other {# clientes foram unidos a “{name}”.}}",
  "merge.kind.Address": "{count, plural, one {# morada} other {# moradas}}",
  "merge.kind.File": "{count, plural, one {# ficheiro} other {# ficheiros}}",
  "merge.kind.Deal": "{count, plural, one {# oportunidade} other {# oportunidades}}",
  "merge.pick": "Cliente a unir",
  "merge.kind.Contact": "{count, plural, one {# contacto} other {# contactos}}",
  "merge.kind.TimeEntry": "{count, plural, one {# registo de horas} other {# registos de horas}}",
  "merge.kind.Order": "{count, plural, one {# encomenda} other {# encomendas}}",
};
