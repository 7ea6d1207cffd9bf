import { graphql } from "../../gql/gql.js";
import type { Restorable } from "../../records/DeletedRecord.js";

const restoreConversation = graphql(`
  mutation RestoreConversation($input: RestoreInput!) {
    restoreConversation(input: $input) {
      conversation {
        id
      }
    }
  }
`);

/** How a deleted conversation is restored. */
export const conversationTrash: Restorable = {
  write: "activity:write",
  restore: restoreConversation,
};
