import type { time as english } from "./messages.en.js";

/** Time worked on projects. */
export const time: Record<keyof typeof english, string> = {
  "time.title": "Horas trabalhadas",
  "time.log": "Lançar horas",
  "time.edit": "Editar horas",
  "time.failed": "Não foi possível carregar as horas.",
  "time.none": "Nenhuma hora lançada ainda.",
  "time.projectMissing": "Escolha um projeto.",
  "time.dayMissing": "Informe uma data.",
  "time.timeInvalid": "Informe um tempo de 1 minuto a 24 horas, como 1:30 ou 1,5.",
  "time.one": "Lançamento de horas",
};
