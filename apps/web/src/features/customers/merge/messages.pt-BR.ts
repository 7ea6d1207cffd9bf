import type { merge as english } from "./messages.en.js";

/** Making customers one. */
export const merge: Record<keyof typeof english, string> = {
  "merge.title": "Mesclar clientes",
  "merge.hint":
    "Escolha o cliente que será mantido e um valor onde eles diferem. Os registros dos outros passam para ele, os números deles levam a ele, e a mesclagem pode ser desfeita por 30 dias.",
  "merge.failed": "Não foi possível comparar os clientes.",
  "merge.loading": "Comparando os clientes…",
  "merge.pick": "Cliente a mesclar",
  "merge.pickPlaceholder": "Nome, CNPJ/CPF, número…",
  "merge.survivor": "Mantido",
  "merge.keep": "Manter {name}",
  "merge.moves": "É transferido",
  "merge.stays": "Já tem",
  "merge.nothing": "Nada",
  "merge.run": "Mesclar",
  "merge.runInto": "Mesclar com {name}",
  "merge.done":
    "{count, plural, one {# cliente foi mesclado com “{name}”.} other {# clientes foram mesclados com “{name}”.}}",
  "merge.kind.Contact": "{count, plural, one {# contato} other {# contatos}}",
  "merge.kind.Address": "{count, plural, one {# endereço} other {# endereços}}",
  "merge.kind.Project": "{count, plural, one {# projeto} other {# projetos}}",
  "merge.kind.Task": "{count, plural, one {# tarefa} other {# tarefas}}",
  "merge.kind.TimeEntry":
    "{count, plural, one {# lançamento de horas} other {# lançamentos de horas}}",
  "merge.kind.Deal": "{count, plural, one {# negócio} other {# negócios}}",
  "merge.kind.Quote": "{count, plural, one {# orçamento} other {# orçamentos}}",
  "merge.kind.Order": "{count, plural, one {# pedido} other {# pedidos}}",
  "merge.kind.Invoice": "{count, plural, one {# fatura} other {# faturas}}",
  "merge.kind.File": "{count, plural, one {# arquivo} other {# arquivos}}",
};
