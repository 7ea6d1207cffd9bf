import type { work as english } from "./messages.en.js";

/** What waits for a person. */
export const work: Record<keyof typeof english, string> = {
  "work.parts": "Trabalho",
  "work.tasks": "Minhas tarefas",
  "work.customersTasks": "Tarefas dos meus clientes",
  "work.invoices": "Faturas dos meus clientes",
  "work.inbox": "Caixa de entrada",
  "work.noTasks": "Nenhuma tarefa a fazer.",
  "work.noInvoices": "Nenhuma fatura a acompanhar.",
};
