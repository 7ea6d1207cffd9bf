import type { time as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const time: Partial<Record<keyof typeof english, string>> = {
  "time.log": "Registar horas",
  "time.none": "Ainda não há horas registadas.",
  "time.dayMissing": "Indique uma data.",
  "time.timeInvalid": "Indique um tempo de 1 minuto a 24 horas, como 1:30 ou 1,5.",
  "time.one": "Registo de horas",
};
