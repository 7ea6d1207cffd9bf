import type { conversations as english } from "./messages.en.js";

/** Conversations with customers. */
export const conversations: Record<keyof typeof english, string> = {
  "conversations.what": "a conversa",
  "conversations.kind": "Tipo",
  "conversations.kind.CALL": "Ligação",
  "conversations.kind.MEETING": "Reunião",
  "conversations.kind.EMAIL": "E-mail",
  "conversations.kind.MESSAGE": "Mensagem",
  "conversations.occurredAt": "Quando",
  "conversations.subject": "Assunto",
  "conversations.text": "Texto",
  "conversations.outcome": "Resultado",
  "trash.type.Conversation": "Conversa",
  "merge.kind.Conversation": "{count, plural, one {# conversa} other {# conversas}}",
  "conversations.one": "Conversa",
  "conversations.add": "Registrar conversa",
  "conversations.edit": "Editar conversa",
  "conversations.contacts": "Com",
  "conversations.logged": "{who} registrou a conversa {what}",
  "conversations.emailSource":
    "Ler um e-mail: escolha um arquivo .eml, solte-o aqui ou cole o código-fonte",
  "conversations.noEmail": "Isto não é um e-mail.",
};
