import type { deals as english } from "../en/deals.js";

/** Where Portugal says it otherwise than Brazil. */
export const deals: Partial<Record<keyof typeof english, string>> = {
  "deals.stage.LEAD": "Contacto inicial",
};
