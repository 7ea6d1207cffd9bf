import type { tasks as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const tasks: Partial<Record<keyof typeof english, string>> = {
  "tasks.status.IN_PROGRESS": "Em curso",
  "tasks.loading": "A carregar as tarefas…",
  "tasks.none": "Não há tarefas abertas.",
  "tasks.titleMissing": "Indique um título.",
  "tasks.planned": "“{title}” foi planeada para {customer}.",
  "tasks.whichCustomer": "Para que cliente? Escreva # e uma parte do nome.",
};
