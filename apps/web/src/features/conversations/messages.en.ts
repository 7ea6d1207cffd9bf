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
} as const;
