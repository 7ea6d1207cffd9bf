import type { time as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const time: Partial<Record<keyof typeof english, string>> = {
  "time.log": "Registar horas",
  "time.none": "Ainda não há horas registadas.",
  "time.dayMissing": "Indique um dia.",
};
