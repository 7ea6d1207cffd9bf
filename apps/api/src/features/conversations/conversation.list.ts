import sql from "sql-template-tag";
import { parseId } from "../../platform/graph/parseInput.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { allWordsIn } from "../../platform/lists/search.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { Conversation } from "./conversation.entity.js";
import type { ConversationFilter, ConversationOrderField } from "./conversationList.input.js";
import { conversationText } from "./conversationSearch.js";

const conversationList: ListDefinition<Conversation, ConversationFilter, ConversationOrderField> = {
  type: Conversation,
  where: (filter) => {
    const where = [sql`r.deleted_at IS NULL`, ...allWordsIn(conversationText, filter?.search)];
    if (filter?.kind) where.push(sql`r.kind = ANY(${filter.kind}::text[])`);
    if (filter?.contactId != null) {
      const contactId = parseId(filter.contactId, "filter.contactId");
      where.push(sql`${contactId}::uuid = ANY(r.contact_ids)`);
    }
    return where;
  },
  sortKeys: {
    OCCURRED_AT: { sql: sql`r.occurred_at`, type: "timestamptz" },
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
  },
  defaultOrder: { field: "OCCURRED_AT", direction: OrderDirection.DESC },
};

/** Conversations by id. */
export const conversationById = rowsById(Conversation, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first conversations of customers. */
export const conversationsByCustomer = pagesByOwner(conversationList, "customer_id");
