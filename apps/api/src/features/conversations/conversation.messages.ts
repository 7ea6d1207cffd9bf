import type { Messages } from "../../platform/graph/messages.js";

/** What is said of conversations where something is wrong. */
export const conversationMessages: Messages = {
  unknown_contact: {
    en: "is no person of this customer",
    pt: "não é uma pessoa deste cliente",
  },
};
