import type { bulkEdit as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const bulkEdit: Partial<Record<keyof typeof english, string>> = {
  "customers.bulkTitle.status":
    "{count, plural, one {Alterar o estado de {shown} cliente} other {Alterar o estado de {shown} clientes}}",
  "customers.deleteTitle":
    "{count, plural, one {Eliminar # cliente?} other {Eliminar # clientes?}}",
  "customers.deleteHint":
    "{count, plural, one {Vai para o lixo com todos os seus registos e pode ser restaurado durante 30 dias.} other {Vão para o lixo com todos os seus registos e podem ser restaurados durante 30 dias.}}",
  "customers.deleteRefused":
    "Nada foi eliminado. {count, plural, one {Um deles não pode ser eliminado:} other {# deles não podem ser eliminados:}}",
  "customers.deleteOthers": "{count, plural, one {Eliminar o outro} other {Eliminar os outros #}}",
  "customers.bulkUndoneSome":
    "{restored, plural, =0 {Nada foi anulado.} one {{shown} cliente voltou ao valor anterior.} other {{shown} clientes voltaram ao valor anterior.}} {kept, plural, one {{shownKept} foi editado depois e fica como está.} other {{shownKept} foram editados depois e ficam como estão.}}",
};
