import type { customerList as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const customerList: Partial<Record<keyof typeof english, string>> = {
  "customers.viewChanged": "Alterações não guardadas",
  "customers.views": "Vistas",
  "customers.search": "Pesquisar clientes",
  "customers.searchPlaceholder": "Nome, NIF, e-mail, telefone…",
  "customers.filter.addressMissing": "Sem morada",
  "customers.emptyView.mine": "Ainda não é responsável por nenhum cliente.",
  "customers.empty": "Ainda não há clientes. Adicione o primeiro ou importe uma folha de cálculo.",
  "customers.nothingMatches": "Nenhum cliente corresponde à pesquisa e aos filtros.",
  "customers.rowsCopied":
    "{count, plural, one {# linha copiada. Cole-a numa folha de cálculo.} other {# linhas copiadas. Cole-as numa folha de cálculo.}}",
  "customers.gone": "Este cliente não existe ou foi eliminado.",
  "customers.copyTaxId": "Copiar NIF",
  "customers.deleted": "{count, plural, one {# cliente eliminado.} other {# clientes eliminados.}}",
  "customers.merge": "Unir…",
  "customers.filter.tagHint": "Corresponde a qualquer uma destas. Prima Enter para adicionar.",
  "customers.emptyView.archived": "Não há clientes arquivados.",
  "customers.emptyView.overdue": "Não há clientes com faturas vencidas.",
  "customers.trash": "Lixo",
  "customers.filter.status": "Estado",
  "customers.metric.orders":
    "{count, plural, one {# encomenda aberta} other {# encomendas abertas}}",
  "customers.column.orders": "Enc. abertas",
};
