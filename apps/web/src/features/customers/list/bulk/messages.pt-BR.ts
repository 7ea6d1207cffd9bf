import type { bulkEdit as english } from "./messages.en.js";

/** Editing many customers at once. */
export const bulkEdit: Record<keyof typeof english, string> = {
  "customers.bulkTitle.owner":
    "{count, plural, one {Responsável por {shown} cliente} other {Responsável por {shown} clientes}}",
  "customers.bulkTitle.tags":
    "{count, plural, one {Etiquetas de {shown} cliente} other {Etiquetas de {shown} clientes}}",
  "customers.bulkTitle.status":
    "{count, plural, one {Situação de {shown} cliente} other {Situação de {shown} clientes}}",
  "customers.bulkDone":
    "{count, plural, =0 {Nada mudou: já estavam assim.} one {{shown} cliente alterado.} other {{shown} clientes alterados.}}",
  "customers.bulkUndone":
    "{restored, plural, one {{shown} cliente voltou a ser como antes.} other {{shown} clientes voltaram a ser como antes.}}",
  "customers.bulkUndoneSome":
    "{restored, plural, =0 {Nada foi desfeito.} one {{shown} cliente voltou a ser como antes.} other {{shown} clientes voltaram a ser como antes.}} {kept, plural, one {{shownKept} foi alterado depois e fica como está.} other {{shownKept} foram alterados depois e ficam como estão.}}",
  "customers.bulkApply": "Aplicar",
  "customers.addTags": "Adicionar etiquetas",
  "customers.removeTags": "Retirar etiquetas",
};
