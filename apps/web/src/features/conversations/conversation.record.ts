import { IconMessages } from "@tabler/icons-react";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { conversationFields } from "./conversation.fields.js";
import { conversationEntry } from "./conversationEntry.js";

/** Calls, meetings, e-mails and messages, as the app registers them. */
export const conversationRecord = defineRecord({
  type: "Conversation",
  what: "conversations.what",
  created: { message: "conversations.logged", icon: IconMessages },
  leads: {
    Component: lazyComponent(() => import("./ConversationCard.js"), "ConversationCard"),
  },
  read: "activity:read",
  write: "activity:write",
  icon: IconMessages,
  searched: true,
  history: { ...conversationFields, externalIds: shown("activity.externalIds") },
  details: recordPart("Conversation", conversationEntry, ({ subject }) =>
    subject ? { name: `“${subject}”` } : {},
  ),
  revert: async () =>
    revertBy((await import("./conversation.operations.js")).conversationOperations),
  restore: async () =>
    restoreBy((await import("./conversation.operations.js")).conversationOperations),
  drawers: {
    params: ["conversation"],
    Component: lazyComponent(() => import("./ConversationDrawers.js"), "ConversationDrawers"),
  },
  create: [{ label: "conversations.one", keys: "c", param: "conversation", value: "new" }],
});
