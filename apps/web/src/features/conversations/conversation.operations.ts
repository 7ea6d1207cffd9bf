import {
  type ConversationKind,
  conversationFields as rules,
} from "@clientela/shared/conversations/conversationFields";
import { z } from "zod";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { ConversationFieldsFragment } from "../../gql/graphql.js";
import { defineOperations } from "../../records/defineOperations.js";
import { conversationFields } from "./conversation.fields.js";

/** A conversation with what its form edits. */
export const conversationFragment = graphql(`
  fragment ConversationFields on Conversation {
    id
    version
    kind
    occurredAt
    subject
    text
    outcome
    contactIds
  }
`);

// What a write changes besides.
graphql(`
  fragment ConversationChanged on Conversation {
    id
    customer {
      id
      lastConversation {
        id
      }
    }
  }
`);

const load = graphql(`
  query Conversation($id: ID!) {
    node(id: $id) {
      id
      ... on Conversation {
        ...ConversationFields
      }
    }
  }
`);

const create = graphql(`
  mutation CreateConversation($input: CreateConversationInput!) {
    createConversation(input: $input) {
      conversation {
        ...ConversationFields
        ...ConversationChanged
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateConversation($input: UpdateConversationInput!) {
    updateConversation(input: $input) {
      conversation {
        ...ConversationFields
        ...ConversationChanged
      }
    }
  }
`);

const remove = graphql(`
  mutation DeleteConversation($input: DeleteInput!) {
    deleteConversation(input: $input) {
      conversation {
        ...ConversationChanged
      }
    }
  }
`);

const restore = graphql(`
  mutation RestoreConversation($input: RestoreInput!) {
    restoreConversation(input: $input) {
      conversation {
        ...ConversationChanged
      }
    }
  }
`);

/** A conversation as its form takes it. */
export type Conversation = ConversationFieldsFragment;

/** A conversation's fields as a form saves them. */
export interface ConversationValues {
  kind: ConversationKind;
  occurredAt: string;
  contactIds: string[];
  subject: string | null;
  text: string | null;
  outcome: string | null;
}

/** How conversations are read and written. */
export const conversationOperations = defineOperations({
  write: "activity:write",
  fields: conversationFields,
  rules: { ...rules, occurredAt: z.iso.datetime({ error: "invalid_date" }) },
  values: (conversation: Conversation): ConversationValues => ({
    kind: conversation.kind,
    occurredAt: conversation.occurredAt,
    contactIds: conversation.contactIds,
    subject: conversation.subject ?? null,
    text: conversation.text ?? null,
    outcome: conversation.outcome ?? null,
  }),
  name: ({ kind, subject }: Conversation, { t }) => subject ?? t(`conversations.kind.${kind}`),
  load,
  loaded: ({ node }) =>
    node?.__typename === "Conversation" ? readFragment(conversationFragment, node) : null,
  create,
  createInput: (values, customerId) => ({ customerId, ...values }),
  update,
  remove,
  restore,
  lists: ["conversations", "lastConversation", "activity"],
});
