import type { merge as english } from "./messages.en.js";

/** Making customers one. */
export const merge: Record<keyof typeof english, string> = {
  "merge.title": "Mesclar clientes",
  "merge.hint":
    "Escolha o cliente que fica e um valor onde eles diferem. Os registros dos outros passam para ele, os números deles levam a ele, e isso pode ser desfeito por 30 dias.",
  "merge.failed": "Não foi possível comparar os clientes.",
  "merge.loading": "Comparando os clientes…",
  "merge.pick": "Outro cliente que é o mesmo",
  "merge.pickPlaceholder": "Nome, CNPJ ou CPF, número…",
  "merge.survivor": "Fica",
  "merge.keep": "Manter {name}",
  "merge.moves": "O que muda de lugar",
  "merge.stays": "Tem e mantém",
  "merge.nothing": "Nada",
  "merge.run": "Mesclar",
  "merge.runInto": "Mesclar em {name}",
  "merge.done":
    "{count, plural, one {# cliente foi mesclado em “{name}”.} other {# clientes foram mesclados em “{name}”.}}",
  "merge.kind.Contact": "{count, plural, one {# pessoa} other {# pessoas}}",
  "merge.kind.Address": "{count, plural, one {# endereço} other {# endereços}}",
  "merge.kind.Project": "{count, plural, one {# projeto} other {# projetos}}",
  "merge.kind.Task": "{count, plural, one {# tarefa} other {# tarefas}}",
  "merge.kind.TimeEntry": "{count, plural, one {# apontamento} other {# apontamentos}}",
  "merge.kind.Deal": "{count, plural, one {# negócio} other {# negócios}}",
  "merge.kind.Quote": "{count, plural, one {# orçamento} other {# orçamentos}}",
  "merge.kind.Order": "{count, plural, one {# pedido} other {# pedidos}}",
  "merge.kind.Invoice": "{count, plural, one {# fatura} other {# faturas}}",
  "merge.kind.File": "{count, plural, one {# arquivo} other {# arquivos}}",
};
