/** Conversations with customers. */
export const conversations = {
  "conversations.what": "the conversation",
  "conversations.kind": "Kind",
  "conversations.kind.CALL": "Call",
  "conversations.kind.MEETING": "Meeting",
  "conversations.kind.EMAIL": "E-mail",
  "conversations.kind.MESSAGE": "Message",
  "conversations.occurredAt": "When",
  "conversations.subject": "Subject",
  "conversations.text": "Text",
  "conversations.outcome": "Outcome",
  "trash.type.Conversation": "Conversation",
  "merge.kind.Conversation": "{count, plural, one {# conversation} other {# conversations}}",
  "conversations.one": "Conversation",
  "conversations.add": "Log conversation",
  "conversations.edit": "Edit conversation",
  "conversations.contacts": "With",
  "conversations.logged": "{who} logged the conversation {what}",
  "conversations.emailSource":
    "Read an e-mail: choose an .eml file, drop it here or paste its source",
  "conversations.noEmail": "This is not an e-mail.",
} as const;
