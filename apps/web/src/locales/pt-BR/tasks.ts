import type { tasks as english } from "../en/tasks.js";

/** Tasks of a customer. */
export const tasks: Record<keyof typeof english, string> = {
  "tasks.status.TODO": "A fazer",
  "tasks.status.IN_PROGRESS": "Em andamento",
  "tasks.status.DONE": "Concluída",
  "tasks.priority.LOW": "Baixa",
  "tasks.priority.NORMAL": "Normal",
  "tasks.priority.HIGH": "Alta",
  "tasks.priority.URGENT": "Urgente",
};
