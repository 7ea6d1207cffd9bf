import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { Conversation } from "./conversation.entity.js";

/** All that was written down of a conversation `r`, folded; it has an index of trigrams. */
export const conversationText = sql`conversation_search_text(r.subject, r.text, r.outcome)`;

/** How conversations are found by text: they are called after their subject or first line. */
export const conversationSearch: SearchKind = {
  recordType: "Conversation",
  type: Conversation,
  title: sql`coalesce(r.title, r.kind)`,
  prefixKeys: [{ key: sql`fold(r.title) COLLATE "C"` }],
  text: conversationText,
  details: [sql`r.subject`, sql`r.outcome`, sql`r.text`],
};
