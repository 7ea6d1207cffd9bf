import type { customerList as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const customerList: Partial<Record<keyof typeof english, string>> = {
  "customers.viewChanged": "Alterações não guardadas",
  "customers.views": "Vistas",
  "customers.search": "Procurar clientes",
  "customers.searchPlaceholder": "Nome, NIF, e-mail, telefone…",
  "customers.filter.addressMissing": "Sem morada",
  "customers.emptyView.mine": "Ainda não é responsável por nenhum cliente.",
  "customers.empty":
    "Ainda não há clientes. Adicione o primeiro ou traga-os de uma folha de cálculo.",
  "customers.nothingMatches": "Nada corresponde a esta procura e a estes filtros.",
  "customers.rowsCopied":
    "{count, plural, one {# linha copiada. Cole-a numa folha de cálculo.} other {# linhas copiadas. Cole-as numa folha de cálculo.}}",
  "customers.gone": "Este cliente não existe ou foi eliminado.",
  "customers.copyTaxId": "Copiar NIF",
  "customers.deleted": "{count, plural, one {# cliente eliminado.} other {# clientes eliminados.}}",
  "customers.deleteTitle":
    "{count, plural, one {Eliminar # cliente?} other {Eliminar # clientes?}}",
  "customers.deleteHint":
    "{count, plural, one {Vai para o lixo com tudo o que tem e pode ser restaurado durante 30 dias.} other {Vão para o lixo com tudo o que têm e podem ser restaurados durante 30 dias.}}",
  "customers.deleteRefused":
    "Nada foi eliminado. {count, plural, one {Um deles não pode ser eliminado:} other {# deles não podem ser eliminados:}}",
  "customers.deleteOthers": "{count, plural, one {Eliminar o outro} other {Eliminar os outros #}}",
  "customers.merge": "Unir…",
};
