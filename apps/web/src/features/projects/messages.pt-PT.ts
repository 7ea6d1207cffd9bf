import type { projects as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const projects: Partial<Record<keyof typeof english, string>> = {
  "projects.status.PLANNED": "Planeado",
  "projects.status.ACTIVE": "Em curso",
  "projects.none": "Ainda não há projetos.",
  "projects.nameMissing": "Indique um nome.",
};
