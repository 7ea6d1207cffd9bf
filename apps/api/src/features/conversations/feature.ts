import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { ConversationEdges, CustomerConversations } from "./conversation.edges.js";
import { Conversation } from "./conversation.entity.js";
import { conversationEraser } from "./conversation.eraser.js";
import { conversationById } from "./conversation.list.js";
import { conversationMessages } from "./conversation.messages.js";
import { ConversationResolver } from "./conversation.resolver.js";
import { subject } from "./conversation.service.js";
import { conversationSearch } from "./conversationSearch.js";

/** Calls, meetings, e-mails and messages with customers. */
export const conversations: Feature = {
  name: "conversations",
  eraser: conversationEraser,
  entities: [Conversation],
  resolvers: [ConversationResolver, CustomerConversations, ConversationEdges],
  messages: conversationMessages,
  search: [conversationSearch],
  nodes: [
    {
      type: Conversation,
      table: "conversations",
      permission: "activity:read",
      byId: conversationById,
      externalIds: externalIdWrites(subject, "activity:write"),
    },
  ],
  trash: [
    {
      recordType: "Conversation",
      type: Conversation,
      name: sql`r.title`,
      where: [ofLiveCustomer],
      permission: "activity:write",
    },
  ],
  ownedRecords: [{ type: Conversation, permission: "activity:read" }],
};
