import type { conversations as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const conversations: Partial<Record<keyof typeof english, string>> = {
  "conversations.kind.CALL": "Chamada",
  "conversations.add": "Registar conversa",
  "conversations.logged": "{who} registou a conversa {what}",
  "conversations.emailSource":
    "Ler um e-mail: escolha um ficheiro .eml, largue-o aqui ou cole o código-fonte",
};
