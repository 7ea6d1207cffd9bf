import { graphql } from "../../gql/gql.js";
import type { Restorable } from "../../records/DeletedRecord.js";

/** Takes a note out of the trash. */
export const restoreNote = graphql(`
  mutation RestoreNote($input: RestoreInput!) {
    restoreNote(input: $input) {
      note {
        id
      }
    }
  }
`);

/** How a deleted note is restored. */
export const noteTrash: Restorable = { write: "activity:write", restore: restoreNote };
