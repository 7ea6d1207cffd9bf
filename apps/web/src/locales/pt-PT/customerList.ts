import type { customerList as english } from "../en/customerList.js";

/** Where Portugal says it otherwise than Brazil. */
export const customerList: Partial<Record<keyof typeof english, string>> = {
  "customers.views": "Vistas",
  "customers.search": "Procurar clientes",
  "customers.searchPlaceholder": "Nome, NIF, e-mail, telefone…",
  "customers.emptyView.mine": "Ainda não é responsável por nenhum cliente.",
  "customers.empty":
    "Ainda não há clientes. Adicione o primeiro ou traga-os de uma folha de cálculo.",
  "customers.nothingMatches": "Nada corresponde a esta procura e a estes filtros.",
  "customers.rowsCopied":
    "{count, plural, one {# linha copiada. Cole-a numa folha de cálculo.} other {# linhas copiadas. Cole-as numa folha de cálculo.}}",
  "customers.gone": "Este cliente não existe ou foi eliminado.",
  "customers.copyTaxId": "Copiar NIF",
};
