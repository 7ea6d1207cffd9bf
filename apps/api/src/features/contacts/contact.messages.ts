import type { Messages } from "../../platform/graph/messages.js";

/** What is said of contacts where something is wrong. */
export const contactMessages: Messages = {
  other_primary: {
    en: "is {name} already; say No for {name} in the file, or for this person",
    pt: "já é {name}; diga Não para {name} no arquivo, ou para esta pessoa",
  },
  primary_twice: {
    en: "is the person in line {line} already; a customer has one primary contact",
    pt: "já é a pessoa da linha {line}; um cliente tem um só contato principal",
  },
};
