import type { work as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const work: Partial<Record<keyof typeof english, string>> = {
  "work.tasks": "As minhas tarefas",
  "work.noTasks": "Não há tarefas por fazer.",
  "work.noInvoices": "Não há faturas a acompanhar.",
};
