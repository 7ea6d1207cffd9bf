import { CONVERSATION_KINDS } from "@clientela/shared/conversations/conversationFields";
import { choice, dateTime, paragraphs, references, text } from "../../records/fields/fieldKinds.js";

/** The fields of a conversation, as forms and the history show them. */
export const conversationFields = {
  kind: choice("conversations.kind", CONVERSATION_KINDS, (t, kind) =>
    t(`conversations.kind.${kind}`),
  ),
  occurredAt: dateTime("conversations.occurredAt"),
  contactIds: references({ label: "conversations.contacts", optional: true, revertible: false }),
  subject: text({ label: "conversations.subject", optional: true }),
  text: paragraphs({ label: "conversations.text", optional: true }),
  outcome: text({ label: "conversations.outcome", optional: true }),
};
