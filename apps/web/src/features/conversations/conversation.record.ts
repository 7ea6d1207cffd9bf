import { CONVERSATION_KINDS } from "@clientela/shared/conversations/conversationFields";
import { IconMessages } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord } from "../../records/defineRecord.js";
import { choice, paragraphs, shown, text } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";

const nameFragment = graphql(`
  fragment ConversationName on Conversation {
    subject
  }
`);

/** Calls, meetings, e-mails and messages, as the app registers them. */
export const conversationRecord = defineRecord({
  type: "Conversation",
  what: "conversations.what",
  read: "activity:read",
  write: "activity:write",
  icon: IconMessages,
  searched: true,
  restore: async () => restoreBy((await import("./conversation.operations.js")).conversationTrash),
  history: {
    kind: choice(
      { label: "conversations.kind", revertible: false },
      CONVERSATION_KINDS,
      (t, kind) => t(`conversations.kind.${kind}`),
    ),
    occurredAt: shown("conversations.occurredAt", (stored, { format }) => format.dateTime(stored)),
    subject: text({ label: "conversations.subject", revertible: false }),
    text: paragraphs({ label: "conversations.text", revertible: false }),
    outcome: text({ label: "conversations.outcome", revertible: false }),
    externalIds: shown("activity.externalIds"),
  },
  details: recordPart("Conversation", nameFragment, ({ subject }) =>
    subject ? { name: `“${subject}”` } : {},
  ),
});
