import type { tasks as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const tasks: Partial<Record<keyof typeof english, string>> = {
  "tasks.status.IN_PROGRESS": "Em curso",
  "tasks.loading": "A carregar as tarefas…",
  "tasks.none": "Não há tarefas abertas.",
  "tasks.titleMissing": "Indique um título.",
};
