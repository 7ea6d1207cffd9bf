import type { projects as english } from "../en/projects.js";

/** Projects of a customer. */
export const projects: Record<keyof typeof english, string> = {
  "projects.status.PLANNED": "Planejado",
  "projects.status.ACTIVE": "Em andamento",
  "projects.status.ON_HOLD": "Em espera",
  "projects.status.DONE": "Concluído",
  "projects.status.CANCELLED": "Cancelado",
};
