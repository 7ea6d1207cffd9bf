import type { Messages } from "../../platform/graph/messages.js";

/** What is said of API keys where something is wrong. */
export const apiKeyMessages: Messages = {
  in_the_past: { en: "is in the past", pt: "está no passado" },
};
