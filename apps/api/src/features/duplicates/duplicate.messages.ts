import type { Messages } from "../../platform/graph/messages.js";

/** What is said of duplicates where something is wrong. */
export const duplicateMessages: Messages = {
  two_needed: { en: "must be at least two", pt: "devem ser pelo menos dois" },
};
