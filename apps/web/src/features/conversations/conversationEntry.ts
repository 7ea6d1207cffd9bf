import { graphql } from "../../gql/gql.js";

/** What the timeline shows of a conversation. Its query also selects notes, whose text is never null. */
export const conversationEntry = graphql(`
  fragment ConversationEntry on Conversation {
    id
    kind
    occurredAt
    subject
    said: text
    outcome
  }
`);
