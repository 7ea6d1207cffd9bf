import type { projects as english } from "./messages.en.js";

/** Projects of a customer. */
export const projects: Record<keyof typeof english, string> = {
  "projects.status.PLANNED": "Planejado",
  "projects.status.ACTIVE": "Em andamento",
  "projects.status.ON_HOLD": "Em espera",
  "projects.status.DONE": "Concluído",
  "projects.status.CANCELLED": "Cancelado",
  "projects.title": "Projetos",
  "projects.total": "Total",
  "projects.worked": "Horas trabalhadas",
  "projects.hoursOf": "{worked} de {budget}",
  "projects.hours": "Horas",
  "projects.openTasks": "Tarefas",
  "projects.add": "Adicionar projeto",
  "projects.none": "Nenhum projeto ainda.",
  "projects.failed": "Não foi possível carregar os projetos.",
  "projects.one": "Projeto",
  "projects.edit": "Editar projeto",
  "projects.nameMissing": "Informe um nome.",
  "projects.budgetHours": "Horas orçadas",
};
