import type { Messages } from "../../platform/graph/messages.js";

/** What is said of contacts where something is wrong. */
export const contactMessages: Messages = {
  other_primary: {
    en: "is already {name}; write No for {name} in the file, or for this contact",
    pt: "já é {name}; escreva Não para {name} no arquivo, ou para este contato",
    "pt-PT": "já é {name}; escreva Não para {name} no ficheiro, ou para este contacto",
  },
  primary_twice: {
    en: "is already the contact in line {line}; a customer has only one primary contact",
    pt: "já é o contato da linha {line}; um cliente tem um só contato principal",
    "pt-PT": "já é o contacto da linha {line}; um cliente tem um só contacto principal",
  },
};
