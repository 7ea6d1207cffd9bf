import type { tasks as english } from "./messages.en.js";

/** Tasks of a customer. */
export const tasks: Record<keyof typeof english, string> = {
  "tasks.status.TODO": "A fazer",
  "tasks.status.IN_PROGRESS": "Em andamento",
  "tasks.status.DONE": "Concluída",
  "tasks.priority.LOW": "Baixa",
  "tasks.priority.NORMAL": "Normal",
  "tasks.priority.HIGH": "Alta",
  "tasks.priority.URGENT": "Urgente",
  "tasks.title": "Tarefas",
  "tasks.overdue": "Atrasadas",
  "tasks.today": "Para hoje",
  "tasks.upcoming": "Próximas",
  "tasks.open": "Abertas",
  "tasks.done": "Concluídas",
  "tasks.add": "Adicionar tarefa",
  "tasks.edit": "Editar tarefa",
  "tasks.filter": "Filtrar tarefas",
  "tasks.loading": "Carregando as tarefas…",
  "tasks.failed": "Não foi possível carregar as tarefas.",
  "tasks.none": "Nenhuma tarefa aberta.",
  "tasks.titleMissing": "Informe um título.",
  "tasks.isDone": "“{title}” foi concluída.",
  "tasks.doneLabel": "Concluída: {title}",
  "tasks.one": "Tarefa",
};
