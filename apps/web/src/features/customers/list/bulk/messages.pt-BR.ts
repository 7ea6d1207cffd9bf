import type { bulkEdit as english } from "./messages.en.js";

/** Editing and deleting many customers at once. */
export const bulkEdit: Record<keyof typeof english, string> = {
  "customers.bulkTitle.owner":
    "{count, plural, one {Alterar o responsável de {shown} cliente} other {Alterar o responsável de {shown} clientes}}",
  "customers.bulkTitle.tags":
    "{count, plural, one {Alterar as etiquetas de {shown} cliente} other {Alterar as etiquetas de {shown} clientes}}",
  "customers.bulkTitle.status":
    "{count, plural, one {Alterar a situação de {shown} cliente} other {Alterar a situação de {shown} clientes}}",
  "customers.bulkDone":
    "{count, plural, =0 {Nada a alterar: todos já têm esse valor.} one {{shown} cliente alterado.} other {{shown} clientes alterados.}}",
  "customers.bulkUndone":
    "{restored, plural, one {{shown} cliente voltou ao valor anterior.} other {{shown} clientes voltaram ao valor anterior.}}",
  "customers.bulkUndoneSome":
    "{restored, plural, =0 {Nada foi desfeito.} one {{shown} cliente voltou ao valor anterior.} other {{shown} clientes voltaram ao valor anterior.}} {kept, plural, one {{shownKept} foi editado depois e fica como está.} other {{shownKept} foram editados depois e ficam como estão.}}",
  "customers.bulkApply": "Aplicar",
  "customers.addTags": "Adicionar etiquetas",
  "customers.removeTags": "Remover etiquetas",
  "customers.deleteTitle": "{count, plural, one {Excluir # cliente?} other {Excluir # clientes?}}",
  "customers.deleteHint":
    "{count, plural, one {Ele vai para a lixeira com todos os seus registros e pode ser restaurado por 30 dias.} other {Eles vão para a lixeira com todos os seus registros e podem ser restaurados por 30 dias.}}",
  "customers.deleteRefused":
    "Nada foi excluído. {count, plural, one {Um deles não pode ser excluído:} other {# deles não podem ser excluídos:}}",
  "customers.archiveThese": "{count, plural, one {Arquivar este} other {Arquivar estes #}}",
  "customers.deleteOthers": "{count, plural, one {Excluir o outro} other {Excluir os outros #}}",
  "customers.andMore": "{count, plural, one {e mais #} other {e mais #}}",
};
