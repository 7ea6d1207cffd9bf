import type { conversations as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const conversations: Partial<Record<keyof typeof english, string>> = {
  "conversations.kind.CALL": "Chamada",
};
