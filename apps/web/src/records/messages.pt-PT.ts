import type { record as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const record: Partial<Record<keyof typeof english, string>> = {
  "record.percentInvalid": "Indique um número inteiro de 0 a 100.",
};
